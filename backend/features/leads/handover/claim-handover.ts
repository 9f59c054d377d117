import { z } from "zod";
import { conversationDigest, notifyStaff, takeOver } from "@/backend/features/conversations";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined } from "@/backend/platform/database/with-tenant";
import { type LeadRow, updateLead } from "../lead-store";
import { toLeadView } from "../lead-view";
import { recordLeadEvent } from "../record-lead-event";
import { type CustomerManner, mannerSchema } from "../schemas";
import { lockHolder } from "./conversation-holder";
import { claimOpenHandover, getHandover, type HandoverRow, liveOfferOf, setOfferStatus } from "./handover-store";
import { announcement, claimedText, takenText } from "./texts";

export type Person = { userId: string; name: string };

export type Claim =
  | { type: "claimed"; deviceId: string | null }
  | { type: "yours" }
  | { type: "taken"; by: Person }
  /** Closed without anybody: the lead is over, or it was answered on the showroom's own phone. */
  | { type: "closed" };

type Parts = { lead: LeadRow; handover: HandoverRow; person: Person };

/**
 * Gives an open hand-over to a person: one wins, whoever tries and from where. The winner has the lead and the
 * conversation, and the customer is told who writes now. Somebody who has taken the conversation already wins instead.
 * The lead is locked.
 */
export async function claimHandover(tx: Tx, ctx: Ctx, { lead, handover, person }: Parts): Promise<Claim> {
  const { conversationId } = handover;
  const place = conversationId ? await lockHolder(tx, ctx, conversationId) : null;
  const holder = place?.holder.type === "person" ? place.holder.user : null;
  const winner = holder ?? person;
  const isSettled = await settleHandover(tx, ctx, { lead, handover, person: winner }, place?.deviceId ?? null);
  if (!isSettled) return outcomeFor(tx, ctx, person, await getHandover(tx, ctx.tenant.id, handover.id));

  if (winner.userId !== person.userId) return { type: "taken", by: winner };
  if (conversationId && !holder) {
    const text = announcement(lead.name, person.name, await mannerOf(tx, ctx, handover));
    const takeover = { conversationId, userId: person.userId, via: "claim" as const, announcement: text };
    await takeOver(joined(ctx, tx), takeover);
  }
  return { type: "claimed", deviceId: place?.deviceId ?? null };
}

/** What a hand-over that is no longer open means to somebody who wants it. */
export async function outcomeFor(tx: Tx, ctx: Ctx, person: Person, handover: HandoverRow): Promise<Claim> {
  if (!handover.claimedById) return { type: "closed" };
  if (handover.claimedById === person.userId) return { type: "yours" };
  const by = await tx.user.findUniqueOrThrow({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: handover.claimedById } },
    select: { id: true, name: true },
  });
  return { type: "taken", by: { userId: by.id, name: by.name } };
}

const DIGEST_LINES = 8;

/** Everything the winner needs, in their own chat with the device. */
export async function tellWinner(
  tx: Tx,
  ctx: Ctx,
  told: { lead: LeadRow; conversationId: string; deviceId: string; userId: string; siteUrl: string },
): Promise<void> {
  const { lead, conversationId, deviceId, userId, siteUrl } = told;
  const digest = await conversationDigest(joined(ctx, tx), conversationId, { limit: DIGEST_LINES });
  const text = claimedText({ lead: toLeadView(lead), digest, siteUrl });
  await notifyStaff(joined(ctx, tx), { userId, deviceId, text, about: conversationId });
}

/** Writes down who has it now; false when the hand-over was not open any more. */
export async function settleHandover(tx: Tx, ctx: Ctx, parts: Parts, deviceId: string | null): Promise<boolean> {
  const { lead, handover, person } = parts;
  if (!(await claimOpenHandover(tx, ctx, handover.id, person.userId))) return false;
  await settleOffers(tx, ctx, parts, deviceId);
  await updateLead(tx, ctx.tenant.id, lead.id, { assigneeId: person.userId, updatedAt: ctx.clock.now() });
  await recordLeadEvent(tx, ctx, lead.id, "handover.claimed", { handoverId: handover.id, ...person });
  return true;
}

/** Who is being asked this moment is told that the question is settled. */
async function settleOffers(
  tx: Tx,
  ctx: Ctx,
  { lead, handover, person }: Parts,
  deviceId: string | null,
): Promise<void> {
  const key = { tenantId: ctx.tenant.id, handoverId: handover.id };
  const live = await liveOfferOf(tx, key.tenantId, handover.id);
  if (live && live.userId !== person.userId) {
    await setOfferStatus(tx, ctx, live.id, "lost");
    const text = takenText(toLeadView(lead), person.name);
    const about = handover.conversationId ?? undefined;
    if (deviceId) await notifyStaff(joined(ctx, tx), { userId: live.userId, deviceId, text, about });
  }
  await tx.handoverOffer.updateMany({
    where: { ...key, userId: person.userId },
    data: { status: "claimed", answeredAt: ctx.clock.now() },
  });
}

const startedSchema = z.object({ manner: mannerSchema });

/** How the customer was spoken to when the hand-over began. */
async function mannerOf(tx: Tx, ctx: Ctx, handover: HandoverRow): Promise<CustomerManner> {
  const started = await tx.leadEvent.findFirst({
    where: {
      ...{ tenantId: ctx.tenant.id, leadId: handover.leadId, type: "handover.started" },
      data: { path: ["handoverId"], equals: handover.id },
    },
    select: { data: true },
  });
  const kept = startedSchema.safeParse(started?.data);
  return kept.success ? kept.data.manner : mannerSchema.parse({});
}
