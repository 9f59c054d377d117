import type { DomainName } from "../domain-name";
import { proofRecord, recordLine } from "../domain-records";
import type { DomainCheck } from "../domain-report";
import type { DomainResolver } from "../domain-resolver";

const MAX_FOUND = 5;
const MAX_CHARACTERS = 120;

/** The TXT record that only the owner of the domain can set. Names the two places where people put it by mistake. */
export async function checkTxt(
  resolver: Pick<DomainResolver, "txt">,
  domain: DomainName,
  token: string,
): Promise<DomainCheck> {
  const record = proofRecord(domain, token);
  const base = { name: "txt", required: true, wanted: recordLine(record) } as const;

  const values = await lookUp(resolver, record.name);
  if (!values) {
    const advice = `Server nama ${domain.bare} belum menjawab. Coba lagi beberapa menit lagi.`;
    return { ...base, ok: false, unknown: true, found: [], advice };
  }
  if (hasToken(values, token)) return { ...base, ok: true, unknown: false, found: [token], advice: "" };

  const advice = await adviceFor(resolver, domain, token, values.length > 0);
  return { ...base, ok: false, unknown: false, found: values.slice(0, MAX_FOUND).map(shorten), advice };
}

async function adviceFor(
  resolver: Pick<DomainResolver, "txt">,
  { bare }: DomainName,
  token: string,
  hasOther: boolean,
): Promise<string> {
  const doubled = `_autoleads.${bare}.${bare}`;
  const [atDoubled, atBare] = await Promise.all([lookUp(resolver, doubled), lookUp(resolver, bare)]);
  if (hasToken(atDoubled, token)) {
    return `Record terpasang di ${doubled}. Di kolom nama cukup isi _autoleads, tanpa nama domain.`;
  }
  if (hasToken(atBare, token)) return `Record terpasang di ${bare}. Ganti namanya menjadi _autoleads.`;
  return hasOther
    ? "Isi record TXT berbeda. Salin lagi nilainya, tanpa spasi atau tanda kutip."
    : "Record TXT belum ditemukan. Setelah dipasang, biasanya terbaca dalam 5–30 menit.";
}

async function lookUp(resolver: Pick<DomainResolver, "txt">, name: string): Promise<string[] | null> {
  return resolver.txt(name).catch(() => null);
}

function hasToken(values: readonly string[] | null, token: string): boolean {
  return values?.some((value) => value.trim().replace(/^"(.*)"$/, "$1") === token) ?? false;
}

function shorten(value: string): string {
  return value.length > MAX_CHARACTERS ? `${value.slice(0, MAX_CHARACTERS)}…` : value;
}
