import { conversationDigest, notifyStaff } from "@/backend/features/conversations";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined } from "@/backend/platform/database/with-tenant";
import type { LeadRow } from "../lead-store";
import { toLeadView } from "../lead-view";
import { recordLeadEvent } from "../record-lead-event";
import { flagNoStaff } from "./conversation-holder";
import { askedUserIds, type HandoverRow, insertOffer, lockCandidates } from "./handover-store";
import { type Candidate, isWaitedFor, orderCandidates } from "./order-candidates";
import { offerText } from "./texts";

export const OFFER_MINUTES = 5;
const DIGEST_LINES = 4;

export type OfferedTo = { offerId: string; userId: string; name: string };

/** The conversation a lead is handed over from. */
export type HandoverPlace = { conversationId: string; deviceId: string; siteUrl: string };

/**
 * Asks the next person of a hand-over; null when there is nobody left to ask, which the dashboard then shows. The lead
 * is locked, the hand-over open, and none of its offers live.
 */
export async function offerNext(
  tx: Tx,
  ctx: Ctx,
  { lead, handover, place }: { lead: LeadRow; handover: HandoverRow; place: HandoverPlace },
): Promise<OfferedTo | null> {
  const people = await lockCandidates(tx, ctx.tenant.id);
  const ordered = orderCandidates(people, {
    askedIds: await askedUserIds(tx, ctx.tenant.id, handover.id),
    assigneeId: lead.assigneeId,
    branchId: lead.interests.find(({ car }) => car.branchId)?.car.branchId ?? null,
  });
  for (const person of ordered) {
    const offered = await offerTo(tx, ctx, { person, lead, handover, place });
    if (offered) return offered;
  }
  await flagNoStaff(tx, ctx, place.conversationId);
  await recordLeadEvent(tx, ctx, lead.id, "handover.no_staff", { handoverId: handover.id });
  return null;
}

type Offer = { person: Candidate; lead: LeadRow; handover: HandoverRow; place: HandoverPlace };

/** Null when this person cannot be reached after all. */
async function offerTo(tx: Tx, ctx: Ctx, { person, lead, handover, place }: Offer): Promise<OfferedTo | null> {
  const { conversationId, deviceId, siteUrl } = place;
  const digest = await conversationDigest(joined(ctx, tx), conversationId, { limit: DIGEST_LINES });
  const minutes = isWaitedFor(person, lead.assigneeId) ? null : OFFER_MINUTES;
  const text = offerText({ lead: toLeadView(lead), digest, siteUrl }, minutes);
  const { userId, name } = person;
  if (!(await notifyStaff(joined(ctx, tx), { userId, deviceId, text, about: conversationId }))) return null;

  const expiresAt = minutes === null ? null : new Date(ctx.clock.now().getTime() + minutes * 60_000);
  const offer = await insertOffer(tx, ctx, { handoverId: handover.id, userId, expiresAt });
  if (expiresAt) {
    const payload = { tenantId: ctx.tenant.id, offerId: offer.id };
    await ctx.db.jobs.enqueue(tx, "expire-offer", payload, { startAfter: expiresAt });
  }
  await recordLeadEvent(tx, ctx, lead.id, "handover.offered", { handoverId: handover.id, userId, name });
  return { offerId: offer.id, userId, name };
}
