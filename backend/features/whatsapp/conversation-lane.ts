import { recordEvent } from "@/backend/features/audit";
import type { Actor } from "@/backend/platform/actor";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database, Tx } from "@/backend/platform/database/database";
import { joined, withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import { type InboxMessage, type InboxView, loadInbox, type Silence } from "./inbox";
import { type ClaimedLane, extendLease, releaseLane, touchLane } from "./lanes/lane-store";
import { queueReplies } from "./queue-replies";
import { runIn, runOn } from "./run-sql";
import { splitTurns } from "./split-turns";
import type { ReceivedPhoto, Relay, Responder, Turn, TurnAnswer } from "./turn";

export type PhotoIntake = (
  ctx: Ctx,
  message: InboxMessage,
) => Promise<{ ok: true; photo: ReceivedPhoto } | { ok: false; userMessage: string }>;

export type ConversationLaneDeps = {
  db: Database;
  clock: Clock;
  respond: Responder;
  /** What a customer writes while a person has the conversation. */
  relay?: Relay;
  takePhoto: PhotoIntake;
  leaseMs: number;
};

/** After so many failures messages are answered one by one: the one that cannot be must not spoil its neighbours. */
const ATTEMPTS_TOGETHER = 4;
/** After so many a message is given up, said so, and the conversation goes on. */
const MAX_ATTEMPTS = 8;
/** What stays of a message that held a secret. */
const SECRET_TEXT = "••••";
const NOTHING: TurnAnswer = { replies: [] };
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
    const isDone = await answerTurn(deps, ctx, lane, inbox, { messages, giveUp, isLast: index === turns.length - 1 });
    if (!isDone) return deps.db.signals.send("lanes", "conversation");
    deps.db.signals.send("lanes", "device");
    deps.db.signals.send("live", String(lane.tenantId));
  }
}

/** False when the bot got the conversation back meanwhile: the lane is free again, for somebody who thinks first. */
async function answerTurn(
  deps: ConversationLaneDeps,
  ctx: Ctx,
  lane: ClaimedLane,
  inbox: InboxView,
  { messages, giveUp, isLast }: { messages: InboxMessage[]; giveUp: boolean; isLast: boolean },
): Promise<boolean> {
  const startedAt = performance.now();
  const think = async () => deps.respond(ctx, await prepareTurn(deps, ctx, inbox, messages));
  const act = inbox.silence ? null : giveUp ? apologise : await think();

  return withTenant(ctx, async (tx) => {
    const silence = await silenceNow(tx, ctx, inbox);
    if (!silence && !act) {
      await releaseLane(runIn(tx), lane, 0);
      return false;
    }
    if (silence === "person" && !giveUp) await deps.relay?.(joined(ctx, tx), toTurn(inbox, messages));
    const answer = silence || !act ? NOTHING : await act(joined(ctx, tx));
    if (giveUp)
      await recordEvent(tx, ctx, { type: "message.dead", data: { messageIds: messages.map(({ id }) => id) } });
    await storeAnswer(tx, ctx, inbox, messages, answer);
    await markDone(tx, ctx, messages, answer, Math.round(performance.now() - startedAt));
    if (!isLast) await extendLease(runIn(tx), lane, deps.leaseMs);
    else await releaseLane(runIn(tx), lane, inbox.hasMore ? 0 : null);
    return true;
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
  return {
    ...toTurn(inbox, messages),
    photos: taken.flatMap((result) => (result.ok ? [result.photo] : [])),
    photoRefusals: taken.flatMap((result) => (result.ok ? [] : [result.userMessage])),
  };
}

function toTurn(inbox: InboxView, messages: InboxMessage[]): Turn {
  const { id, persona, phone, name, deviceId, deviceNumber } = inbox.conversation;
  return {
    conversation: { id, persona, phone, name, deviceId, deviceNumber },
    messages: messages.map(({ id, kind, text, sentAt }) => ({ id, kind, text, sentAt })),
    photos: [],
    photoRefusals: [],
  };
}

/** Asked again where it counts: the bot says nothing while a person has the conversation; the messages are kept. */
async function silenceNow(tx: Tx, ctx: Ctx, inbox: InboxView): Promise<Silence | null> {
  if (inbox.conversation.persona !== "customer") return null;
  const now = await tx.conversation.findUnique({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: inbox.conversation.id } },
    select: { erasedAt: true, takenOverAt: true, botEnabled: true, device: { select: { botEnabled: true } } },
  });
  if (!now || now.erasedAt) return "erased";
  if (now.takenOverAt) return "person";
  return now.botEnabled && now.device.botEnabled ? null : "off";
}

async function storeAnswer(
  tx: Tx,
  ctx: Ctx,
  inbox: InboxView,
  messages: InboxMessage[],
  { attention, ...answer }: TurnAnswer,
): Promise<void> {
  const { id, deviceId } = inbox.conversation;
  if (attention) {
    await tx.conversation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { attention, attentionAt: ctx.clock.now() },
    });
  }
  if (answer.replies.length === 0) return;
  await touchLane(runIn(tx), { tenantId: ctx.tenant.id, kind: "device", subjectId: deviceId });
  await queueReplies(tx, ctx, inbox, messages, answer);
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
      ...(answer.facts && { facts: JSON.parse(JSON.stringify(answer.facts)) }),
      model: answer.model ?? null,
      promptVersion: answer.promptVersion ?? null,
      ...(answer.isSecret && { text: SECRET_TEXT }),
    },
  });
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
  if (inbox.conversation.persona !== "staff" || !user) return { type: "customer", phone: inbox.conversation.phone };
  return { type: "user", userId: user.id, name: user.name, role: user.role, permissions: user.permissions };
}
