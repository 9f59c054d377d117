import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { checkDomain } from "./check-domain";
import type { DomainDeps } from "./domain-deps";
import { findClaim } from "./domain-store";
import { type DomainView, toDomainView } from "./domain-view";
import { settleCheck } from "./settle-check";

/**
 * Looks whether the claimed domain is proved and leads here; from then on it serves the showroom. What is missing stands
 * in `claim.report`. A domain that serves already goes on doing so: only the daily check ends it.
 * @throws RuleError without a claim, DomainTakenError when another showroom was first
 */
export async function verifyDomain(ctx: Ctx, deps: DomainDeps): Promise<DomainView> {
  requireRole(ctx.actor, "owner");
  const claim = await withTenant(ctx, (tx) => findClaim(tx, ctx));
  if (!claim) throw new RuleError("Isi nama domain dulu, baru diperiksa.");

  const checks = await checkDomain(deps, claim);
  await settleCheck(ctx, claim, checks, { isDaily: false });
  return toDomainView(ctx, deps);
}
