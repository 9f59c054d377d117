import type { PublicOrigin } from "@/backend/features/tenants";
import type { Clock } from "@/backend/platform/clock";
import type { DomainPorts } from "./check-domain";
import { createDomainProbe } from "./domain-probe";
import { createDomainResolver } from "./domain-resolver";
import { createDomainTarget } from "./domain-target";

/** What the verbs need of the outside. */
export type DomainDeps = DomainPorts & { origin: PublicOrigin };

export type DomainSettings = { dnsServers: readonly string[]; origin: PublicOrigin; clock: Clock };

/** The real name servers and the real web; `fakes` replace single ports. */
export function createDomainDeps(settings: DomainSettings, fakes: Partial<DomainPorts> = {}): DomainDeps {
  const { dnsServers, origin, clock } = settings;
  const resolver = fakes.resolver ?? createDomainResolver(dnsServers);
  return {
    origin,
    resolver,
    probe: fakes.probe ?? createDomainProbe(resolver),
    target: fakes.target ?? createDomainTarget(resolver, origin.appDomain, clock),
  };
}
