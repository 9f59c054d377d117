import { type LeadStatus, type LeadView, listLeads } from "@/backend/features/leads";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";

export type DashboardOverview = {
  stats: {
    totalCars: number;
    availableCars: number;
    bookingCars: number;
    soldCars: number;
    totalLeads: number;
    newLeads: number;
    hotLeads: number;
  };
  /** The ten with the latest activity. */
  recentLeads: RecentLead[];
  /** The last seven days of the showroom's own time, today last; a day without leads is 0. */
  leadsTrend: { date: string; count: number }[];
};

export type RecentLead = {
  id: string;
  name: string;
  phone: string;
  status: LeadStatus;
  score: number;
  source: string;
  assignee: { userId: string; name: string } | null;
  /** What they want, the latest first: "Avanza 1.3 G 2020 Hitam #A01". */
  cars: string[];
  createdAt: Date;
  updatedAt: Date;
};

/** Stock and leads at a glance. Sales count and see only leads that are theirs or nobody's. */
export async function dashboardOverview(ctx: Ctx): Promise<DashboardOverview> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const [leads, stock, leadsTrend] = await Promise.all([
    listLeads(ctx, { limit: 10 }),
    countCars(ctx),
    leadsPerDay(ctx),
  ]);
  const { counts } = leads;
  return {
    stats: {
      ...stock,
      totalLeads: Object.values(counts).reduce((sum, count) => sum + count, 0),
      newLeads: counts.new,
      hotLeads: counts.hot,
    },
    recentLeads: leads.leads.map(toRecentLead),
    leadsTrend,
  };
}

type StockCounts = Pick<DashboardOverview["stats"], "totalCars" | "availableCars" | "bookingCars" | "soldCars">;

const STOCK_SQL = `
SELECT count(*)::int AS "totalCars",
       (count(*) FILTER (WHERE status = 'available'))::int AS "availableCars",
       (count(*) FILTER (WHERE status = 'booking'))::int AS "bookingCars",
       (count(*) FILTER (WHERE status = 'sold'))::int AS "soldCars"
  FROM cars WHERE tenant_id = $1`;

async function countCars(ctx: Ctx): Promise<StockCounts> {
  const { rows } = await withTenantSql(ctx, (sql) => sql.query<StockCounts>(STOCK_SQL, [ctx.tenant.id]));
  return rows[0] ?? { totalCars: 0, availableCars: 0, bookingCars: 0, soldCars: 0 };
}

/** $3: the member of sales who asks, or null for everybody else. */
const TREND_SQL = `
WITH week AS (
  SELECT t.timezone, (($2::timestamptz AT TIME ZONE t.timezone)::date - 6) AS first FROM tenants t WHERE t.id = $1
), counted AS (
  SELECT (l.created_at AT TIME ZONE (SELECT timezone FROM week))::date AS day, count(*)::int AS count
    FROM leads l
   WHERE l.tenant_id = $1
     AND l.created_at >= (SELECT first::timestamp AT TIME ZONE timezone FROM week)
     AND ($3::uuid IS NULL OR l.assignee_id IS NULL OR l.assignee_id = $3)
   GROUP BY 1
)
SELECT to_char(first + n, 'YYYY-MM-DD') AS date, coalesce(count, 0) AS count
  FROM week CROSS JOIN generate_series(0, 6) n LEFT JOIN counted ON counted.day = first + n
 ORDER BY n`;

async function leadsPerDay(ctx: Ctx): Promise<DashboardOverview["leadsTrend"]> {
  const { actor } = ctx;
  const salesId = actor.type === "user" && actor.role === "sales" ? actor.userId : null;
  const { rows } = await withTenantSql(ctx, (sql) =>
    sql.query<DashboardOverview["leadsTrend"][number]>(TREND_SQL, [ctx.tenant.id, ctx.clock.now(), salesId]),
  );
  return rows;
}

function toRecentLead(lead: LeadView): RecentLead {
  const { id, name, phone, status, score, source, assignee, interests, createdAt, updatedAt } = lead;
  return {
    ...{ id, name, phone, status, score, source, assignee, createdAt, updatedAt },
    cars: interests.map((interest) => interest.name),
  };
}
