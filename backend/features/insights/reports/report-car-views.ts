import type { Ctx } from "@/backend/platform/ctx";
import { type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

export type CarViewCount = {
  carId: string;
  /** "Avanza 1.3 G 2020 Hitam #A01" */
  name: string;
  status: string;
  views: number;
  /** Leads that named the unit in the period. */
  leads: number;
};

export type CarViewReport = {
  period: ReportPeriod;
  views: number;
  /** The most seen first; those with leads but without a view, too. */
  cars: CarViewCount[];
  days: { date: string; views: number }[];
};

/** How often each unit's page was looked at by people, and what became of it. */
export async function reportCarViews(
  ctx: Ctx,
  input: ReportPeriodInput = {},
  { limit = 50 }: { limit?: number } = {},
): Promise<CarViewReport> {
  return readReport(ctx, input, async (sql, values) => {
    const { rows: cars } = await sql.query<CarViewCount>(CARS_SQL, [...values.slice(0, 5), limit]);
    const { rows: days } = await sql.query<CarViewReport["days"][number]>(DAYS_SQL, [values[0], values[3], values[4]]);
    return { views: days.reduce((sum, { views }) => sum + views, 0), cars, days };
  });
}

const CARS_SQL = `
WITH seen AS (
  SELECT car_id, sum(views)::int AS views FROM car_view_days
   WHERE tenant_id = $1 AND day BETWEEN $4::date AND $5::date GROUP BY car_id
), wanted AS (
  SELECT car_id, count(*)::int AS leads FROM lead_interests
   WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY car_id
)
SELECT c.id AS "carId", concat_ws(' ', c.model, nullif(c.variant, ''), c.year, c.color, c.display_code) AS name,
       c.status::text, coalesce(s.views, 0) AS views, coalesce(w.leads, 0) AS leads
  FROM cars c LEFT JOIN seen s ON s.car_id = c.id LEFT JOIN wanted w ON w.car_id = c.id
 WHERE c.tenant_id = $1 AND (s.car_id IS NOT NULL OR w.car_id IS NOT NULL)
 ORDER BY 4 DESC, 5 DESC, 2 LIMIT $6`;

const DAYS_SQL = `
WITH counted AS (
  SELECT day, sum(views)::int AS views FROM car_view_days
   WHERE tenant_id = $1 AND day BETWEEN $2::date AND $3::date GROUP BY day
)
SELECT to_char(d, 'YYYY-MM-DD') AS date, coalesce(views, 0) AS views
  FROM generate_series($2::date, $3::date, interval '1 day') d LEFT JOIN counted ON counted.day = d::date ORDER BY d`;
