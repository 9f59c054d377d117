import { z } from "zod";
import type { Clock } from "@/backend/platform/clock";
import type { Database, Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { ChatMessage, ChatView } from "@/frontend/simulator/chat-view";
import { mediaAddress } from "./media";
import { batchOf } from "./message-ids";
import type { SimulatedDevice } from "./simulated-device";

const MESSAGES_SHOWN = 200;
/** A message nobody worked on for so long is not being answered: the worker is off. */
const LONGEST_ANSWER_MS = 60_000;

const mediaSchema = z.object({
  objectKey: z.string().optional(),
  filename: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

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
type ChatRow = z.output<typeof rowSchema>;

export type ChatQuery = { device: SimulatedDevice; phone: string; afterSeq?: string | undefined };

/**
 * The newest messages between one phone and one device, as customer and as staff together. What the showroom has not
 * sent yet is not on the phone yet. `afterSeq` leaves out older ones; a reply may still appear before one already seen.
 */
export async function loadChat(deps: { db: Database; clock: Clock }, query: ChatQuery): Promise<ChatView> {
  const scope = { db: deps.db, tenant: { id: query.device.tenantId } };
  const rows = await withTenantSql(scope, (sql) => selectRows(sql, query));
  const answeringSince = deps.clock.now().getTime() - LONGEST_ANSWER_MS;

  return {
    messages: rows.map(toChatMessage),
    isAnswering: rows.some(
      (row) => row.direction === "inbound" && !row.is_done && row.created_at.getTime() > answeringSince,
    ),
  };
}

async function selectRows(sql: Sql, { device, phone, afterSeq }: ChatQuery): Promise<ChatRow[]> {
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
  return rowSchema.array().parse(rows.reverse());
}

function toChatMessage(row: ChatRow): ChatMessage {
  const media = mediaSchema.safeParse(row.media);
  const content = media.success ? media.data : {};
  const { latitude, longitude } = content;
  const isMine = row.direction === "inbound";
  const shownStatus = row.status === "received" ? "delivered" : row.status;

  return {
    id: row.id,
    seq: row.seq,
    isMine,
    speaker: isMine || row.sender === "customer" ? null : row.sender,
    kind: row.kind,
    text: row.text,
    mediaUrl: content.objectKey ? mediaAddress(content.objectKey) : null,
    filename: content.filename ?? null,
    location: latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null,
    status: isMine && row.is_done ? "read" : shownStatus,
    at: row.at.toISOString(),
    albumId: isMine ? batchOf(row.provider_id) : row.reply_to_id,
  };
}
