import type { HostMatch } from "./tenant-from-host";
import type { TenantProfile } from "./tenant-profile";

type Domain = Pick<TenantProfile, "customDomain" | "domainHealthySince">;

export type PrimaryRedirect = { location: string; status: 301 | 307 };

const HEALTHY_DAYS_BEFORE_PERMANENT = 7;
const DAY_MS = 86_400_000;
/** Machines call these where they were told to. The dashboard stays reachable at the subdomain when a domain is broken. */
const STAYING = /^\/(?:api|webhook|health|ready|\.well-known|assets|media|dashboard|simulator)(?:\/|$)/;

/**
 * Where a visitor of the showroom belongs: at its verified domain, in the form it chose. Null when they are there already,
 * or may stay. The location depends on the tenant and never on the host that was asked, so following it always ends.
 */
export function redirectToPrimary(
  request: { match: HostMatch; method: string; url: URL },
  tenant: Domain,
  now: Date,
): PrimaryRedirect | null {
  const { match, method, url } = request;
  if (!tenant.customDomain || match.type === "none" || match.host === tenant.customDomain) return null;
  if (method !== "GET" && method !== "HEAD") return null;
  if (STAYING.test(url.pathname)) return null;
  const location = `https://${tenant.customDomain}${url.pathname}${url.search}`;
  return { location, status: redirectStatusAt(tenant.domainHealthySince, now) };
}

/** Temporary until the domain has been well for a week: search engines should not move to what may not stay. */
export function redirectStatusAt(healthySince: Date | null, now: Date): 301 | 307 {
  const from = permanentRedirectFrom(healthySince);
  return from && now >= from ? 301 : 307;
}

/** Null while a check has failed. */
export function permanentRedirectFrom(healthySince: Date | null): Date | null {
  return healthySince && new Date(healthySince.getTime() + HEALTHY_DAYS_BEFORE_PERMANENT * DAY_MS);
}
