import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { OFFER_MINUTES } from "./offer-next";

/** `isFresh`: waits for an answer and was made minutes ago, so that "oke" means it. Otherwise only a plain "1" does. */
export type PendingOffer = { offerId: string; offeredAt: Date; isFresh: boolean };

const MINUTE_MS = 60_000;
const FRESH_MS = 2 * OFFER_MINUTES * MINUTE_MS;
/** So long after it a "1" still speaks of an offer that is settled, and is told how. */
const REMEMBERED_MS = 60 * MINUTE_MS;

/** The offer that a "1" of the acting person would answer: the newest that waits, else the newest of late; null for none. */
export async function pendingOffer(ctx: Ctx): Promise<PendingOffer | null> {
  const { actor, tenant, clock } = ctx;
  if (actor.type !== "user") return null;
  const since = new Date(clock.now().getTime() - REMEMBERED_MS);
  const mine = { tenantId: tenant.id, userId: actor.userId };
  const orderBy = [{ offeredAt: "desc" as const }, { id: "desc" as const }];

  return withTenant(ctx, async (tx) => {
    const live = await tx.handoverOffer.findFirst({ where: { ...mine, status: "offered" }, orderBy });
    if (live) {
      const isFresh = clock.now().getTime() - live.offeredAt.getTime() <= FRESH_MS;
      return { offerId: live.id, offeredAt: live.offeredAt, isFresh };
    }
    const unclaimed = { status: "expired" as const, handover: { status: "open" as const } };
    const late = await tx.handoverOffer.findFirst({
      where: { ...mine, OR: [{ offeredAt: { gte: since } }, unclaimed] },
      orderBy,
    });
    return late && { offerId: late.id, offeredAt: late.offeredAt, isFresh: false };
  });
}
