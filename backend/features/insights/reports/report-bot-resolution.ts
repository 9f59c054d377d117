import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

/**
 * Every chat is one of three. Resolved: the bot answered it, and nobody took it over, wrote in it or was offered it, and
 * no question or flag is left open. Helped: a person had it or wrote in it. Waiting: the rest.
 */
type Outcomes = { resolved: number; helped: number; waiting: number };

export type BotResolutionReport = Outcomes & {
  period: ReportPeriod;
  /** In which a customer wrote. */
  conversations: number;
  /** Why leads were handed to people: signals of features/leads, the most frequent first. */
  reasons: { reason: string; count: number }[];
  /** How people came into a chat: claim, dashboard, phone, command. */
  takeovers: { via: string; count: number }[];
  /** Conversations in which a customer wrote that day. */
  days: ({ date: string } & Outcomes)[];
};

/** How many conversations the bot brought to an end alone. */
export async function reportBotResolution(ctx: Ctx, input: ReportPeriodInput = {}): Promise<BotResolutionReport> {
  return readReport(ctx, input, async (sql, values) => {
    const { rows } = await sql.query<{ date: string | null } & Outcomes>(CONVERSATIONS_SQL, values);
    const bounds = values.slice(0, 3);
    const { rows: reasons } = await sql.query<BotResolutionReport["reasons"][number]>(REASONS_SQL, bounds);
    const { rows: takeovers } = await sql.query<BotResolutionReport["takeovers"][number]>(TAKEOVERS_SQL, bounds);
    const { resolved = 0, helped = 0, waiting = 0 } = rows.find(({ date }) => date === null) ?? {};
    return {
      ...{ conversations: resolved + helped + waiting, resolved, helped, waiting },
      reasons,
      takeovers,
      days: rows.flatMap(({ date, ...counts }) => (date === null ? [] : [{ date, ...counts }])),
    };
  });
}

/** What happened on one day of the period counts for the chat on all of its days. */
const CONVERSATIONS_SQL = `
WITH ${DAYS_CTE}, spoken AS (
  SELECT m.conversation_id, ${dayOf("m.created_at")} AS day, bool_or(m.direction = 'inbound') AS has_asked,
         bool_or(m.sender = 'bot') AS has_bot, bool_or(m.sender IN ('sales', 'owner_phone')) AS has_person
    FROM messages m
   WHERE m.tenant_id = $1 AND m.created_at >= $2 AND m.created_at < $3 AND m.status <> 'dropped'
     AND m.conversation_id NOT IN (SELECT id FROM conversations WHERE tenant_id = $1 AND persona <> 'customer')
   GROUP BY 1, 2
), chats AS (
  SELECT conversation_id, bool_or(has_bot) AS has_bot, bool_or(has_person) AS has_person
    FROM spoken GROUP BY 1 HAVING bool_or(has_asked)
), helped AS (
  SELECT conversation_id FROM chats WHERE has_person
   UNION SELECT conversation_id FROM takeovers
          WHERE tenant_id = $1 AND started_at < $3 AND coalesce(ended_at, 'infinity') >= $2
), left_open AS (
  SELECT conversation_id FROM chats WHERE NOT has_bot
   UNION SELECT conversation_id FROM handovers
          WHERE tenant_id = $1 AND created_at < $3 AND (created_at >= $2 OR status = 'open')
   UNION SELECT conversation_id FROM customer_questions WHERE tenant_id = $1 AND status = 'open'
   UNION SELECT id FROM conversations WHERE tenant_id = $1 AND attention IS NOT NULL
), marked AS (
  SELECT s.day, s.conversation_id,
         CASE WHEN h.conversation_id IS NOT NULL THEN 'helped'
              WHEN o.conversation_id IS NOT NULL THEN 'waiting' ELSE 'resolved' END AS outcome
    FROM spoken s LEFT JOIN helped h USING (conversation_id) LEFT JOIN left_open o USING (conversation_id)
   WHERE s.has_asked
)
SELECT to_char(d.day, 'YYYY-MM-DD') AS date,
       count(DISTINCT conversation_id) FILTER (WHERE outcome = 'resolved')::int AS resolved,
       count(DISTINCT conversation_id) FILTER (WHERE outcome = 'helped')::int AS helped,
       count(DISTINCT conversation_id) FILTER (WHERE outcome = 'waiting')::int AS waiting
  FROM days d LEFT JOIN marked m USING (day)
 GROUP BY GROUPING SETS ((d.day), ()) ORDER BY 1 NULLS FIRST`;

const REASONS_SQL = `
SELECT reason, count(*)::int AS count FROM handovers
 WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY reason ORDER BY 2 DESC, 1`;

const TAKEOVERS_SQL = `
SELECT via, count(*)::int AS count FROM takeovers
 WHERE tenant_id = $1 AND started_at >= $2 AND started_at < $3 GROUP BY via ORDER BY 2 DESC, 1`;
