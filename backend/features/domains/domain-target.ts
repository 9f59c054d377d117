import type { Clock } from "@/backend/platform/clock";
import type { DomainResolver } from "./domain-resolver";

/** Where a showroom's domain has to lead. */
export type DomainTarget = {
  appDomain: string;
  /** Public addresses of this installation, for an apex that can have no CNAME; [] when they are not known. */
  addresses(): Promise<string[]>;
};

const FRESH_MS = 5 * 60_000;

/** Our own addresses are what the app's domain resolves to, so that nobody has to configure them twice. */
export function createDomainTarget(resolver: DomainResolver, appDomain: string, clock: Clock): DomainTarget {
  let known: { addresses: Promise<string[]>; at: number } | null = null;

  async function lookUp(): Promise<string[]> {
    const answers = await Promise.allSettled([resolver.a(appDomain), resolver.aaaa(appDomain)]);
    return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
  }

  return {
    appDomain,
    addresses() {
      const now = clock.now().getTime();
      if (!known || now - known.at > FRESH_MS) known = { addresses: lookUp(), at: now };
      return known.addresses;
    },
  };
}
