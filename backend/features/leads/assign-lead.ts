import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { getLeadView } from "./get-lead";
import { claimHandover, type Person, tellWinner } from "./handover/claim-handover";
import { findOpenHandover } from "./handover/handover-store";
import { type LeadRow, lockVisibleLead, updateLead } from "./lead-store";
import type { LeadView } from "./lead-view";
import { recordLeadEvent } from "./record-lead-event";
import { type AssignLeadInput, assignLeadSchema } from "./schemas";

/**
 * Gives a lead to a person, or to nobody. Owner and admin give to anybody; sales take what is nobody's. While the lead
 * is being offered, this decides the offer: the person has lead and conversation, and is told.
 * @throws NotFoundError for a lead or person not in sight, ForbiddenError, RuleError when somebody has it already
 */
export async function assignLead(ctx: Ctx, input: AssignLeadInput): Promise<LeadView> {
  const { leadId, userId, siteUrl } = parseInput(assignLeadSchema, input);

  return withTenant(ctx, async (tx) => {
    const lead = await lockVisibleLead(tx, ctx, leadId);
    requireMayAssign(ctx, lead, userId);
    const person = userId ? await activePerson(tx, ctx, userId) : null;
    const isSettled = person !== null && (await settleOpenHandover(tx, ctx, lead, person, siteUrl));
    if (!isSettled && lead.assigneeId !== userId) {
      await updateLead(tx, ctx.tenant.id, lead.id, { assigneeId: userId, updatedAt: ctx.clock.now() });
    }
    if (lead.assigneeId !== userId) {
      await recordLeadEvent(tx, ctx, lead.id, "lead.assigned", { userId, name: person?.name ?? null });
    }
    return getLeadView(tx, ctx, lead.id);
  });
}

function requireMayAssign({ actor }: Ctx, lead: LeadRow, userId: string | null): void {
  if (actor.type !== "user" || actor.role !== "sales") return;
  const takesFree = userId === actor.userId && (lead.assigneeId === null || lead.assigneeId === actor.userId);
  if (!takesFree) throw new ForbiddenError("sales may only take what is nobody's");
}

async function activePerson(tx: Tx, ctx: Ctx, userId: string): Promise<Person> {
  const user = await tx.user.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: userId } } });
  if (user?.status !== "active") throw new NotFoundError("user");
  return { userId: user.id, name: user.name };
}

/** False when the lead is not being offered. */
async function settleOpenHandover(tx: Tx, ctx: Ctx, lead: LeadRow, person: Person, siteUrl: string): Promise<boolean> {
  const handover = await findOpenHandover(tx, ctx.tenant.id, lead.id);
  if (!handover) return false;
  const claim = await claimHandover(tx, ctx, { lead, handover, person });
  if (claim.type === "taken") throw new RuleError(`Lead ini sudah diambil ${claim.by.name}.`);
  const isSelf = ctx.actor.type === "user" && ctx.actor.userId === person.userId;
  if (claim.type === "claimed" && claim.deviceId && handover.conversationId && !isSelf) {
    const { conversationId } = handover;
    await tellWinner(tx, ctx, { lead, conversationId, deviceId: claim.deviceId, userId: person.userId, siteUrl });
  }
  return true;
}
