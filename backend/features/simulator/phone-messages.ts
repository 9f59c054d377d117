import { z } from "zod";
import type { Database } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { SimulatedDevice } from "./simulated-device";

const MESSAGES_SHOWN = 200;
/** Of one webhook call. */
const MOST_RECEIPTS = 500;

const rowSchema = z.object({
  id: z.string(),
  seq: z.string(),
  direction: z.enum(["inbound", "outbound"]),
  sender: z.enum(["customer", "bot", "sales", "owner_phone", "system"]),
  sender_name: z.string().nullable(),
  kind: z.string(),
  text: z.string(),
  media: z.unknown(),
  provider_id: z.string().nullable(),
  reply_to_id: z.string().nullable(),
  status: z.enum(["received", "sent", "delivered", "read"]),
  is_done: z.boolean(),
  at: z.date(),
  created_at: z.date(),
});
export type PhoneMessage = z.output<typeof rowSchema>;

/** Who is looking at the chat: the person who wrote to the showroom, or the showroom's own phone. */
export type ChatSide = "person" | "showroom";

export type PhoneMessagesQuery = {
  device: SimulatedDevice;
  phone: string;
  side: ChatSide;
  afterSeq?: string | undefined;
};

/**
 * The newest messages between one phone and one device, oldest first: on a person's phone as customer and as staff
 * together, on the showroom's what was said with the customer. What the showroom has not sent yet is on neither.
 * `afterSeq` leaves out older ones. `sender_name` is who of sales wrote, where that is known.
 */
export async function listPhoneMessages(
  db: Database,
  { device, phone, side, afterSeq }: PhoneMessagesQuery,
): Promise<PhoneMessage[]> {
  const rows = await withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
    const { rows } = await sql.query(
      `SELECT m.id, m.seq::text, m.direction::text, m.sender::text, coalesce(had_it.name, has_it.name) AS sender_name,
              m.kind, m.text, m.media, m.provider_id, m.reply_to_id, m.status::text, m.done_at IS NOT NULL AS is_done,
              coalesce(m.sent_at, m.created_at) AS at, m.created_at
         FROM messages m
         JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
         LEFT JOIN LATERAL (${HOLDER_AT_THE_TIME}) AS had_it ON m.sender = 'sales'
         LEFT JOIN users has_it ON m.sender = 'sales' AND has_it.tenant_id = c.tenant_id
                                   AND has_it.id::text = c.taken_over_by
        WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND c.phone = $2 AND m.seq > $3::bigint
          AND (m.direction = 'inbound' OR m.status IN ('sent', 'delivered', 'read'))
          AND ($4 = 'person' OR c.persona = 'customer')
        ORDER BY m.seq DESC LIMIT ${MESSAGES_SHOWN}`,
      [device.id, phone, afterSeq ?? "0", side],
    );
    return rows;
  });
  return rowSchema.array().parse(rows.reverse());
}

/** A message does not say who of sales wrote it; the stretch of the conversation it was written in does. */
const HOLDER_AT_THE_TIME = `
  SELECT u.name FROM takeovers t JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.user_id
   WHERE t.tenant_id = m.tenant_id AND t.conversation_id = m.conversation_id AND t.started_at <= m.created_at
     AND (t.ended_at IS NULL OR t.ended_at > m.created_at)
   ORDER BY t.started_at DESC LIMIT 1`;

/** Provider ids of what arrived on the phone and was not looked at yet, oldest first. */
export async function listUnreadOnPhone(db: Database, device: SimulatedDevice, phone: string): Promise<string[]> {
  return withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
    const { rows } = await sql.query<{ provider_id: string }>(
      `SELECT m.provider_id FROM messages m
         JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
        WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND c.phone = $2
          AND m.direction = 'outbound' AND m.status IN ('sent', 'delivered') AND m.provider_id IS NOT NULL
        ORDER BY m.seq LIMIT ${MOST_RECEIPTS}`,
      [device.id, phone],
    );
    return rows.map((row) => row.provider_id);
  });
}
