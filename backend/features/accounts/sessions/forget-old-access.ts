import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

const DAY_MS = 86_400_000;
const KEPT_DAYS = 30;

/**
 * Deletes what nobody needs any more: sessions and password links a month after their end (addresses and browsers are
 * personal data), failed tries after a day. The audit trail stays.
 */
export async function forgetOldAccess(ctx: Ctx): Promise<void> {
  requireRole(ctx.actor);
  const tenantId = ctx.tenant.id;
  const now = ctx.clock.now().getTime();
  const monthAgo = new Date(now - KEPT_DAYS * DAY_MS);
  const dayAgo = new Date(now - DAY_MS);

  await withTenant(ctx, async (tx) => {
    await tx.session.deleteMany({ where: { tenantId, expiresAt: { lt: monthAgo } } });
    await tx.passwordToken.deleteMany({ where: { tenantId, expiresAt: { lt: monthAgo } } });
    // A row that is locked is being used: whoever logs in right now does not wait for this, nor this for them.
    await tx.$executeRaw`
      DELETE FROM login_throttles WHERE tenant_id = ${tenantId} AND key IN (
        SELECT key FROM login_throttles
         WHERE tenant_id = ${tenantId} AND last_failed_at < ${dayAgo} FOR UPDATE SKIP LOCKED)`;
  });
}
