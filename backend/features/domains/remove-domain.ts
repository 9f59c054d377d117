import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { hostPair } from "./domain-name";
import { endClaim, lockClaim } from "./domain-store";

/**
 * Gives the domain back: the showroom is at its subdomain again at commit, and others may claim the domain.
 * @throws NotFoundError without a domain
 */
export async function removeDomain(ctx: Ctx): Promise<{ removed: string }> {
  requireRole(ctx.actor, "owner");

  return withTenant(ctx, async (tx) => {
    const claim = await lockClaim(tx, ctx);
    if (!claim) throw new NotFoundError("domain", { userMessage: "Belum ada domain yang dipasang." });
    const removed = hostPair(claim.domain).primary;
    await endClaim(tx, ctx);
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "domain.removed", data: { domain: removed } });
    return { removed };
  });
}
