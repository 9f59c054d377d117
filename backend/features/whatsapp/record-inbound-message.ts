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
    await withTenantSql(ctx, async (sql) => {
      if (message.fromMe) return recordPhoneMessage(sql, device, message);
      delayMs = await storeMessage(sql, device, message, burstDelayMs);
    });
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
  const user = await findStaff(sql, message.phone);
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

async function findStaff(sql: Sql, phone: string | null): Promise<{ id: string; customerMode: boolean } | null> {
  if (!phone) return null;
  const { rows } = await sql.query<{ id: string; customer_mode: boolean }>({
    name: "inbox-staff",
    text: `SELECT id, customer_mode FROM users
            WHERE tenant_id = (SELECT app_tenant_id()) AND whatsapp_number = $1 AND status = 'active'`,
    values: [phone],
  });
  return rows[0] ? { id: rows[0].id, customerMode: rows[0].customer_mode } : null;
}

function kindOf(message: InboundMessage): string {
  if (message.media) return message.media.kind;
  return message.location ? "location" : "text";
}

function contentOf(message: InboundMessage): string | null {
  const content = message.media ?? message.location;
  return content ? JSON.stringify(content) : null;
}
