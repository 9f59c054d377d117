import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { isOver } from "../lead-status";
import { type LeadRow, lockLead } from "../lead-store";
import { recordLeadEvent } from "../record-lead-event";
import { type CustomerManner, type StartHandoverInput, startHandoverSchema } from "../schemas";
import { settleHandover } from "./claim-handover";
import { type Holder, lockHolder } from "./conversation-holder";
import { closeOpenHandover, findOpenHandover, type HandoverRow, insertHandover, liveOfferOf } from "./handover-store";
import { type OfferedTo, offerNext } from "./offer-next";

/** What came of the wish for a person, with the reason: for the reply, the log and the tests. */
export type HandoverStart =
  | { type: "offered"; handoverId: string; to: OfferedTo }
  /** Somebody is being asked already, or the owner is waited for. */
  | { type: "already_open"; handoverId: string }
  /** A person has the customer. `by` null: on the showroom's own phone. */
  | { type: "has_person"; by: { userId: string; name: string } | null }
  /** Nobody can be asked; the conversation is flagged. */
  | { type: "no_staff"; handoverId: string }
  | { type: "lead_over" };

/**
 * Looks for a person for a lead: the first one is asked by WhatsApp, the others follow when nobody answers. One search
 * at a time per lead, and none while a person has the customer.
 * @throws NotFoundError for a lead or conversation of another tenant
 */
export async function startHandover(ctx: Ctx, input: StartHandoverInput): Promise<HandoverStart> {
  const { leadId, conversationId, deviceId, reason, siteUrl, manner } = parseInput(startHandoverSchema, input);

  return withTenant(ctx, async (tx) => {
    const lead = await lockLead(tx, ctx.tenant.id, leadId);
    if (isOver(lead.status)) return { type: "lead_over" };
    const { holder } = await lockHolder(tx, ctx, conversationId);
    const speaker = holder.type === "person" ? holder : await holderElsewhere(tx, ctx, lead);
    if (speaker.type === "person") return { type: "has_person", by: speaker.user };

    const open = await findUnhandled(tx, ctx, lead);
    if (open && (await liveOfferOf(tx, ctx.tenant.id, open.id))) return { type: "already_open", handoverId: open.id };
    // Open without an offer: there was nobody to ask. Perhaps there is now.
    const handover = open ?? (await insertHandover(tx, ctx, { leadId, conversationId, reason }));
    if (!handover) throw new Error("a hand-over was opened without the lead's lock");
    if (!open) await recordStart(tx, ctx, handover, manner);
    // Again: whoever handled the one before is the lead's person by now.
    const current = await lockLead(tx, ctx.tenant.id, leadId);
    const to = await offerNext(tx, ctx, { lead: current, handover, place: { conversationId, deviceId, siteUrl } });
    return to ? { type: "offered", handoverId: handover.id, to } : { type: "no_staff", handoverId: handover.id };
  });
}

/** The customer may write to two devices: whoever has them in one conversation has the lead. */
async function holderElsewhere(tx: Tx, ctx: Ctx, lead: LeadRow): Promise<Holder> {
  const claimed = await tx.handover.findFirst({
    where: {
      tenantId: ctx.tenant.id,
      leadId: lead.id,
      status: "claimed",
      conversation: { takenOverAt: { not: null } },
    },
    orderBy: { claimedAt: "desc" },
    select: { claimedBy: { select: { id: true, name: true } }, conversation: { select: { takenOverBy: true } } },
  });
  const person = claimed?.claimedBy;
  if (!person || claimed.conversation?.takenOverBy !== person.id) return { type: "bot" };
  return { type: "person", user: { userId: person.id, name: person.name } };
}

/**
 * The open hand-over, unless somebody took the conversation past it and gave it back: that was its end, and the lead's
 * person from now on.
 */
async function findUnhandled(tx: Tx, ctx: Ctx, lead: LeadRow): Promise<HandoverRow | null> {
  const open = await findOpenHandover(tx, ctx.tenant.id, lead.id);
  if (!open?.conversationId) return open;
  const stretch = await tx.takeover.findFirst({
    where: { tenantId: ctx.tenant.id, conversationId: open.conversationId, startedAt: { gt: open.createdAt } },
    orderBy: { startedAt: "desc" },
    select: { user: { select: { id: true, name: true } } },
  });
  if (!stretch) return open;
  const { user } = stretch;
  if (!user) await closeOpenHandover(tx, ctx, open.id);
  else {
    const person = { userId: user.id, name: user.name };
    // Nobody is told: messages come after the colleagues' rows are locked, see README.
    await settleHandover(tx, ctx, { lead, handover: open, person }, null);
  }
  return null;
}

async function recordStart(tx: Tx, ctx: Ctx, handover: HandoverRow, manner: CustomerManner | undefined): Promise<void> {
  await recordLeadEvent(tx, ctx, handover.leadId, "handover.started", {
    ...{ handoverId: handover.id, reason: handover.reason },
    ...(manner && { manner }),
  });
}
