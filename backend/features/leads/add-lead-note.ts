import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { lockVisibleLead, updateLead } from "./lead-store";
import { recordLeadEvent } from "./record-lead-event";
import { type AddLeadNoteInput, addLeadNoteSchema } from "./schemas";

/** Keeps what a member of staff wants to remember of a lead; notes stand in its history. */
export async function addLeadNote(ctx: Ctx, input: AddLeadNoteInput): Promise<void> {
  const { leadId, text } = parseInput(addLeadNoteSchema, input);
  await withTenant(ctx, async (tx) => {
    const lead = await lockVisibleLead(tx, ctx, leadId);
    await recordLeadEvent(tx, ctx, lead.id, "lead.note", { text });
    await updateLead(tx, ctx.tenant.id, lead.id, { updatedAt: ctx.clock.now() });
  });
}
