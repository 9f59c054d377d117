import { notifyStaff } from "@/backend/features/conversations";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { isOver } from "../lead-status";
import { type LeadRow, lockLead } from "../lead-store";
import { type LeadView, toLeadView } from "../lead-view";
import { recordLeadEvent } from "../record-lead-event";
import { type AnswerOfferInput, answerOfferSchema } from "../schemas";
import { actingPerson } from "./acting-person";
import { advanceHandover } from "./advance-handover";
import { type Claim, claimHandover, outcomeFor, type Person, tellWinner } from "./claim-handover";
import { getHandover, type HandoverRow, type OfferRow, setOfferStatus } from "./handover-store";
import { alreadyYoursText, closedText, skippedText, takenText } from "./texts";

export type OfferAnswer = Claim | { type: "skipped" };

/**
 * A member of staff takes or passes on what they were offered: the offer named, else the newest open one, else the
 * newest of all. Late is not too late: as long as nobody has the lead, a take wins. The answer is said in their own
 * chat, on the device they wrote to.
 * @throws NotFoundError when they were offered nothing
 */
export async function answerOffer(ctx: Ctx, input: AnswerOfferInput): Promise<OfferAnswer> {
  const { answer, offerId, deviceId, siteUrl } = parseInput(answerOfferSchema, input);
  const person = actingPerson(ctx);

  return withTenant(ctx, async (tx) => {
    const known = await offerOf(tx, ctx, person, offerId);
    const lead = await lockLead(tx, ctx.tenant.id, known.handover.leadId);
    const offer = await tx.handoverOffer.findUniqueOrThrow({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: known.id } },
    });
    const handover = await getHandover(tx, ctx.tenant.id, offer.handoverId);
    const parts = { lead, handover, offer, person, siteUrl };

    const outcome = answer === "take" ? await take(tx, ctx, parts) : await skip(tx, ctx, parts);
    await say(tx, ctx, parts, outcome, deviceId);
    return outcome;
  });
}

type Parts = { lead: LeadRow; handover: HandoverRow; offer: OfferRow; person: Person; siteUrl: string };

async function offerOf(tx: Tx, ctx: Ctx, person: Person, offerId: string | undefined) {
  const where = { tenantId: ctx.tenant.id, userId: person.userId, ...(offerId && { id: offerId }) };
  const select = { id: true, handover: { select: { leadId: true } } };
  const orderBy = [{ offeredAt: "desc" as const }, { id: "desc" as const }];
  const live = await tx.handoverOffer.findFirst({ where: { ...where, status: "offered" }, select, orderBy });
  const offer = live ?? (await tx.handoverOffer.findFirst({ where, select, orderBy }));
  if (!offer) throw new NotFoundError("offer", { userMessage: "Tidak ada lead yang sedang ditawarkan ke Anda." });
  return offer;
}

async function take(tx: Tx, ctx: Ctx, { lead, handover, offer, person }: Parts): Promise<Claim> {
  const isOpen = handover.status === "open" && !isOver(lead.status);
  const claim = isOpen
    ? await claimHandover(tx, ctx, { lead, handover, person })
    : await outcomeFor(tx, ctx, person, handover);
  const isLost = claim.type === "taken" || claim.type === "closed";
  if (isLost && (offer.status === "offered" || offer.status === "expired")) {
    await setOfferStatus(tx, ctx, offer.id, "lost");
  }
  return claim;
}

async function skip(tx: Tx, ctx: Ctx, { lead, handover, offer, person, siteUrl }: Parts): Promise<OfferAnswer> {
  if (offer.status !== "offered") {
    return handover.status === "open" ? { type: "skipped" } : outcomeFor(tx, ctx, person, handover);
  }
  await setOfferStatus(tx, ctx, offer.id, "skipped");
  await recordLeadEvent(tx, ctx, lead.id, "handover.skipped", { handoverId: handover.id, userId: person.userId });
  await advanceHandover(tx, ctx, { lead, handover, siteUrl });
  return { type: "skipped" };
}

async function say(
  tx: Tx,
  ctx: Ctx,
  { lead, handover, person, siteUrl }: Parts,
  outcome: OfferAnswer,
  deviceId: string,
): Promise<void> {
  const { conversationId } = handover;
  const { userId } = person;
  if (outcome.type === "claimed" && conversationId) {
    return tellWinner(tx, ctx, { lead, conversationId, deviceId, userId, siteUrl });
  }
  const text = answerText(toLeadView(lead), outcome);
  await notifyStaff(joined(ctx, tx), { userId, deviceId, text, about: conversationId ?? undefined });
}

function answerText(lead: LeadView, outcome: OfferAnswer): string {
  switch (outcome.type) {
    case "claimed":
    case "yours":
      return alreadyYoursText(lead);
    case "taken":
      return takenText(lead, outcome.by.name);
    case "skipped":
      return skippedText(lead);
    case "closed":
      return closedText(lead);
  }
}
