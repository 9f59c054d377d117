import { z } from "zod";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";

const MOST_DAYS = 366;
const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

const day = z.iso.date("Tulis tanggal seperti 2026-11-20.");

/** First and last day ("2026-11-20") in the showroom's own time; without them the last 30 days. */
export const reportPeriodSchema = z
  .object({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "Tanggal akhir harus sesudah tanggal awal.",
  })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS, {
    path: ["from"],
    message: "Paling lama satu tahun.",
  });
export type ReportPeriodInput = z.input<typeof reportPeriodSchema>;

/** What a report is about: both days are part of it. */
export type ReportPeriod = { from: string; to: string };

/** `$1` tenant, `$2` first instant, `$3` instant after the last, `$4` first day, `$5` last day, `$6` time zone. */
export type PeriodValues = [number, Date, Date, string, string, string];

/**
 * Runs a report's queries over a period, in one transaction. For owner and admin, and for sales with the "stats" permission.
 * @throws ValidationError when the days are no period
 */
export async function readReport<T>(
  ctx: Ctx,
  input: ReportPeriodInput,
  read: (sql: Sql, values: PeriodValues) => Promise<T>,
): Promise<T & { period: ReportPeriod }> {
  requirePermission(ctx.actor, "stats");
  const wanted = parseInput(reportPeriodSchema, input);

  return withTenantSql(ctx, async (sql) => {
    const values = await periodValues(sql, ctx, wanted);
    return { ...(await read(sql, values)), period: { from: values[3], to: values[4] } };
  });
}

/** $2 now, $3 and $4 the days asked for; a day that is missing follows from the other one. */
const PERIOD_SQL = `
WITH days AS (
  SELECT t.timezone,
         coalesce($3::date, $4::date - ${DEFAULT_DAYS - 1}, ($2::timestamptz AT TIME ZONE t.timezone)::date - ${DEFAULT_DAYS - 1}) AS first,
         coalesce($4::date, greatest($3::date, ($2::timestamptz AT TIME ZONE t.timezone)::date)) AS last
    FROM tenants t WHERE t.id = $1
)
SELECT timezone, to_char(greatest(first, last - ${MOST_DAYS - 1}), 'YYYY-MM-DD') AS from, to_char(last, 'YYYY-MM-DD') AS to,
       greatest(first, last - ${MOST_DAYS - 1})::timestamp AT TIME ZONE timezone AS "startsAt",
       (last + 1)::timestamp AT TIME ZONE timezone AS "endsAt"
  FROM days`;

type PeriodRow = { timezone: string; from: string; to: string; startsAt: Date; endsAt: Date };

async function periodValues(sql: Sql, ctx: Ctx, { from, to }: ReportPeriodInput): Promise<PeriodValues> {
  const { rows } = await sql.query<PeriodRow>(PERIOD_SQL, [ctx.tenant.id, ctx.clock.now(), from ?? null, to ?? null]);
  const [row] = rows;
  if (!row) throw new Error(`tenant ${ctx.tenant.id} is gone`);
  return [ctx.tenant.id, row.startsAt, row.endsAt, row.from, row.to, row.timezone];
}

/** A CTE `days (day)`: every day of the period, those on which nothing happened too. */
export const DAYS_CTE = `days AS (SELECT d::date AS day FROM generate_series($4::date, $5::date, interval '1 day') d)`;

/** The day of an instant in the showroom's own time. */
export function dayOf(column: string): string {
  return `(${column} AT TIME ZONE $6)::date`;
}
