import { type DomainRecord, recordLine } from "../domain-records";
import type { DomainCheck } from "../domain-report";
import type { DomainResolver } from "../domain-resolver";

type Pointing = {
  records: readonly DomainRecord[];
  /** Names of ours that a CNAME may lead to. */
  targets: readonly string[];
  /** Our own addresses. */
  addresses: readonly string[];
  /** The address has answered with the token: then strange addresses are a proxy's. */
  isReached: boolean;
};

/**
 * Whether the records of the chosen address lead here. Helps people find what is missing; what counts is that the address
 * answers. Some right and some wrong addresses are wrong: part of the visitors would land elsewhere.
 */
export async function checkPointing(
  resolver: Pick<DomainResolver, "cname" | "a" | "aaaa">,
  host: string,
  { records, targets, addresses, isReached }: Pointing,
): Promise<DomainCheck> {
  const base = { name: "pointing", required: false, wanted: records.map(recordLine).join(", ") } as const;
  const answers = await Promise.allSettled([resolver.cname(host), resolver.a(host), resolver.aaaa(host)]);
  const [names = [], v4 = [], v6 = []] = answers.map((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const found = [
    ...names.map((name) => `CNAME ${name}`),
    ...v4.map((ip) => `A ${ip}`),
    ...v6.map((ip) => `AAAA ${ip}`),
  ];

  const actual = [...v4, ...v6];
  const strangers = actual.filter((address) => !addresses.includes(address));
  const isNamed = names.some((name) => targets.includes(name.toLowerCase().replace(/\.$/, "")));
  const isDirect = isNamed || (actual.length > 0 && strangers.length === 0);
  const isMixed = !isNamed && strangers.length > 0 && strangers.length < actual.length;

  if (isDirect) return { ...base, ok: true, unknown: false, found, advice: "" };
  if (isReached && !isMixed) return { ...base, ok: true, unknown: false, found: [...found, "lewat proxy"], advice: "" };
  const unknown = answers.every(({ status }) => status === "rejected");
  return {
    ...base,
    ok: false,
    unknown,
    found,
    advice: adviceFor(host, { isMixed, strangers, hasAny: found.length > 0 }),
  };
}

function adviceFor(host: string, now: { isMixed: boolean; strangers: string[]; hasAny: boolean }): string {
  if (now.isMixed)
    return `Hapus record ${host} yang lain: ${now.strangers.join(", ")}. Sebagian pengunjung tersesat ke sana.`;
  if (now.hasAny) return `${host} masih mengarah ke tempat lain. Ganti record lamanya.`;
  return `${host} belum punya record. Tambahkan record yang diminta.`;
}
