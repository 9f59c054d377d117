import { checkPointing } from "./checks/check-pointing";
import { checkPartner, checkProof } from "./checks/check-proof";
import { checkTxt } from "./checks/check-txt";
import { hostPair } from "./domain-name";
import type { DomainProbe } from "./domain-probe";
import { pointingRecords, type WantedRecords } from "./domain-records";
import type { DomainCheck } from "./domain-report";
import type { DomainResolver } from "./domain-resolver";
import type { Claim } from "./domain-store";
import type { DomainTarget } from "./domain-target";

export type DomainPorts = { resolver: DomainResolver; probe: DomainProbe; target: DomainTarget };

/** Looks at everything a claim needs, at once; never throws for what is wrong out there. */
export async function checkDomain({ resolver, probe, target }: DomainPorts, claim: Claim): Promise<DomainCheck[]> {
  const { primary, other } = hostPair(claim.domain);
  const addresses = await target.addresses();
  const { subdomain, token } = claim;
  const wanted: WantedRecords = { subdomain, appDomain: target.appDomain, addresses, token };
  const recordsOf = (host: string) => pointingRecords(host, claim.domain, wanted, "pointing");

  const [txt, proof, partner] = await Promise.all([
    checkTxt(resolver, claim.domain, token),
    checkProof(probe, primary, token),
    other ? checkPartner(probe, other, token, recordsOf(other)) : null,
  ]);
  const pointing = await checkPointing(resolver, primary, {
    records: recordsOf(primary),
    targets: [`${subdomain}.${target.appDomain}`, target.appDomain],
    addresses,
    isReached: proof.ok,
  });
  return [txt, pointing, proof, ...(partner ? [partner] : [])];
}
