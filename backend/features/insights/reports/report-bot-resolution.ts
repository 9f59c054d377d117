import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

export type BotResolutionReport = {
  period: ReportPeriod;
  /** In which a customer wrote. */
  conversations: number;
  /** Of these, the ones no person had at any time of the period. */
  withoutPeople: number;
  /** Why leads were handed to people: signals of features/leads, the most frequent first. */
  reasons: { reason: string; count: number }[];
  /** How people came into a chat: claim, dashboard, phone, command. */
  takeovers: { via: string; count: number }[];
  /** Conversations in which a customer wrote that day. */
  days: { date: string; withoutPeople: number; withPeople: number }[];
};

/** How many conversations the bot brought to an end alone. */
export async function reportBotResolution(ctx: Ctx, input: ReportPeriodInput = {}): Promise<BotResolutionReport> {
  return readReport(ctx, input, async (sql, values) => {
    const { rows } = await sql.query<{ date: string | null; withoutPeople: number; withPeople: number }>(
      CONVERSATIONS_SQL,
      values,
    );
    const bounds = values.slice(0, 3);
    const { rows: reasons } = await sql.query<BotResolutionReport["reasons"][number]>(REASONS_SQL, bounds);
    const { rows: takeovers } = await sql.query<BotResolutionReport["takeovers"][number]>(TAKEOVERS_SQL, bounds);
    const whole = rows.find(({ date }) => date === null);
    return {
      conversations: (whole?.withoutPeople ?? 0) + (whole?.withPeople ?? 0),
      withoutPeople: whole?.withoutPeople ?? 0,
      reasons,
      takeovers,
      days: rows.flatMap(({ date, ...counts }) => (date === null ? [] : [{ date, ...counts }])),
    };
  });
}

/** Whatever a person writes to a customer begins a takeover, so one that touches the period says it all. */
const CONVERSATIONS_SQL = `
WITH ${DAYS_CTE}, wrote AS (
  SELECT DISTINCT m.conversation_id, ${dayOf("m.created_at")} AS day
    FROM messages m
   WHERE m.tenant_id = $1 AND m.created_at >= $2 AND m.created_at < $3 AND m.direction = 'inbound'
     AND m.conversation_id NOT IN (SELECT id FROM conversations WHERE tenant_id = $1 AND persona = 'staff')
), helped AS (
  SELECT DISTINCT conversation_id FROM takeovers
   WHERE tenant_id = $1 AND started_at < $3 AND coalesce(ended_at, 'infinity') >= $2
), marked AS (
  SELECT w.*, h.conversation_id IS NOT NULL AS has_people FROM wrote w LEFT JOIN helped h USING (conversation_id)
)
SELECT to_char(d.day, 'YYYY-MM-DD') AS date,
       count(DISTINCT conversation_id) FILTER (WHERE NOT has_people)::int AS "withoutPeople",
       count(DISTINCT conversation_id) FILTER (WHERE has_people)::int AS "withPeople"
  FROM days d LEFT JOIN marked m USING (day)
 GROUP BY GROUPING SETS ((d.day), ()) ORDER BY 1 NULLS FIRST`;

const REASONS_SQL = `
SELECT reason, count(*)::int AS count FROM handovers
 WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY reason ORDER BY 2 DESC, 1`;

const TAKEOVERS_SQL = `
SELECT via, count(*)::int AS count FROM takeovers
 WHERE tenant_id = $1 AND started_at >= $2 AND started_at < $3 GROUP BY via ORDER BY 2 DESC, 1`;
