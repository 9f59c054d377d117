import { z } from "zod";
import type { UserRole } from "@/backend/platform/actor";
import type { Sql } from "@/backend/platform/database/database";
import type { Persona } from "./persona";

const mediaSchema = z.object({
  url: z.string().optional(),
  objectKey: z.string().optional(),
  mimeType: z.string().optional(),
  filename: z.string().optional(),
});

export type InboxMedia = z.infer<typeof mediaSchema>;

export type InboxMessage = { id: string; kind: string; text: string; media: InboxMedia | null; sentAt: Date | null };

/** Why the bot says nothing: a person has the conversation, the bot is switched off, or its customer was erased. */
export type Silence = "person" | "off" | "erased";

export type InboxView = {
  conversation: {
    id: string;
    persona: Persona;
    chatId: string;
    phone: string | null;
    name: string;
    deviceId: string;
    deviceNumber: string;
  };
  /** The member of staff who writes; null for customers. */
  user: { id: string; name: string; role: UserRole; permissions: string[] } | null;
  /** Not yet answered, oldest first. */
  messages: InboxMessage[];
  /** More wait than one claim takes. */
  hasMore: boolean;
  /** null while the bot speaks; otherwise there is nothing to think about. */
  silence: Silence | null;
};

const MESSAGES_PER_CLAIM = 30;

type ConversationRow = {
  id: string;
  persona: Persona;
  chat_id: string;
  phone: string | null;
  name: string;
  device_id: string;
  device_number: string;
  user_id: string | null;
  user_name: string | null;
  role: UserRole | null;
  permissions: string[] | null;
  silence: Silence | null;
};

export async function loadInbox(sql: Sql, conversationId: string): Promise<InboxView | null> {
  const { rows } = await sql.query<ConversationRow>({
    name: "inbox-conversation",
    text: `SELECT c.id, c.persona::text, c.chat_id, c.phone, c.name, c.device_id, d.number AS device_number,
                  u.id AS user_id, u.name AS user_name, u.role::text, u.permissions,
                  CASE WHEN c.persona <> 'customer' THEN NULL WHEN c.erased_at IS NOT NULL THEN 'erased'
                       WHEN c.taken_over_at IS NOT NULL THEN 'person'
                       WHEN NOT c.bot_enabled OR NOT d.bot_enabled THEN 'off' END AS silence
             FROM conversations c
             JOIN devices d ON d.tenant_id = c.tenant_id AND d.id = c.device_id
             LEFT JOIN users u ON u.tenant_id = c.tenant_id AND u.id = c.user_id AND u.status = 'active'
            WHERE c.tenant_id = (SELECT app_tenant_id()) AND c.id = $1::uuid`,
    values: [conversationId],
  });
  const row = rows[0];
  if (!row) return null;

  const waiting = await sql.query<WaitingRow>({
    name: "inbox-messages",
    text: `SELECT id, kind, text, media, sent_at FROM messages
            WHERE tenant_id = (SELECT app_tenant_id()) AND conversation_id = $1::uuid
              AND direction = 'inbound' AND done_at IS NULL
            ORDER BY seq LIMIT ${MESSAGES_PER_CLAIM + 1}`,
    values: [conversationId],
  });
  return toInboxView(row, waiting.rows);
}

type WaitingRow = { id: string; kind: string; text: string; media: unknown; sent_at: Date | null };

function toInboxView(row: ConversationRow, waiting: WaitingRow[]): InboxView {
  const isUser = row.user_id !== null && row.role !== null;
  return {
    conversation: {
      id: row.id,
      persona: row.persona,
      chatId: row.chat_id,
      phone: row.phone,
      name: row.name,
      deviceId: row.device_id,
      deviceNumber: row.device_number,
    },
    user: isUser
      ? {
          id: row.user_id ?? "",
          name: row.user_name ?? "",
          role: row.role ?? "sales",
          permissions: row.permissions ?? [],
        }
      : null,
    messages: waiting.slice(0, MESSAGES_PER_CLAIM).map(({ id, kind, text, media, sent_at }) => {
      const parsed = mediaSchema.safeParse(media);
      return { id, kind, text, media: parsed.success ? parsed.data : null, sentAt: sent_at };
    }),
    hasMore: waiting.length > MESSAGES_PER_CLAIM,
    silence: row.silence,
  };
}
