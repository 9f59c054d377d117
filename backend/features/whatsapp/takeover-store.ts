import { actorRecord, recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Persona } from "./persona";

export type TakeoverVia = "phone" | "claim" | "dashboard" | "command";
export type TakeoverEnd = "command" | "dashboard" | "phone" | "silence" | "erasure";

/** So long may no person write before the bot goes on; the notice comes before that. */
export const SILENCE_MINUTES = 12 * 60;
export const NOTICE_MINUTES = 30;

/** What `taken_over_by` holds for whoever has the showroom's own phone; a user's id otherwise. */
export const SHOWROOM_PHONE = "owner_phone";

/** A conversation whose row this transaction has locked: who has it stays so until the commit. */
export type LockedConversation = {
  id: string;
  deviceId: string;
  persona: Persona;
  name: string;
  phone: string | null;
  botEnabled: boolean;
  takenOverBy: string | null;
  takenOverAt: Date | null;
  takeoverId: string | null;
  humanSpokeAt: Date | null;
  optedOutAt: Date | null;
  erasedAt: Date | null;
};

export const LOCKED_COLUMNS = `
  c.id, c.device_id AS "deviceId", c.persona::text, c.name, c.phone, c.bot_enabled AS "botEnabled",
  c.taken_over_by AS "takenOverBy", c.taken_over_at AS "takenOverAt", c.takeover_id AS "takeoverId",
  c.human_spoke_at AS "humanSpokeAt", c.opted_out_at AS "optedOutAt", c.erased_at AS "erasedAt"`;

/** Who has a conversation is only changed, and only decided upon, with its row locked. null: not in this tenant. */
export async function lockConversation(tx: Tx, ctx: Ctx, conversationId: string): Promise<LockedConversation | null> {
  const rows = await tx.$queryRawUnsafe<LockedConversation[]>(
    `SELECT ${LOCKED_COLUMNS} FROM conversations c
      WHERE c.tenant_id = $1::integer AND c.id = $2::uuid FOR NO KEY UPDATE`,
    ctx.tenant.id,
    conversationId,
  );
  return rows[0] ?? null;
}

/**
 * Begins a human stretch, or goes on with the present one: when it is that person's, and for the showroom's own phone
 * always, since whoever has the conversation may well use it. `hasSpoken`: it is a message to the customer that says so.
 */
export async function startTakeover(
  tx: Tx,
  ctx: Ctx,
  conversation: LockedConversation,
  { userId, via, hasSpoken }: { userId: string | null; via: TakeoverVia; hasSpoken: boolean },
): Promise<{ takeoverId: string; isNew: boolean }> {
  const { id: conversationId, takeoverId: present } = conversation;
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } };
  const now = ctx.clock.now();
  if (present && (via === "phone" || conversation.takenOverBy === userId)) {
    if (hasSpoken) await tx.conversation.update({ where, data: { humanSpokeAt: now } });
    return { takeoverId: present, isNew: false };
  }

  const takeoverId = Bun.randomUUIDv7();
  if (present) await closeTakeover(tx, ctx, present, "takeover");
  await tx.takeover.create({
    data: { tenantId: ctx.tenant.id, id: takeoverId, conversationId, userId, via, startedAt: now },
  });
  await tx.conversation.update({
    where,
    data: {
      takenOverBy: userId ?? SHOWROOM_PHONE,
      takenOverAt: now,
      takeoverId,
      humanSpokeAt: hasSpoken ? now : null,
      attention: null,
      attentionAt: null,
    },
  });
  const startAfter = new Date(now.getTime() + (SILENCE_MINUTES - NOTICE_MINUTES) * 60_000);
  await ctx.db.jobs.enqueue(tx, "resume-bot", { tenantId: ctx.tenant.id, takeoverId }, { startAfter });
  await recordEvent(tx, ctx, {
    type: "conversation.taken_over",
    data: { conversationId, takeoverId, userId, via, ...(present && { insteadOf: present }) },
  });
  return { takeoverId, isNew: true };
}

/** Gives the conversation back to the bot. False when the bot has it already. */
export async function endTakeover(
  tx: Tx,
  ctx: Ctx,
  conversation: LockedConversation,
  by: TakeoverEnd,
): Promise<boolean> {
  const { id: conversationId, takeoverId, takenOverAt } = conversation;
  if (!takenOverAt) return false;

  if (takeoverId) await closeTakeover(tx, ctx, takeoverId, by);
  await tx.conversation.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } },
    data: { takenOverBy: null, takenOverAt: null, takeoverId: null, humanSpokeAt: null },
  });
  await recordEvent(tx, ctx, { type: "conversation.handed_back", data: { conversationId, takeoverId, by } });
  return true;
}

async function closeTakeover(tx: Tx, ctx: Ctx, takeoverId: string, endedBy: TakeoverEnd | "takeover"): Promise<void> {
  await tx.takeover.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: takeoverId } },
    data: { endedAt: ctx.clock.now(), endedBy, endActor: actorRecord(ctx.actor) },
  });
}
