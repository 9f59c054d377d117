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

export type PhoneMessagesQuery = { device: SimulatedDevice; phone: string; afterSeq?: string | undefined };

/**
 * The newest messages between one phone and one device, as customer and as staff together, oldest first. What the
 * showroom has not sent yet is not on the phone yet. `afterSeq` leaves out older ones.
 */
export async function listPhoneMessages(
  db: Database,
  { device, phone, afterSeq }: PhoneMessagesQuery,
): Promise<PhoneMessage[]> {
  const rows = await withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
    const { rows } = await sql.query(
      `SELECT m.id, m.seq::text, m.direction::text, m.sender::text, m.kind, m.text, m.media, m.provider_id, m.reply_to_id,
              m.status::text, m.done_at IS NOT NULL AS is_done, coalesce(m.sent_at, m.created_at) AS at, m.created_at
         FROM messages m
         JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
        WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND c.phone = $2 AND m.seq > $3::bigint
          AND (m.direction = 'inbound' OR m.status IN ('sent', 'delivered', 'read'))
        ORDER BY m.seq DESC LIMIT ${MESSAGES_SHOWN}`,
      [device.id, phone, afterSeq ?? "0"],
    );
    return rows;
  });
  return rowSchema.array().parse(rows.reverse());
}

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
