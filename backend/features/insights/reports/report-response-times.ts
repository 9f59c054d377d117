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
 * `asked_at` is the first of the customer's messages since something was last said to them. The two days before the period
 * are read as well: an answer may be to a question from before it.
 */
const RESPONSES_SQL = `
WITH ${DAYS_CTE}, said AS (
  SELECT conversation_id, seq, created_at, sender, direction = 'outbound' AS is_answer, processing_ms
    FROM messages
   WHERE tenant_id = $1 AND created_at >= $2::timestamptz - interval '2 days' AND created_at < $3
     AND status <> 'dropped' AND sender <> 'system'
     AND conversation_id NOT IN (SELECT id FROM conversations WHERE tenant_id = $1 AND persona <> 'customer')
), followed AS (
  SELECT *, lag(is_answer) OVER talk AS after_answer, lag(created_at) OVER talk AS previous_at
    FROM said WINDOW talk AS (PARTITION BY conversation_id ORDER BY seq)
), asked AS (
  SELECT *, max(created_at) FILTER (WHERE NOT is_answer AND after_answer IS DISTINCT FROM false)
              OVER (PARTITION BY conversation_id ORDER BY seq ROWS UNBOUNDED PRECEDING) AS asked_at
    FROM followed
), waited AS (
  SELECT created_at, processing_ms,
         CASE WHEN sender = 'bot' AND NOT after_answer THEN created_at - previous_at END AS bot,
         CASE WHEN sender IN ('sales', 'owner_phone') THEN created_at - CASE
           WHEN NOT after_answer THEN asked_at
           ELSE (SELECT max(t.started_at) FROM takeovers t
                  WHERE t.tenant_id = $1 AND t.conversation_id = asked.conversation_id
                    AND t.started_at BETWEEN asked.previous_at AND asked.created_at)
         END END AS people
    FROM asked WHERE created_at >= $2
), measured AS (
  SELECT ${dayOf("created_at")} AS day, date_part('epoch', bot) AS bot, date_part('epoch', people) AS people,
         processing_ms
    FROM waited WHERE bot IS NOT NULL OR people IS NOT NULL OR processing_ms IS NOT NULL
), summed AS (
  SELECT day, count(bot)::int AS "botAnswers", percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY bot) AS "botSeconds",
         count(people)::int AS "peopleAnswers",
         percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY people) AS "peopleSeconds",
         percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY processing_ms) AS "thinkingMs"
    FROM measured GROUP BY GROUPING SETS ((day), ())
)
SELECT to_char(coalesce(s.day, d.day), 'YYYY-MM-DD') AS date, coalesce("botAnswers", 0) AS "botAnswers", "botSeconds",
       coalesce("peopleAnswers", 0) AS "peopleAnswers", "peopleSeconds", "thinkingMs"
  FROM days d FULL JOIN summed s ON s.day = d.day ORDER BY 1 NULLS FIRST`;
