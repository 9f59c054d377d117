import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { getLeadView } from "./get-lead";
import { type LeadRow, lockVisibleLead, updateLead } from "./lead-store";
import type { LeadView } from "./lead-view";
import { recordLeadEvent } from "./record-lead-event";
import { type EditLeadInput, editLeadSchema } from "./schemas";

/** Name and tags as the team writes them; what is not given stays. @throws NotFoundError for a lead not in sight */
export async function editLead(ctx: Ctx, input: EditLeadInput): Promise<LeadView> {
  const { leadId, name, tags } = parseInput(editLeadSchema, input);
  return withTenant(ctx, async (tx) => {
    const lead = await lockVisibleLead(tx, ctx, leadId);
    if (name !== undefined && name !== lead.name) await rename(tx, ctx, lead, name);
    if (tags && tags.join() !== lead.tags.join()) await tag(tx, ctx, lead, tags);
    return getLeadView(tx, ctx, leadId);
  });
}

/** The name itself is the customer's, and is kept out of the history. */
async function rename(tx: Tx, ctx: Ctx, lead: LeadRow, name: string): Promise<void> {
  await updateLead(tx, ctx.tenant.id, lead.id, { name, updatedAt: ctx.clock.now() });
  await recordLeadEvent(tx, ctx, lead.id, "lead.renamed");
}

async function tag(tx: Tx, ctx: Ctx, lead: LeadRow, tags: string[]): Promise<void> {
  await updateLead(tx, ctx.tenant.id, lead.id, { tags, updatedAt: ctx.clock.now() });
  await recordLeadEvent(tx, ctx, lead.id, "lead.tagged", { tags });
}
