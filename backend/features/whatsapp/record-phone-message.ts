import type { Ctx } from "@/backend/platform/ctx";
import type { Sql, Tx } from "@/backend/platform/database/database";
import { withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Device } from "./devices";
import { DuplicateMessageError } from "./duplicate-message-error";
import type { InboundMessage } from "./gateways/gateway";
import { personaOf } from "./persona";
import { endTakeover, LOCKED_COLUMNS, type LockedConversation, startTakeover } from "./takeover-store";

/**
 * A message typed by a person on the showroom's own phone: stored as theirs, and the conversation is that person's until
 * it is handed back, which "/bot on" in the chat itself does. The echo of something we sent ourselves is neither, and a
 * note to itself or to a member of staff takes nobody's customer over.
 * @throws DuplicateMessageError when the gateway told of it before; nothing is changed then.
 */
export async function recordPhoneMessage(ctx: Ctx, device: Device, message: InboundMessage): Promise<void> {
  if (message.chatId === device.number) return;
  if (await withTenantSql(ctx, (sql) => isOwnEcho(sql, device, message))) return;

  await withTenant(ctx, async (tx) => {
    const conversation = await openConversation(tx, ctx, device, message);
    if (conversation.persona === "customer") await changeHands(tx, ctx, conversation, message.text);
    const isNew = await storeMessage(tx, ctx, conversation, message);
    // Rolls the takeover back as well: a repetition must not take a conversation that was handed back since.
    if (!isNew) throw new DuplicateMessageError();
  });
}

/** By its id; else by its words. A picture without words may as well be a person's. */
async function isOwnEcho(sql: Sql, device: Device, message: InboundMessage): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      WHERE m.tenant_id = $1 AND m.device_id = $2 AND m.direction = 'outbound' AND m.sender <> 'owner_phone'
        AND (m.provider_id = $3
             OR (coalesce(m.facts->>'to', c.chat_id) = $4 AND m.text = $5 AND m.text <> '' AND m.sent_at > now() - interval '2 minutes'
                 AND m.status IN ('sending', 'sent', 'unknown', 'delivered', 'read')))
      LIMIT 1`,
    [device.tenantId, device.id, message.providerId, message.chatId, message.text],
  );
  return rowCount !== 0;
}

/** The chat's conversation, its row locked. A person has looked at it: nothing in it is unread or waits for attention. */
async function openConversation(
  tx: Tx,
  ctx: Ctx,
  device: Device,
  message: InboundMessage,
): Promise<LockedConversation> {
  const user = message.phone
    ? await tx.user.findFirst({
        where: { tenantId: ctx.tenant.id, whatsappNumber: message.phone, status: "active" },
        select: { id: true, customerMode: true },
      })
    : null;
  const persona = personaOf(user, "");
  const rows = await tx.$queryRawUnsafe<LockedConversation[]>(
    `INSERT INTO conversations AS c (tenant_id, id, device_id, persona, chat_id, phone, user_id)
     VALUES ($1::integer, $2::uuid, $3::uuid, $4::persona, $5, $6, $7::uuid)
     ON CONFLICT (tenant_id, device_id, chat_id, persona) DO UPDATE SET
       last_message_at = now(), unread = 0, attention = NULL, attention_at = NULL
     RETURNING ${LOCKED_COLUMNS}`,
    device.tenantId,
    Bun.randomUUIDv7(),
    device.id,
    persona,
    message.chatId,
    message.phone,
    persona === "staff" ? (user?.id ?? null) : null,
  );
  const [conversation] = rows;
  if (!conversation) throw new Error("conversation was not stored");
  return conversation;
}

async function changeHands(tx: Tx, ctx: Ctx, conversation: LockedConversation, text: string): Promise<void> {
  const command = text.trim().toLowerCase();
  if (command !== "/bot on") {
    await startTakeover(tx, ctx, conversation, { userId: null, via: "phone", hasSpoken: command !== "/bot off" });
    return;
  }
  await endTakeover(tx, ctx, conversation, "phone");
  if (conversation.botEnabled) return;
  await tx.conversation.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id: conversation.id } },
    data: { botEnabled: true },
  });
}

async function storeMessage(
  tx: Tx,
  ctx: Ctx,
  conversation: LockedConversation,
  message: InboundMessage,
): Promise<boolean> {
  const { count } = await tx.message.createMany({
    data: [
      {
        tenantId: ctx.tenant.id,
        conversationId: conversation.id,
        deviceId: conversation.deviceId,
        direction: "outbound",
        sender: "owner_phone",
        kind: message.media?.kind ?? "text",
        text: message.text,
        ...(message.media && { media: JSON.parse(JSON.stringify(message.media)) }),
        providerId: message.providerId,
        status: "sent",
        sentAt: message.sentAt ?? ctx.clock.now(),
        doneAt: ctx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
