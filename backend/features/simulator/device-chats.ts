import { z } from "zod";
import type { Database } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { SimulatedDevice } from "./simulated-device";

const CHATS_SHOWN = 50;

const rowSchema = z.object({
  phone: z.string(),
  name: z.string(),
  unread: z.number(),
  is_taken_over: z.boolean(),
  is_bot_on: z.boolean(),
  holder_name: z.string().nullable(),
  holder_number: z.string().nullable(),
  lead_status: z.enum(["new", "warm", "hot", "cold", "closed", "lost"]).nullable(),
  lead_score: z.number().nullable(),
  offered_name: z.string().nullable(),
  offered_number: z.string().nullable(),
  direction: z.enum(["inbound", "outbound"]),
  sender: z.enum(["customer", "bot", "sales", "owner_phone", "system"]),
  kind: z.string(),
  text: z.string(),
  status: z.enum(["received", "sent", "delivered", "read"]),
  at: z.date(),
});
export type DeviceChatRow = z.output<typeof rowSchema>;

/**
 * The customers a device talks with, the one who wrote last first: what was said last, who of the showroom has the
 * conversation, the customer's open lead and who it is being offered to. Names and numbers are null where there is nobody.
 */
export async function listDeviceChats(db: Database, device: SimulatedDevice): Promise<DeviceChatRow[]> {
  const rows = await withTenantSql({ db, tenant: { id: device.tenantId } }, async (sql) => {
    const { rows } = await sql.query(CHATS_SQL, [device.id]);
    return rows;
  });
  return rowSchema.array().parse(rows);
}

/** At most one open lead per phone, hand-over per lead and offer per hand-over: their unique keys keep one row per chat. */
const CHATS_SQL = `
  SELECT c.phone, c.name, c.unread, c.taken_over_at IS NOT NULL AS is_taken_over,
         c.bot_enabled AND d.bot_enabled AS is_bot_on,
         holder.name AS holder_name, holder.whatsapp_number AS holder_number,
         l.status::text AS lead_status, l.score AS lead_score,
         asked.name AS offered_name, asked.whatsapp_number AS offered_number,
         last.direction::text, last.sender::text, last.kind, last.text, last.status::text, last.at
    FROM conversations c
    JOIN devices d ON d.tenant_id = c.tenant_id AND d.id = c.device_id
    JOIN LATERAL (
      SELECT m.direction, m.sender, m.kind, m.text, m.status, coalesce(m.sent_at, m.created_at) AS at
        FROM messages m
       WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id
         AND (m.direction = 'inbound' OR m.status IN ('sent', 'delivered', 'read'))
       ORDER BY m.seq DESC LIMIT 1
    ) AS last ON true
    LEFT JOIN users holder ON holder.tenant_id = c.tenant_id AND holder.id::text = c.taken_over_by
    LEFT JOIN leads l ON l.tenant_id = c.tenant_id AND l.open_phone = c.phone
    LEFT JOIN handovers h ON h.tenant_id = l.tenant_id AND h.lead_id = l.id AND h.status = 'open'
    LEFT JOIN handover_offers o ON o.tenant_id = h.tenant_id AND o.handover_id = h.id AND o.status = 'offered'
    LEFT JOIN users asked ON asked.tenant_id = o.tenant_id AND asked.id = o.user_id
   WHERE c.tenant_id = (SELECT app_tenant_id()) AND c.device_id = $1::uuid AND c.persona = 'customer' AND c.phone IS NOT NULL
   ORDER BY c.last_message_at DESC LIMIT ${CHATS_SHOWN}`;
