import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { BurstDelay } from "./burst-delay";
import type { Device } from "./devices";
import { DuplicateMessageError } from "./duplicate-message-error";
import type { InboundMessage } from "./gateways/gateway";
import { touchSql } from "./lanes/lane-store";
import { personaOf } from "./persona";
import { recordPhoneMessage } from "./record-phone-message";

/**
 * Stores a message and wakes its conversation, in one transaction. False when it was already there: gateways deliver
 * more than once. The lane is touched before the insert; see lane-store.ts.
 */
export async function recordInboundMessage(
  ctx: Ctx,
  device: Device,
  message: InboundMessage,
  burstDelayMs: BurstDelay,
): Promise<boolean> {
  let delayMs = 0;
  try {
    if (message.fromMe) await recordPhoneMessage(ctx, device, message);
    else delayMs = await withTenantSql(ctx, (sql) => storeMessage(sql, device, message, burstDelayMs));
  } catch (error) {
    if (error instanceof DuplicateMessageError) return false;
    throw error;
  }
  // Later there is nothing to hurry for: the poll finds it.
  if (delayMs === 0 && !message.fromMe) ctx.db.signals.send("lanes", "conversation");
  ctx.db.signals.send("live", String(device.tenantId));
  return true;
}

/** One statement, each part fed by the one before it: the conversation, the touch of its lane, and then the message. */
const STORE_SQL = `
  WITH conversation AS (
    INSERT INTO conversations AS c (tenant_id, id, device_id, persona, chat_id, phone, user_id, name, unread)
    VALUES ($1, $2, $3, $4::persona, $5, $6, $7::uuid, $8, 1)
    ON CONFLICT (tenant_id, device_id, chat_id, persona) DO UPDATE SET
      last_message_at = now(), unread = c.unread + 1, phone = coalesce(c.phone, excluded.phone),
      user_id = excluded.user_id, name = CASE WHEN c.name = '' THEN excluded.name ELSE c.name END
    RETURNING tenant_id, id, device_id
  ), lane AS (
    ${touchSql(`SELECT tenant_id, 'conversation'::lane_kind, id, now() + $9::double precision * interval '1 millisecond'
                  FROM conversation`)}
    RETURNING subject_id
  )
  INSERT INTO messages (tenant_id, id, conversation_id, device_id, direction, sender, kind, text, media, provider_id,
                        status, sent_at)
  SELECT conversation.tenant_id, $10::uuid, lane.subject_id, conversation.device_id, 'inbound', $11::message_sender,
         $12, $13, $14::jsonb, $15, 'received', $16::timestamptz
    FROM conversation JOIN lane ON lane.subject_id = conversation.id
  ON CONFLICT (tenant_id, device_id, direction, provider_id) DO NOTHING`;

/** Returns in how many ms the conversation is to be answered. */
async function storeMessage(
  sql: Sql,
  device: Device,
  message: InboundMessage,
  burstDelayMs: BurstDelay,
): Promise<number> {
  const { staff: user, isKnown } = await lookUp(sql, device, message);
  if (isKnown) throw new DuplicateMessageError();
  const persona = personaOf(user, message.text);
  const isStaff = persona === "staff";
  const delayMs = burstDelayMs(persona, message.media !== undefined);
  const conversation = [
    device.tenantId,
    Bun.randomUUIDv7(),
    device.id,
    persona,
    message.chatId,
    message.phone,
    isStaff ? (user?.id ?? null) : null,
    message.senderName ?? "",
  ];
  const stored = [
    Bun.randomUUIDv7(),
    isStaff ? "sales" : "customer",
    kindOf(message),
    message.text,
    contentOf(message),
    message.providerId,
    message.sentAt,
  ];
  const { rowCount } = await sql.query({
    name: "inbox-store",
    text: STORE_SQL,
    values: [...conversation, delayMs, ...stored],
  });
  if (rowCount === 0) throw new DuplicateMessageError();
  return delayMs;
}

/**
 * Who writes, and whether this message came before. A message that is known must not be stored "again": while the bot
 * answers it, its row is locked by a transaction that wants the lane we would be holding, and both would wait for ever.
 */
async function lookUp(sql: Sql, device: Device, message: InboundMessage): Promise<Writer> {
  const { rows } = await sql.query<{ id: string | null; customer_mode: boolean | null; known: boolean }>({
    name: "inbox-look-up",
    text: `SELECT u.id, u.customer_mode,
                  EXISTS (SELECT 1 FROM messages
                           WHERE tenant_id = (SELECT app_tenant_id()) AND device_id = $2::uuid
                             AND direction = 'inbound' AND provider_id = $3) AS known
             FROM (VALUES (1)) AS one
             LEFT JOIN users u ON u.tenant_id = (SELECT app_tenant_id()) AND u.whatsapp_number = $1 AND u.status = 'active'`,
    values: [message.phone, device.id, message.providerId],
  });
  const [row] = rows;
  const staff = row?.id ? { id: row.id, customerMode: row.customer_mode ?? false } : null;
  return { staff, isKnown: row?.known ?? false };
}

type Writer = { staff: { id: string; customerMode: boolean } | null; isKnown: boolean };

function kindOf(message: InboundMessage): string {
  if (message.media) return message.media.kind;
  return message.location ? "location" : "text";
}

function contentOf(message: InboundMessage): string | null {
  const content = message.media ?? message.location;
  return content ? JSON.stringify(content) : null;
}
