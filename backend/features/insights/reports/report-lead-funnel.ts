import type { Ctx } from "@/backend/platform/ctx";
import { DAYS_CTE, dayOf, type ReportPeriod, type ReportPeriodInput, readReport } from "./report-period";

/** How far the leads of a period came. Who went further counts for the steps before, too; `lost` stands beside. */
export type FunnelSteps = { created: number; warm: number; hot: number; closed: number; lost: number };

export type LeadFunnelReport = {
  period: ReportPeriod;
  total: FunnelSteps;
  /** web, wa, direct, referral or a campaign; the largest first. */
  sources: ({ source: string } & FunnelSteps)[];
  days: { date: string; created: number }[];
};

/** What became of the leads that came in during the period, as it stands now. */
export async function reportLeadFunnel(ctx: Ctx, input: ReportPeriodInput = {}): Promise<LeadFunnelReport> {
  return readReport(ctx, input, async (sql, values) => {
    const { rows: sources } = await sql.query<LeadFunnelReport["sources"][number]>(SOURCES_SQL, values.slice(0, 3));
    const { rows: days } = await sql.query<LeadFunnelReport["days"][number]>(DAYS_SQL, values);
    return { total: sumOf(sources), sources, days };
  });
}

function sumOf(sources: readonly FunnelSteps[]): FunnelSteps {
  const total = { created: 0, warm: 0, hot: 0, closed: 0, lost: 0 };
  for (const one of sources) {
    total.created += one.created;
    total.warm += one.warm;
    total.hot += one.hot;
    total.closed += one.closed;
    total.lost += one.lost;
  }
  return total;
}

const SOURCES_SQL = `
WITH came AS (
  SELECT id, source, status::text FROM leads WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3
), been AS (
  SELECT e.lead_id, bool_or(e.data->>'to' IN ('warm', 'hot')) AS warm, bool_or(e.data->>'to' = 'hot') AS hot
    FROM lead_events e JOIN came ON came.id = e.lead_id
   WHERE e.tenant_id = $1 AND e.type = 'lead.status_changed' GROUP BY e.lead_id
)
SELECT source, count(*)::int AS created,
       (count(*) FILTER (WHERE status IN ('warm', 'hot', 'closed') OR been.warm))::int AS warm,
       (count(*) FILTER (WHERE status IN ('hot', 'closed') OR been.hot))::int AS hot,
       (count(*) FILTER (WHERE status = 'closed'))::int AS closed,
       (count(*) FILTER (WHERE status = 'lost'))::int AS lost
  FROM came LEFT JOIN been ON been.lead_id = came.id
 GROUP BY source ORDER BY 2 DESC, source`;

const DAYS_SQL = `
WITH ${DAYS_CTE}, counted AS (
  SELECT ${dayOf("created_at")} AS day, count(*)::int AS created
    FROM leads WHERE tenant_id = $1 AND created_at >= $2 AND created_at < $3 GROUP BY 1
)
SELECT to_char(day, 'YYYY-MM-DD') AS date, coalesce(created, 0) AS created
  FROM days LEFT JOIN counted USING (day) ORDER BY day`;
