import type { DomainView } from "@/backend/features/domains";
import { permanentRedirectFrom } from "@/backend/features/tenants";
import type { DomainPageView } from "@/frontend/dashboard/domain/domain-view";

export function toPageView({ subdomainUrl, claim }: DomainView, timezone: string, now: Date): DomainPageView {
  if (!claim) return { subdomainUrl, claim: null, timezone, now: now.toISOString() };
  const { report, verifiedAt, healthySince, ...shown } = claim;
  return {
    subdomainUrl,
    timezone,
    now: now.toISOString(),
    claim: {
      ...shown,
      checkedAt: report?.checkedAt ?? null,
      checks: report?.checks ?? [],
      verifiedAt: verifiedAt?.toISOString() ?? null,
      permanentFrom: permanentRedirectFrom(healthySince)?.toISOString() ?? null,
    },
  };
}
