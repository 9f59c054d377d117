import { recordEvent } from "@/backend/features/audit";
import type { Actor } from "@/backend/platform/actor";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database, Tx } from "@/backend/platform/database/database";
import { joined, withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import { type InboxMessage, type InboxView, loadInbox } from "./inbox";
import { type ClaimedLane, extendLease, releaseLane, touchLane } from "./lanes/lane-store";
import { queueReplies } from "./queue-replies";
import { runIn, runOn } from "./run-sql";
import { splitTurns } from "./split-turns";
import type { ReceivedPhoto, Responder, Turn, TurnAnswer } from "./turn";

export type PhotoIntake = (
  ctx: Ctx,
  message: InboxMessage,
) => Promise<{ ok: true; photo: ReceivedPhoto } | { ok: false; userMessage: string }>;

export type ConversationLaneDeps = {
  db: Database;
  clock: Clock;
  respond: Responder;
  takePhoto: PhotoIntake;
  leaseMs: number;
};

/** After so many failures messages are answered one by one: the one that cannot be must not spoil its neighbours. */
const ATTEMPTS_TOGETHER = 4;
/** After so many a message is given up, said so, and the conversation goes on. */
const MAX_ATTEMPTS = 8;
const APOLOGY = "Maaf, pesan ini belum bisa kami proses karena gangguan di sistem kami. Silakan kirim sekali lagi.";

/**
 * Answers what waits in one conversation, in order. Each turn is one transaction: state, replies, the business change
 * and "message done" happen together or not at all, and only while this process still holds the lane.
 */
export async function workConversationLane(deps: ConversationLaneDeps, lane: ClaimedLane): Promise<void> {
  const scope = { db: deps.db, tenant: { id: lane.tenantId } };
  const inbox = await withTenantSql(scope, (sql) => loadInbox(sql, lane.subjectId));
  if (!inbox || inbox.messages.length === 0) {
    await withTenantSql(scope, (sql) => releaseLane(runOn(sql), lane));
    return;
  }

  const ctx = contextOf(deps, lane, inbox);
  const turns =
    lane.attempts < ATTEMPTS_TOGETHER
      ? splitTurns(inbox.conversation.persona, inbox.messages)
      : inbox.messages.map((message) => [message]);
  for (const [index, messages] of turns.entries()) {
    // What failed is the first turn: those before it are done, those behind it have not been tried.
    const giveUp = index === 0 && lane.attempts >= MAX_ATTEMPTS;
    await answerTurn(deps, ctx, lane, inbox, { messages, giveUp, isLast: index === turns.length - 1 });
    deps.db.signals.send("lanes", "device");
    deps.db.signals.send("live", String(lane.tenantId));
  }
}

async function answerTurn(
  deps: ConversationLaneDeps,
  ctx: Ctx,
  lane: ClaimedLane,
  inbox: InboxView,
  { messages, giveUp, isLast }: { messages: InboxMessage[]; giveUp: boolean; isLast: boolean },
): Promise<void> {
  const startedAt = performance.now();
  const think = async () => deps.respond(ctx, await prepareTurn(deps, ctx, inbox, messages));
  const act = inbox.isSilent ? sayNothing : giveUp ? apologise : await think();

  await withTenant(ctx, async (tx) => {
    const answer = (await isSilent(tx, ctx, inbox)) ? await sayNothing() : await act(joined(ctx, tx));
    if (giveUp)
      await recordEvent(tx, ctx, { type: "message.dead", data: { messageIds: messages.map(({ id }) => id) } });
    if (answer.replies.length > 0) {
      await touchLane(runIn(tx), { tenantId: lane.tenantId, kind: "device", subjectId: inbox.conversation.deviceId });
      await queueReplies(tx, ctx, inbox, messages, answer);
    }
    await markDone(tx, ctx, messages, answer, Math.round(performance.now() - startedAt));
    if (!isLast) await extendLease(runIn(tx), lane, deps.leaseMs);
    else await releaseLane(runIn(tx), lane, inbox.hasMore ? 0 : null);
  });
}

/** Pictures are fetched before the transaction opens: nothing waits on the network with a transaction in hand. */
async function prepareTurn(
  deps: ConversationLaneDeps,
  ctx: Ctx,
  inbox: InboxView,
  messages: InboxMessage[],
): Promise<Turn> {
  const pictures = messages.filter(({ kind }) => kind === "image");
  const taken = await Promise.all(pictures.map((message) => deps.takePhoto(ctx, message)));
  const { id, persona, phone, name, deviceId, deviceNumber } = inbox.conversation;

  return {
    conversation: { id, persona, phone, name, deviceId, deviceNumber },
    messages: messages.map((message) => ({ id: message.id, kind: message.kind, text: message.text })),
    photos: taken.flatMap((result) => (result.ok ? [result.photo] : [])),
    photoRefusals: taken.flatMap((result) => (result.ok ? [] : [result.userMessage])),
  };
}

/** Asked again where it counts: the bot says nothing while a person has the conversation; the messages are kept. */
async function isSilent(tx: Tx, ctx: Ctx, inbox: InboxView): Promise<boolean> {
  if (inbox.conversation.persona === "staff") return false;
  const speaking = await tx.conversation.count({
    where: {
      tenantId: ctx.tenant.id,
      id: inbox.conversation.id,
      takenOverAt: null,
      botEnabled: true,
      device: { botEnabled: true },
    },
  });
  return speaking === 0;
}

async function markDone(
  tx: Tx,
  ctx: Ctx,
  messages: InboxMessage[],
  answer: TurnAnswer,
  processingMs: number,
): Promise<void> {
  await tx.message.updateMany({
    where: { tenantId: ctx.tenant.id, id: { in: messages.map(({ id }) => id) } },
    data: {
      doneAt: ctx.clock.now(),
      processingMs,
      intent: answer.intent ?? null,
      confidence: answer.confidence ?? null,
      ...(answer.entities && { entities: JSON.parse(JSON.stringify(answer.entities)) }),
    },
  });
}

async function sayNothing(): Promise<TurnAnswer> {
  return { replies: [] };
}

async function apologise(): Promise<TurnAnswer> {
  return { replies: [{ text: APOLOGY }], intent: "dead" };
}

function contextOf(deps: ConversationLaneDeps, lane: ClaimedLane, inbox: InboxView): Ctx {
  return {
    tenant: { id: lane.tenantId },
    actor: actorOf(inbox),
    db: deps.db,
    clock: deps.clock,
    requestId: `lane:${lane.subjectId.slice(-12)}:${lane.token}`,
  };
}

function actorOf(inbox: InboxView): Actor {
  const { user } = inbox;
  if (inbox.conversation.persona === "customer" || !user) return { type: "customer", phone: inbox.conversation.phone };
  return { type: "user", userId: user.id, name: user.name, role: user.role, permissions: user.permissions };
}
