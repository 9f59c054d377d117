import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { COLD_AFTER_DAYS, type LeadStatus, statusAfterSilence } from "./lead-status";
import { recordLeadEvent } from "./record-lead-event";

const DAY_MS = 86_400_000;
const BATCH = 500;

/** Cools the open leads of whom nothing was heard for 14 days. Daily; returns how many. */
export async function coolLeads(ctx: Ctx): Promise<number> {
  requireRole(ctx.actor);
  let count = 0;
  for (;;) {
    const cooled = await withTenant(ctx, (tx) => coolSome(tx, ctx));
    count += cooled;
    if (cooled < BATCH) return count;
  }
}

async function coolSome(tx: Tx, ctx: Ctx): Promise<number> {
  const cutoff = new Date(ctx.clock.now().getTime() - COLD_AFTER_DAYS * DAY_MS);
  const silent = await lockSilent(tx, ctx.tenant.id, cutoff);
  for (const { id, status } of silent) {
    const decision = statusAfterSilence(status, COLD_AFTER_DAYS);
    if (!decision) throw new Error(`a ${status} lead does not cool`);
    await tx.lead.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { status: decision.status },
    });
    const data = { from: status, to: decision.status, reason: decision.reason };
    await recordLeadEvent(tx, ctx, id, "lead.status_changed", data);
  }
  return silent.length;
}

/** Whatever was said in a conversation of that phone counts: while a person has it, messages do not pass the lead. */
function lockSilent(tx: Tx, tenantId: number, cutoff: Date): Promise<{ id: string; status: LeadStatus }[]> {
  return tx.$queryRaw`
    SELECT l.id, l.status::text AS status FROM leads l
     WHERE l.tenant_id = ${tenantId} AND l.status IN ('new', 'warm', 'hot') AND l.created_at < ${cutoff}
       AND coalesce((l.signals #>> '{wrote,lastAt}')::timestamptz, l.created_at) < ${cutoff}
       AND NOT EXISTS (
             SELECT 1 FROM conversations c
              WHERE c.tenant_id = l.tenant_id AND c.persona = 'customer' AND c.last_message_at >= ${cutoff}
                AND (c.phone = l.phone OR c.id = l.conversation_id))
     ORDER BY l.id LIMIT ${BATCH} FOR NO KEY UPDATE OF l`;
}
