import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { normalizePhone } from "@/backend/platform/phone";
import { getLeadView } from "./get-lead";
import { closeOpenHandover, findOpenHandover } from "./handover/handover-store";
import { isOver, type LeadStatus } from "./lead-status";
import { type LeadRow, lockVisibleLead, updateLead } from "./lead-store";
import type { LeadView } from "./lead-view";
import { recordLeadEvent } from "./record-lead-event";
import { type SetLeadStatusInput, setLeadStatusSchema } from "./schemas";

/**
 * A person's word on where a lead stands; only people close one. A lead that is over frees the phone: the customer's
 * next message is a new lead.
 * @throws NotFoundError for a lead not in sight, RuleError when it cannot be opened again
 */
export async function setLeadStatus(ctx: Ctx, input: SetLeadStatusInput): Promise<LeadView> {
  const { leadId, status } = parseInput(setLeadStatusSchema, input);

  return withTenant(ctx, async (tx) => {
    const lead = await lockVisibleLead(tx, ctx, leadId);
    if (lead.status !== status) await change(tx, ctx, lead, status);
    return getLeadView(tx, ctx, lead.id);
  });
}

async function change(tx: Tx, ctx: Ctx, lead: LeadRow, status: LeadStatus): Promise<void> {
  if (isOver(status)) await endHandover(tx, ctx, lead);
  else if (isOver(lead.status)) await reopen(tx, ctx, lead);
  await updateLead(tx, ctx.tenant.id, lead.id, {
    ...{ status, updatedAt: ctx.clock.now() },
    ...(isOver(status) && { openPhone: null }),
  });
  const data = { from: lead.status, to: status, reason: { type: "set_by_person" } };
  await recordLeadEvent(tx, ctx, lead.id, "lead.status_changed", data);
}

async function endHandover(tx: Tx, ctx: Ctx, lead: LeadRow): Promise<void> {
  const handover = await findOpenHandover(tx, ctx.tenant.id, lead.id);
  if (!handover) return;
  await closeOpenHandover(tx, ctx, handover.id);
  await recordLeadEvent(tx, ctx, lead.id, "handover.closed", { handoverId: handover.id });
}

/** Takes the phone back, unless the customer has another open lead by now; the unique key decides. */
async function reopen(tx: Tx, ctx: Ctx, lead: LeadRow): Promise<void> {
  if (normalizePhone(lead.phone) !== lead.phone) {
    throw new RuleError("Data pelanggan ini sudah dihapus atas permintaannya, lead tidak bisa dibuka lagi.");
  }
  const taken = await tx.lead.count({ where: { tenantId: ctx.tenant.id, openPhone: lead.phone } });
  if (taken > 0) throw new RuleError("Pelanggan ini sudah punya lead lain yang masih aktif.");
  await updateLead(tx, ctx.tenant.id, lead.id, { openPhone: lead.phone });
}
