import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { IS_IN_INBOX } from "./conversation-store";
import { type MessageRow, type MessageView, toMessageView } from "./message-view";
import { type ListMessagesInput, listMessagesSchema } from "./schemas";

export type MessagePage = {
  /** Oldest first. */
  messages: MessageView[];
  /** `before` of the page before this one; null at the beginning of the chat. */
  olderCursor: string | null;
};

/** What was said in a customer's chat, the latest page by default. @throws NotFoundError, ForbiddenError */
export async function listMessages(ctx: Ctx, input: ListMessagesInput): Promise<MessagePage> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId, before, limit } = parseInput(listMessagesSchema, input);

  return withTenantSql(ctx, async (sql) => {
    const known = await sql.query(`SELECT 1 FROM conversations c WHERE ${IS_IN_INBOX} AND c.id = $1::uuid`, [
      conversationId,
    ]);
    if (known.rowCount === 0) throw new NotFoundError("conversation", { userMessage: "Chat tidak ditemukan." });
    const { rows } = await sql.query<MessageRow>({
      name: "inbox-messages-page",
      text: MESSAGES_SQL,
      values: [conversationId, before ?? null, limit + 1],
    });
    const page = rows.slice(0, limit).reverse();
    const oldest = rows.length > limit ? page[0] : undefined;
    return { messages: page.map(toMessageView), olderCursor: oldest?.seq ?? null };
  });
}

/** A message says who wrote it; one of before the dashboard was theirs who had the chat then. */
export const MESSAGE_COLUMNS = `
  m.id, m.seq::text, m.sender::text, m.kind, m.text, m.media, m.status::text, m.failure, m.created_at,
  coalesce(writer.name, CASE WHEN m.sender = 'sales' THEN (
    SELECT u.name FROM takeovers t JOIN users u ON u.tenant_id = t.tenant_id AND u.id = t.user_id
     WHERE t.tenant_id = m.tenant_id AND t.conversation_id = m.conversation_id AND t.started_at <= m.created_at
       AND (t.ended_at IS NULL OR m.created_at < t.ended_at) LIMIT 1) END) AS writer`;

const MESSAGES_SQL = `
  SELECT ${MESSAGE_COLUMNS}
    FROM messages m LEFT JOIN users writer ON writer.tenant_id = m.tenant_id AND writer.id = m.user_id
   WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.conversation_id = $1::uuid AND m.status <> 'dropped'
     AND ($2::bigint IS NULL OR m.seq < $2::bigint)
   ORDER BY m.seq DESC LIMIT $3`;
