import { parseStaffMessage } from "@/backend/features/language";
import { pendingOffer } from "@/backend/features/leads";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { OfferReply } from "./lead-offer-flow";
import { PIN_FLOW, PIN_PASSED } from "./pin";

/** Says nothing but the answer, so it may come late or again. */
const BARE_ANSWER = /^\W*(?:1|2|ambil|skip|take|lewat)\W*$/i;

/**
 * What a message of staff says to the lead they were offered; null when it speaks of something else. The newest thing
 * said is what is answered: a flow that moved on since the offer keeps its "1".
 */
export async function readOfferReply(
  tx: Tx,
  ctx: Ctx,
  conversationId: string,
  text: string,
): Promise<OfferReply | null> {
  const reading = parseStaffMessage(text, { flow: "lead_offer" });
  if (reading.command !== "lead_take" && reading.command !== "lead_skip") return null;
  const isBare = BARE_ANSWER.test(text);
  if (!isBare && parseStaffMessage(text).command !== "unknown") return null;

  const offer = await pendingOffer(ctx);
  if (!offer || (!offer.isFresh && !isBare)) return null;
  const movedOn = await tx.conversationState.count({
    where: {
      ...{ tenantId: ctx.tenant.id, conversationId },
      ...{ updatedAt: { gte: offer.offeredAt }, expiresAt: { gt: ctx.clock.now() } },
      // A PIN that was told stays for a while; nothing waits for an answer there.
      NOT: { flow: PIN_FLOW, step: PIN_PASSED },
    },
  });
  return movedOn > 0 ? null : { answer: reading.command === "lead_take" ? "take" : "skip", offerId: offer.offerId };
}
