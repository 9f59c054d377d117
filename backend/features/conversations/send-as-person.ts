import { createHash } from "node:crypto";
import { type LockedConversation, SHOWROOM_PHONE, sendMessage, startTakeover } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { unfilledVariables } from "./fill-quick-reply";
import { getCustomerConversation } from "./get-customer-conversation";
import { type SendAsPersonInput, sendAsPersonSchema } from "./schemas";
import { isChatPhotoOf } from "./store-chat-photo";
import { actingUser, refuseColleagues } from "./take-over-myself";
import { type UnitCard, unitCard } from "./unit-card";

export type SentAsPerson = {
  /** In the order they leave. */
  messageIds: string[];
  /** The bot, or the showroom's own phone, had the conversation until now. */
  tookOver: boolean;
};

type Part = { text: string; imageKey?: string };

/**
 * A person's words to a customer, through the outbox: text, photos and a unit's card, in this order. Takes the
 * conversation over when no person has it; owner and admin may write into a colleague's chat, which stays theirs. The
 * same `idempotencyKey` again answers as the first time and sends nothing.
 * @throws NotFoundError, RuleError (a colleague has it, the customer wants no messages, unit not for sale), ValidationError
 */
export async function sendAsPerson(ctx: Ctx, input: SendAsPersonInput): Promise<SentAsPerson> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId, text, photoKeys, carId, idempotencyKey, siteUrl } = parseInput(sendAsPersonSchema, input);
  const person = actingUser(ctx.actor);
  if (photoKeys.some((key) => !isChatPhotoOf(ctx.tenant.id, key)))
    throw new ValidationError({ photoKeys: "Foto ini tidak dikenal" });

  const [unfilled] = unfilledVariables(text);
  if (unfilled) throw new ValidationError({ text: `Isi dulu {${unfilled}} sebelum dikirim` });

  return withTenant(ctx, async (tx) => {
    const conversation = await getCustomerConversation(tx, ctx, conversationId);
    const known = await sentBefore(tx, ctx, conversationId, idempotencyKey);
    if (known.length > 0) return { messageIds: known, tookOver: false };

    const card = carId ? await unitCard(joined(ctx, tx), { carId, siteUrl }) : null;
    const parts = partsOf(text, photoKeys, card);
    if (parts.length === 0) throw new ValidationError({ text: "Tulis pesan, pilih foto, atau pilih unit dulu" });
    await refuseColleagues(tx, ctx, conversation.takenOverBy);
    await refuseUnwanted(tx, ctx, conversation);
    const tookOver = await takeOverBySpeaking(tx, ctx, conversation, person.userId);

    const messageIds: string[] = [];
    for (const [index, part] of parts.entries()) {
      const messageId = messageIdOf(conversationId, idempotencyKey, index);
      const message = { ...part, conversationId, messageId, sender: "sales" as const, userId: person.userId };
      await sendMessage(joined(ctx, tx), message);
      messageIds.push(messageId);
    }
    await tx.conversation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } },
      data: { lastMessageAt: ctx.clock.now(), unread: 0, attention: null, attentionAt: null },
    });
    return { messageIds, tookOver };
  });
}

/** One photo carries the text as its caption; of several, the text goes first. */
function partsOf(text: string, photoKeys: string[], card: UnitCard | null): Part[] {
  const [only] = photoKeys;
  const words: Part[] =
    only && photoKeys.length === 1
      ? [{ text, imageKey: only }]
      : [...(text ? [{ text }] : []), ...photoKeys.map((imageKey) => ({ text: "", imageKey }))];
  return card ? [...words, { text: card.text, ...(card.coverKey && { imageKey: card.coverKey }) }] : words;
}

/** Who asked for no messages may be answered when they write again, and is not written to first. */
async function refuseUnwanted(tx: Tx, ctx: Ctx, { id, optedOutAt }: LockedConversation): Promise<void> {
  if (!optedOutAt) return;
  const wroteSince = await tx.message.count({
    where: { tenantId: ctx.tenant.id, conversationId: id, direction: "inbound", createdAt: { gt: optedOutAt } },
  });
  if (wroteSince > 0) return;
  throw new RuleError("Pelanggan ini minta tidak dihubungi lagi. Anda bisa membalas kalau dia menulis lagi.");
}

/** The 12 hours of silence begin anew with every word of a person, also of one who only joins in. */
async function takeOverBySpeaking(
  tx: Tx,
  ctx: Ctx,
  conversation: LockedConversation,
  userId: string,
): Promise<boolean> {
  const { takenOverBy } = conversation;
  const isColleagues = takenOverBy !== null && takenOverBy !== SHOWROOM_PHONE && takenOverBy !== userId;
  if (isColleagues) return false;
  return (await startTakeover(tx, ctx, conversation, { userId, via: "dashboard", hasSpoken: true })).isNew;
}

async function sentBefore(tx: Tx, ctx: Ctx, conversationId: string, idempotencyKey: string): Promise<string[]> {
  const ids = Array.from({ length: MOST_PARTS }, (_, index) => messageIdOf(conversationId, idempotencyKey, index));
  const rows = await tx.message.findMany({
    where: { tenantId: ctx.tenant.id, id: { in: ids } },
    orderBy: { seq: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Text, ten photos, a card. */
const MOST_PARTS = 12;

/** The primary key makes a second message of the same key and part impossible. */
export function messageIdOf(conversationId: string, idempotencyKey: string, index: number): string {
  const hash = createHash("sha256").update(`${conversationId}\0${idempotencyKey}\0${index}`).digest("hex");
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}
