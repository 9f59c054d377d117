import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

export type SearchTerm = {
  /** As it was typed most recently, in lower case. */
  terms: string;
  searches: number;
  /** Of these, how many found nothing that fits exactly. */
  withoutResult: number;
  web: number;
  wa: number;
};

export type SearchReport = {
  period: ReportPeriod;
  searches: number;
  withoutResult: number;
  web: number;
  wa: number;
  /** The most asked for that were found at least once. */
  found: SearchTerm[];
  /** What customers want and the showroom never had, the most asked for first. */
  missing: SearchTerm[];
  days: { date: string; found: number; missing: number }[];
};

/** What customers looked for, on the website and on WhatsApp, and what they did not find. */
export async function reportSearches(
  ctx: Ctx,
  input: ReportPeriodInput = {},
  { limit = 20 }: { limit?: number } = {},
): Promise<SearchReport> {
  return readReport(ctx, input, async (sql, values) => {
    const terms = await sql.query<SearchTerm & { isMissing: boolean }>(TERMS_SQL, [...values.slice(0, 3), limit]);
    const { rows: days } = await sql.query<SearchReport["days"][number] & { web: number; wa: number }>(
      DAYS_SQL,
      values,
    );
    const sum = (pick: (one: (typeof days)[number]) => number) => days.reduce((total, one) => total + pick(one), 0);
    return {
      searches: sum((one) => one.found + one.missing),
      withoutResult: sum((one) => one.missing),
      web: sum((one) => one.web),
      wa: sum((one) => one.wa),
      found: terms.rows.filter(({ isMissing }) => !isMissing),
      missing: terms.rows.filter(({ isMissing }) => isMissing),
      days: days.map(({ date, found, missing }) => ({ date, found, missing })),
    };
  });
}

/** A search by filters alone has no words to show. */
const TERMS_SQL = `
WITH asked AS (
  SELECT lower(btrim(regexp_replace(terms, '\\s+', ' ', 'g'))) AS terms, result_count, channel
    FROM search_logs
   WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 AND terms <> ''
), counted AS (
  SELECT terms, count(*)::int AS searches, (count(*) FILTER (WHERE result_count = 0))::int AS "withoutResult",
         (count(*) FILTER (WHERE channel = 'web'))::int AS web, (count(*) FILTER (WHERE channel = 'wa'))::int AS wa,
         bool_and(result_count = 0) AS "isMissing"
    FROM asked WHERE terms <> '' GROUP BY terms
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY "isMissing" ORDER BY searches DESC, terms) AS place FROM counted
)
SELECT terms, searches, "withoutResult", web, wa, "isMissing" FROM ranked WHERE place <= $4 ORDER BY searches DESC, terms`;

const DAYS_SQL = `
WITH ${DAYS_CTE}, counted AS (
  SELECT ${dayOf("created_at")} AS day, count(*) FILTER (WHERE result_count > 0) AS found,
         count(*) FILTER (WHERE result_count = 0) AS missing,
         count(*) FILTER (WHERE channel = 'web') AS web, count(*) FILTER (WHERE channel = 'wa') AS wa
    FROM search_logs WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY 1
)
SELECT to_char(day, 'YYYY-MM-DD') AS date, coalesce(found, 0)::int AS found, coalesce(missing, 0)::int AS missing,
       coalesce(web, 0)::int AS web, coalesce(wa, 0)::int AS wa
  FROM days LEFT JOIN counted USING (day) ORDER BY day`;
