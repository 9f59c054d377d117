import { redirectStatusAt, tenantOrigin } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { DomainDeps } from "./domain-deps";
import { hostPair, isApex } from "./domain-name";
import { type DomainRecord, wantedRecords } from "./domain-records";
import type { DomainReport } from "./domain-report";
import type { DomainStatus } from "./domain-state";
import { type Claim, findClaim, subdomainOf } from "./domain-store";

/** The showroom's own address as its owner sees it. */
export type DomainView = {
  /** Address that always works, without trailing slash. */
  subdomainUrl: string;
  claim: ClaimView | null;
};

export type ClaimView = {
  /** The form the showroom chose: "www.showroom.com" or "showroom.com". */
  customDomain: string;
  /** The other one of the pair; it redirects. */
  partner: string | null;
  /** True when the domain itself is pointed here, which a CNAME cannot do. */
  isApex: boolean;
  status: DomainStatus;
  /** To be set at the registrar. */
  records: DomainRecord[];
  /** Name that every record may lead to: what ALIAS, CNAME and proxies point at. */
  target: string;
  report: DomainReport | null;
  failures: number;
  verifiedAt: Date | null;
  healthySince: Date | null;
  /** How the subdomain redirects now; null while the domain does not serve. */
  redirectStatus: 301 | 307 | null;
};

/** The claim with its records. Asks the name servers for our own addresses at most every five minutes. */
export async function toDomainView(ctx: Ctx, deps: DomainDeps): Promise<DomainView> {
  const { claim, subdomain } = await withTenant(ctx, async (tx) => ({
    claim: await findClaim(tx, ctx),
    subdomain: await subdomainOf(tx, ctx),
  }));
  const subdomainUrl = tenantOrigin({ subdomain, customDomain: null }, deps.origin);
  return { subdomainUrl, claim: claim && (await toClaimView(ctx, deps, claim)) };
}

async function toClaimView(ctx: Ctx, { target }: DomainDeps, claim: Claim): Promise<ClaimView> {
  const { domain, state, token, subdomain } = claim;
  const { primary, other } = hostPair(domain);
  const addresses = await target.addresses();
  return {
    customDomain: primary,
    partner: other,
    isApex: primary === domain.bare && isApex(domain.bare),
    status: state.status,
    records: wantedRecords(domain, { subdomain, appDomain: target.appDomain, addresses, token }),
    target: `${subdomain}.${target.appDomain}`,
    report: claim.report,
    failures: state.failures,
    verifiedAt: state.verifiedAt,
    healthySince: state.healthySince,
    redirectStatus: state.status === "verified" ? redirectStatusAt(state.healthySince, ctx.clock.now()) : null,
  };
}
