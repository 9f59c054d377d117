import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

export type Spread = { answers: number; medianSeconds: number | null; p95Seconds: number | null };

export type ResponseTimeReport = {
  period: ReportPeriod;
  /** From the customer's last message to the bot's answer. */
  bot: Spread;
  /** Of that, what the bot itself took to understand and answer. */
  thinking: { medianMs: number | null; p95Ms: number | null };
  /** From the first message nobody had answered, or from taking the chat over, to what a person wrote. */
  people: Spread;
  /** A day without an answer is null. */
  days: { date: string; botSeconds: number | null; peopleMinutes: number | null }[];
};

/** How long customers wait: for the bot, and for people. */
export async function reportResponseTimes(ctx: Ctx, input: ReportPeriodInput = {}): Promise<ResponseTimeReport> {
  return readReport(ctx, input, async (sql, values) => {
    const { rows } = await sql.query<Row>(RESPONSES_SQL, values);
    const whole = rows.find(({ date }) => date === null);
    return {
      bot: spread(whole?.botAnswers, whole?.botSeconds),
      thinking: { medianMs: whole?.thinkingMs?.[0] ?? null, p95Ms: whole?.thinkingMs?.[1] ?? null },
      people: spread(whole?.peopleAnswers, whole?.peopleSeconds),
      days: rows.flatMap(({ date, botSeconds, peopleSeconds }) => {
        if (date === null) return [];
        const peopleMinutes = peopleSeconds?.[0] == null ? null : peopleSeconds[0] / 60;
        return [{ date, botSeconds: botSeconds?.[0] ?? null, peopleMinutes }];
      }),
    };
  });
}

type Row = {
  /** null: the whole period. */
  date: string | null;
  botAnswers: number;
  botSeconds: [number, number] | null;
  peopleAnswers: number;
  peopleSeconds: [number, number] | null;
  thinkingMs: [number, number] | null;
};

function spread(answers: number | undefined, seconds: [number, number] | null | undefined): Spread {
  return { answers: answers ?? 0, medianSeconds: seconds?.[0] ?? null, p95Seconds: seconds?.[1] ?? null };
}

/**
 * `turn` counts what was said to the customer before a message, so a customer's messages and the answer to them share it.
 * The two days before the period are read as well: an answer may be to a question from before it.
 */
const RESPONSES_SQL = `
WITH ${DAYS_CTE}, said AS (
  SELECT m.conversation_id, m.seq, m.created_at, m.sender::text AS sender, m.direction::text = 'outbound' AS is_answer,
         m.processing_ms
    FROM messages m JOIN conversations c ON c.tenant_id = $1 AND c.id = m.conversation_id
   WHERE m.tenant_id = $1 AND m.created_at >= $2::timestamptz - interval '2 days' AND m.created_at < $3
     AND c.persona = 'customer' AND m.status <> 'dropped' AND m.sender <> 'system'
), turned AS (
  SELECT *, lag(is_answer) OVER talk AS after_answer, lag(created_at) OVER talk AS previous_at,
         count(*) FILTER (WHERE is_answer) OVER (talk ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS turn
    FROM said WINDOW talk AS (PARTITION BY conversation_id ORDER BY seq)
), asked AS (
  SELECT *, min(created_at) FILTER (WHERE NOT is_answer) OVER (PARTITION BY conversation_id, turn) AS asked_at FROM turned
), waited AS (
  SELECT ${dayOf("a.created_at")} AS day,
         CASE WHEN a.sender = 'bot' AND NOT a.after_answer THEN a.created_at - a.previous_at END AS bot,
         CASE WHEN a.sender IN ('sales', 'owner_phone')
              THEN a.created_at - coalesce(a.asked_at, CASE WHEN a.previous_at <= t.started_at THEN t.started_at END)
         END AS people,
         a.processing_ms
    FROM asked a
    LEFT JOIN LATERAL (
      SELECT started_at FROM takeovers t
       WHERE a.asked_at IS NULL AND a.sender IN ('sales', 'owner_phone')
         AND t.tenant_id = $1 AND t.conversation_id = a.conversation_id AND t.started_at <= a.created_at
       ORDER BY t.started_at DESC LIMIT 1) t ON true
   WHERE a.created_at >= $2
), measured AS (
  SELECT day, extract(epoch FROM bot)::float8 AS bot, extract(epoch FROM people)::float8 AS people, processing_ms FROM waited
)
SELECT to_char(coalesce(m.day, d.day), 'YYYY-MM-DD') AS date,
       count(bot)::int AS "botAnswers", percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY bot) AS "botSeconds",
       count(people)::int AS "peopleAnswers",
       percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY people) AS "peopleSeconds",
       percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY processing_ms) AS "thinkingMs"
  FROM days d FULL JOIN measured m ON m.day = d.day
 GROUP BY GROUPING SETS ((coalesce(m.day, d.day)), ()) ORDER BY 1 NULLS FIRST`;
