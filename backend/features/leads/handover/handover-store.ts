import type { Handover, HandoverOffer } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Candidate } from "./order-candidates";

export type HandoverRow = Handover;
export type OfferRow = HandoverOffer;

/** Opens a hand-over of a lead that has none open; null when it has: the partial unique key decides. */
export async function insertHandover(
  tx: Tx,
  ctx: Ctx,
  handover: { leadId: string; conversationId: string | null; reason: string },
): Promise<HandoverRow | null> {
  const id = Bun.randomUUIDv7();
  const { count } = await tx.handover.createMany({
    data: [{ tenantId: ctx.tenant.id, id, ...handover, createdAt: ctx.clock.now() }],
    skipDuplicates: true,
  });
  return count === 0
    ? null
    : tx.handover.findUniqueOrThrow({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } });
}

export function findOpenHandover(tx: Tx, tenantId: number, leadId: string): Promise<HandoverRow | null> {
  return tx.handover.findFirst({ where: { tenantId, leadId, status: "open" } });
}

export function getHandover(tx: Tx, tenantId: number, id: string): Promise<HandoverRow> {
  return tx.handover.findUniqueOrThrow({ where: { tenantId_id: { tenantId, id } } });
}

/** The one statement that decides who has a lead: of all who claim, one gets true. */
export async function claimOpenHandover(tx: Tx, ctx: Ctx, handoverId: string, userId: string): Promise<boolean> {
  const claimed = await tx.$executeRaw`
    UPDATE handovers SET status = 'claimed', claimed_by_id = ${userId}::uuid, claimed_at = ${ctx.clock.now()}
     WHERE tenant_id = ${ctx.tenant.id} AND id = ${handoverId}::uuid AND status = 'open'`;
  return claimed === 1;
}

export async function closeOpenHandover(tx: Tx, ctx: Ctx, handoverId: string): Promise<void> {
  const key = { tenantId: ctx.tenant.id, handoverId };
  await tx.handover.updateMany({
    where: { tenantId: key.tenantId, id: handoverId, status: "open" },
    data: { status: "closed" },
  });
  await tx.handoverOffer.updateMany({
    where: { ...key, status: "offered" },
    data: { status: "lost", answeredAt: ctx.clock.now() },
  });
}

export function liveOfferOf(tx: Tx, tenantId: number, handoverId: string): Promise<OfferRow | null> {
  return tx.handoverOffer.findFirst({ where: { tenantId, handoverId, status: "offered" } });
}

export async function insertOffer(
  tx: Tx,
  ctx: Ctx,
  offer: { handoverId: string; userId: string; expiresAt: Date | null },
): Promise<OfferRow> {
  const row = { tenantId: ctx.tenant.id, id: Bun.randomUUIDv7(), ...offer, offeredAt: ctx.clock.now() };
  return tx.handoverOffer.create({ data: row });
}

export async function setOfferStatus(tx: Tx, ctx: Ctx, offerId: string, status: OfferRow["status"]): Promise<void> {
  await tx.handoverOffer.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: offerId } },
    data: { status, answeredAt: ctx.clock.now() },
  });
}

export async function askedUserIds(tx: Tx, tenantId: number, handoverId: string): Promise<Set<string>> {
  const offers = await tx.handoverOffer.findMany({ where: { tenantId, handoverId }, select: { userId: true } });
  return new Set(offers.map(({ userId }) => userId));
}

/**
 * Everybody who can be asked: active, with a WhatsApp number. Their rows stay locked until the transaction ends, so that
 * two leads at the same moment do not both go to the one whose turn it is.
 */
export async function lockCandidates(tx: Tx, tenantId: number): Promise<Candidate[]> {
  await tx.$queryRaw`SELECT 1 FROM users WHERE tenant_id = ${tenantId} AND status = 'active' ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<Omit<Candidate, "turn">[]>`
    SELECT u.id AS "userId", u.name, u.role::text AS role, u.branch_id AS "branchId"
      FROM users u LEFT JOIN LATERAL (
             SELECT o.offered_at, o.id FROM handover_offers o
              WHERE o.tenant_id = u.tenant_id AND o.user_id = u.id
              ORDER BY o.offered_at DESC, o.id DESC LIMIT 1) AS latest ON true
     WHERE u.tenant_id = ${tenantId} AND u.status = 'active' AND u.whatsapp_number IS NOT NULL
     ORDER BY latest.offered_at NULLS FIRST, latest.id NULLS FIRST, u.created_at, u.id`;
  return rows.map((row, turn) => ({ ...row, turn }));
}
