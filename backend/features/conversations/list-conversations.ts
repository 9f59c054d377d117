import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { filterSql, INBOX_COLUMNS, INBOX_TABLES, IS_IN_INBOX, readInboxRows, salesIdOf } from "./conversation-store";
import { type ConversationSummary, toSummary } from "./conversation-view";
import {
  type ConversationInput,
  conversationSchema,
  INBOX_FILTERS,
  type InboxFilter,
  type ListConversationsInput,
  listConversationsSchema,
} from "./schemas";

export type ConversationPage = {
  conversations: ConversationSummary[];
  /** For the next page; null on the last. */
  nextCursor: string | null;
  /** How many there are under each filter. */
  counts: Record<InboxFilter, number>;
};

/** Customers' chats, the latest word first. A search looks at names and numbers. @throws ForbiddenError */
export async function listConversations(ctx: Ctx, input: ListConversationsInput = {}): Promise<ConversationPage> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { filter, search, cursor, limit } = parseInput(listConversationsSchema, input);
  const me = ctx.actor.type === "user" ? ctx.actor.userId : "";
  const digits = search.replace(/\D/g, "").replace(/^0/, "62");

  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query({
      name: `inbox-list-${filter}`,
      text: `
        SELECT ${INBOX_COLUMNS} FROM ${INBOX_TABLES}
         WHERE ${IS_IN_INBOX} AND ${filterSql(filter, "$2::text")} AND ($2::text IS NOT NULL)
           AND ($3::text = '' OR c.name ILIKE '%' || $3 || '%' OR ($4::text <> '' AND c.phone LIKE '%' || $4 || '%'))
           AND ($5::timestamptz IS NULL OR (c.last_message_at, c.id) < ($5::timestamptz, $6::uuid))
         ORDER BY c.last_message_at DESC, c.id DESC LIMIT $7`,
      values: [
        ...[salesIdOf(ctx.actor), me, likeText(search), digits.length >= 3 ? digits : ""],
        ...[cursor?.at ?? null, cursor?.id ?? null, limit + 1],
      ],
    });
    const page = readInboxRows(rows.slice(0, limit));
    const last = rows.length > limit ? page.at(-1) : undefined;
    return {
      conversations: page.map(toSummary),
      nextCursor: last ? `${last.last_message_at.toISOString()}_${last.id}` : null,
      counts: await countEach(sql, me),
    };
  });
}

/** One customer's chat as the inbox lists it. @throws NotFoundError for staff's, erased ones and other tenants' */
export async function getConversation(ctx: Ctx, input: ConversationInput): Promise<ConversationSummary> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId } = parseInput(conversationSchema, input);
  const rows = await withTenantSql(ctx, async (sql) => {
    const text = `SELECT ${INBOX_COLUMNS} FROM ${INBOX_TABLES} WHERE ${IS_IN_INBOX} AND c.id = $2::uuid`;
    return (await sql.query({ name: "inbox-one", text, values: [salesIdOf(ctx.actor), conversationId] })).rows;
  });
  const [row] = readInboxRows(rows);
  if (!row) throw new NotFoundError("conversation", { userMessage: "Chat tidak ditemukan." });
  return toSummary(row);
}

type Sql = Parameters<Parameters<typeof withTenantSql>[1]>[0];

async function countEach(sql: Sql, me: string): Promise<Record<InboxFilter, number>> {
  const columns = INBOX_FILTERS.map((name) => `count(*) FILTER (WHERE ${countSql(name)})::int AS ${name}`);
  const { rows } = await sql.query<Record<InboxFilter, number>>({
    name: "inbox-counts",
    text: `SELECT ${columns.join(", ")}
             FROM conversations c
             LEFT JOIN leads l ON l.tenant_id = c.tenant_id AND l.open_phone = c.phone AND l.assignee_id IS NULL
            WHERE ${IS_IN_INBOX} AND ($1::text IS NOT NULL)`,
    values: [me],
  });
  const [counts] = rows;
  if (!counts) throw new Error("a count gives a row");
  return counts;
}

/** For all chats at once a join is several times quicker than a look-up for each. */
function countSql(name: InboxFilter): string {
  return name === "unassigned" ? "c.taken_over_at IS NULL AND l.id IS NOT NULL" : filterSql(name, "$1::text");
}

/** What is typed is looked for as it stands, also "%" and "_". */
function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
