import type { Sql } from "@/backend/platform/database/database";
import type { Device } from "./devices";
import { DuplicateMessageError } from "./duplicate-message-error";
import type { InboundMessage } from "./gateways/gateway";

/**
 * A message typed by a person on the showroom's own phone: stored as theirs, and the conversation is that person's until
 * it is handed back. The echo of something we sent ourselves is neither. Only known customers' conversations count: a
 * note the showroom writes to itself has no customer.
 */
export async function recordPhoneMessage(sql: Sql, device: Device, message: InboundMessage): Promise<void> {
  if (message.chatId === device.number || (await isOwnEcho(sql, device, message))) return;
  const conversationId = await takeOver(sql, device, message);
  const { rowCount } = await sql.query(
    `INSERT INTO messages (tenant_id, id, conversation_id, device_id, direction, sender, kind, text, media, provider_id,
                           status, sent_at, done_at)
     VALUES ($1, $2, $3, $4, 'outbound', 'owner_phone', $5, $6, $7, $8, 'sent', coalesce($9, now()), now())
     ON CONFLICT (tenant_id, device_id, direction, provider_id) DO NOTHING`,
    [
      device.tenantId,
      Bun.randomUUIDv7(),
      conversationId,
      device.id,
      message.media?.kind ?? "text",
      message.text,
      message.media ? JSON.stringify(message.media) : null,
      message.providerId,
      message.sentAt,
    ],
  );
  // Rolls the takeover back as well: a repetition must not take a conversation that was handed back since.
  if (rowCount === 0) throw new DuplicateMessageError();
}

async function isOwnEcho(sql: Sql, device: Device, message: InboundMessage): Promise<boolean> {
  const { rowCount } = await sql.query(
    `SELECT 1 FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
      WHERE m.tenant_id = $1 AND m.device_id = $2 AND m.direction = 'outbound' AND m.sender <> 'owner_phone'
        AND (m.provider_id = $3 OR (c.chat_id = $4 AND m.text = $5 AND m.sent_at > now() - interval '2 minutes'
             AND m.status IN ('sending', 'sent', 'unknown', 'delivered', 'read')))
      LIMIT 1`,
    [device.tenantId, device.id, message.providerId, message.chatId, message.text],
  );
  return rowCount !== 0;
}

async function takeOver(sql: Sql, device: Device, message: InboundMessage): Promise<string> {
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO conversations AS c (tenant_id, id, device_id, persona, chat_id, phone, taken_over_by, taken_over_at)
     VALUES ($1, $2, $3, 'customer', $4, $5, 'owner_phone', now())
     ON CONFLICT (tenant_id, device_id, chat_id, persona) DO UPDATE SET
       last_message_at = now(), unread = 0, taken_over_by = coalesce(c.taken_over_by, 'owner_phone'), taken_over_at = now()
     RETURNING id`,
    [device.tenantId, Bun.randomUUIDv7(), device.id, message.chatId, message.phone],
  );
  const id = rows[0]?.id;
  if (!id) throw new Error("conversation was not stored");
  return id;
}
