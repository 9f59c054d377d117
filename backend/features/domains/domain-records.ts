import { type DomainName, hostPair, isApex } from "./domain-name";

/** A record the showroom sets at its registrar. `name` is complete; `host` is what most registrars' forms want. */
export type DomainRecord = {
  purpose: "proof" | "pointing" | "www";
  type: "TXT" | "CNAME" | "A" | "AAAA" | "ALIAS";
  name: string;
  host: string;
  value: string;
};

export type WantedRecords = { subdomain: string; appDomain: string; addresses: readonly string[]; token: string };

export const PROOF_LABEL = "_autoleads";

/** Every record of a claim, in the order of setting them. An apex gets one record per address, or an ALIAS instead. */
export function wantedRecords(domain: DomainName, wanted: WantedRecords): DomainRecord[] {
  const { primary, other } = hostPair(domain);
  return [
    proofRecord(domain, wanted.token),
    ...pointingRecords(primary, domain, wanted, "pointing"),
    ...(other ? pointingRecords(other, domain, wanted, "www") : []),
  ];
}

export function proofRecord({ bare }: DomainName, token: string): DomainRecord {
  const name = `${PROOF_LABEL}.${bare}`;
  return { purpose: "proof", type: "TXT", name, host: hostField(name, bare), value: token };
}

/** What makes `host` (one of the pair) lead to the showroom. */
export function pointingRecords(
  host: string,
  { bare }: DomainName,
  { subdomain, appDomain, addresses }: WantedRecords,
  purpose: "pointing" | "www",
): DomainRecord[] {
  const common = { purpose, name: host, host: hostField(host, bare) };
  const target = `${subdomain}.${appDomain}`;
  if (host !== bare || !isApex(bare)) return [{ ...common, type: "CNAME", value: target }];
  if (addresses.length === 0) return [{ ...common, type: "ALIAS", value: target }];
  return addresses.map((value) => ({ ...common, type: value.includes(":") ? "AAAA" : "A", value }));
}

/** "TXT _autoleads.example.com = 3f2a…", as it is named to people. */
export function recordLine({ type, name, value }: DomainRecord): string {
  return `${type} ${name} = ${value}`;
}

/** Registrars add the registered domain themselves: "_autoleads", "www", "@". */
function hostField(name: string, bare: string): string {
  const registered = isApex(bare) ? bare : bare.split(".").slice(1).join(".");
  if (name === registered) return "@";
  return name.endsWith(`.${registered}`) ? name.slice(0, -registered.length - 1) : name;
}
