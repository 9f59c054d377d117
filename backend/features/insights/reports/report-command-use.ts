import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

export type CommandUseReport = {
  period: ReportPeriod;
  runs: number;
  /** Commands of the staff on WhatsApp, the most used first. */
  commands: { command: string; runs: number; people: number }[];
  people: { name: string; runs: number; lastAt: Date }[];
  days: { date: string; runs: number }[];
};

/** What the team does by WhatsApp, and who does it. */
export async function reportCommandUse(ctx: Ctx, input: ReportPeriodInput = {}): Promise<CommandUseReport> {
  return readReport(ctx, input, async (sql, values) => {
    const bounds = values.slice(0, 3);
    const { rows: commands } = await sql.query<CommandUseReport["commands"][number]>(COMMANDS_SQL, bounds);
    const { rows: people } = await sql.query<CommandUseReport["people"][number]>(PEOPLE_SQL, bounds);
    const { rows: days } = await sql.query<CommandUseReport["days"][number]>(DAYS_SQL, values);
    return { runs: days.reduce((sum, { runs }) => sum + runs, 0), commands, people, days };
  });
}

const IN_PERIOD = "tenant_id = $1 AND type = 'command.run' AND created_at >= $2 AND created_at < $3";

const COMMANDS_SQL = `
SELECT coalesce(data->>'command', 'unknown') AS command, count(*)::int AS runs,
       count(DISTINCT actor->>'userId')::int AS people
  FROM events WHERE ${IN_PERIOD} GROUP BY 1 ORDER BY 2 DESC, 1`;

/** By id, so that two people of one name are two; called by their latest name. */
const PEOPLE_SQL = `
SELECT (array_agg(actor->>'name' ORDER BY created_at DESC))[1] AS name, count(*)::int AS runs, max(created_at) AS "lastAt"
  FROM events WHERE ${IN_PERIOD} AND actor->>'type' = 'user' GROUP BY actor->>'userId' ORDER BY 2 DESC, 1 LIMIT 50`;

const DAYS_SQL = `
WITH ${DAYS_CTE}, counted AS (
  SELECT ${dayOf("created_at")} AS day, count(*)::int AS runs FROM events WHERE ${IN_PERIOD} GROUP BY 1
)
SELECT to_char(day, 'YYYY-MM-DD') AS date, coalesce(runs, 0) AS runs
  FROM days LEFT JOIN counted USING (day) ORDER BY day`;
