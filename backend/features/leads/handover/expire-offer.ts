import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { lockLead } from "../lead-store";
import { recordLeadEvent } from "../record-lead-event";
import { type ExpireOfferInput, expireOfferSchema } from "../schemas";
import { type Advance, advanceHandover } from "./advance-handover";
import { getHandover } from "./handover-store";

export type Expiry =
  | { type: "expired"; next: Advance }
  /** Answered meanwhile, or expired by an earlier run of the job. */
  | { type: "nothing_to_do" }
  /** The job came before its time, by our clock; it was set again. */
  | { type: "too_early" };

/** Silence is a no: an offer nobody answered in time is over and the next person is asked. Safe to run again. */
export async function expireOffer(ctx: Ctx, input: ExpireOfferInput): Promise<Expiry> {
  const { offerId, siteUrl } = parseInput(expireOfferSchema, input);
  const key = { tenantId_id: { tenantId: ctx.tenant.id, id: offerId } };

  return withTenant(ctx, async (tx) => {
    const known = await tx.handoverOffer.findUnique({ where: key, select: { handover: { select: { leadId: true } } } });
    if (!known) return { type: "nothing_to_do" };
    const lead = await lockLead(tx, ctx.tenant.id, known.handover.leadId);
    const offer = await tx.handoverOffer.findUniqueOrThrow({ where: key });
    if (offer.status !== "offered" || !offer.expiresAt) return { type: "nothing_to_do" };
    if (ctx.clock.now() < offer.expiresAt) {
      const payload = { tenantId: ctx.tenant.id, offerId };
      await ctx.db.jobs.enqueue(tx, "expire-offer", payload, { startAfter: offer.expiresAt });
      return { type: "too_early" };
    }

    await tx.handoverOffer.update({ where: key, data: { status: "expired" } });
    const { handoverId, userId } = offer;
    await recordLeadEvent(tx, ctx, lead.id, "handover.expired", { handoverId, userId });
    const handover = await getHandover(tx, ctx.tenant.id, handoverId);
    return { type: "expired", next: await advanceHandover(tx, ctx, { lead, handover, siteUrl }) };
  });
}
