import { randomBytes } from "node:crypto";
import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import type { DomainDeps } from "./domain-deps";
import { type DomainName, hostPair, readDomainName } from "./domain-name";
import { type Claim, isTaken, lockClaim, startClaim } from "./domain-store";
import { DomainTakenError } from "./domain-taken-error";
import { type DomainView, toDomainView } from "./domain-view";
import { type ClaimDomainInput, claimDomainSchema } from "./schemas";

const TOKEN_BYTES = 20;

/**
 * Says "this domain is ours": the showroom gets the records to set. Nothing is served there before `verifyDomain` proved it.
 * The same domain again changes nothing; another one replaces a claim that does not serve.
 * @throws ValidationError for what is no domain, DomainTakenError when it serves another showroom, RuleError while another
 * one serves this showroom
 */
export async function claimDomain(ctx: Ctx, deps: DomainDeps, input: ClaimDomainInput): Promise<DomainView> {
  requireRole(ctx.actor, "owner");
  const { customDomain } = parseInput(claimDomainSchema, input);
  const domain = readDomainName(customDomain, deps.target.appDomain);
  if ("problem" in domain) throw new ValidationError({ customDomain: domain.problem });
  if (await isTaken(ctx.db, domain.bare, ctx.tenant.id)) throw new DomainTakenError();

  await withTenant(ctx, async (tx) => {
    const current = await lockClaim(tx, ctx);
    if (current && isSame(current.domain, domain)) return;
    if (current?.state.status === "verified") throw new RuleError(releaseFirst(current));

    await startClaim(tx, ctx, domain, randomBytes(TOKEN_BYTES).toString("hex"));
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "domain.claimed", data: { domain: hostPair(domain).primary } });
  });
  return toDomainView(ctx, deps);
}

function isSame(one: DomainName, other: DomainName): boolean {
  return one.bare === other.bare && one.www === other.www;
}

function releaseFirst({ domain }: Claim): string {
  return `${hostPair(domain).primary} masih dipakai. Lepas dulu domain itu, baru pasang yang lain.`;
}
