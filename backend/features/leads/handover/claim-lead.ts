import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { isOver } from "../lead-status";
import { type LeadRow, lockLead } from "../lead-store";
import { recordLeadEvent } from "../record-lead-event";
import { type LeadIdInput, leadIdSchema } from "../schemas";
import { actingPerson } from "./acting-person";
import { type Claim, claimHandover, type Person } from "./claim-handover";
import { lockHolder } from "./conversation-holder";
import { findOpenHandover, type HandoverRow, insertHandover } from "./handover-store";

/**
 * Takes a lead in the dashboard, offered or not: the same single winner as by WhatsApp. A lead that a colleague has is
 * "taken", and says who has it.
 * @throws NotFoundError for another tenant's lead, RuleError for one that is over
 */
export async function claimLead(ctx: Ctx, input: LeadIdInput): Promise<Claim> {
  const { leadId } = parseInput(leadIdSchema, input);
  const person = actingPerson(ctx);

  return withTenant(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx.tenant.id, leadId);
    if (isOver(lead.status)) throw new RuleError("Lead ini sudah ditutup.");
    const open = await findOpenHandover(tx, ctx.tenant.id, leadId);
    if (open) return claimHandover(tx, ctx, { lead, handover: open, person });

    const owner = await ownerOf(tx, ctx, lead, person);
    if (owner?.userId === person.userId) return { type: "yours" };
    if (owner) return { type: "taken", by: owner };
    return claimHandover(tx, ctx, { lead, handover: await openForClaim(tx, ctx, lead), person });
  });
}

/** Who has a lead that nobody is being asked for: whoever has the conversation; for sales also whoever it is assigned to. */
async function ownerOf(tx: Tx, ctx: Ctx, lead: LeadRow, person: Person): Promise<Person | null> {
  const place = lead.conversationId ? await lockHolder(tx, ctx, lead.conversationId) : null;
  if (place?.holder.type === "person" && place.holder.user) return place.holder.user;
  const { assignee } = lead;
  const isMine = assignee?.id === person.userId;
  const mayTakeOver = ctx.actor.type === "user" && ctx.actor.role !== "sales";
  if (!assignee || mayTakeOver) return null;
  return isMine && place ? null : { userId: assignee.id, name: assignee.name };
}

async function openForClaim(tx: Tx, ctx: Ctx, lead: LeadRow): Promise<HandoverRow> {
  const start = { leadId: lead.id, conversationId: lead.conversationId, reason: "claimed" };
  const handover = await insertHandover(tx, ctx, start);
  if (!handover) throw new Error("a hand-over was opened without the lead's lock");
  await recordLeadEvent(tx, ctx, lead.id, "handover.started", { handoverId: handover.id, reason: handover.reason });
  return handover;
}
