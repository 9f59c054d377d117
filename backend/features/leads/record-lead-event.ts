import { actorRecord } from "@/backend/features/audit";
import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { afterCommit } from "@/backend/platform/database/with-tenant";

export type LeadEventType =
  | "lead.created"
  | "lead.signals"
  | "lead.interested"
  | "lead.source_changed"
  | "lead.status_changed"
  | "lead.assigned"
  | "lead.note"
  | "lead.tagged"
  | "lead.renamed"
  | "handover.started"
  | "handover.offered"
  | "handover.skipped"
  | "handover.expired"
  | "handover.claimed"
  | "handover.closed"
  | "handover.no_staff";

/**
 * Writes to a lead's history, which is never changed: nothing a customer said, no name or number of theirs belongs in
 * `data`, only ids, codes and names of staff. Whoever looks at the lead is told to look again.
 */
export async function recordLeadEvent(
  tx: Tx,
  ctx: Ctx,
  leadId: string,
  type: LeadEventType,
  data: Prisma.InputJsonObject = {},
): Promise<void> {
  await tx.leadEvent.create({
    data: { tenantId: ctx.tenant.id, leadId, type, actor: actorRecord(ctx.actor), data, createdAt: ctx.clock.now() },
  });
  afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
}
