import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type SalesStatsInput, salesStatsSchema } from "./schemas";

/** Sales and leads since the period began in the tenant's time zone; the stock as it is now. */
export type SalesStats = {
  soldCount: number;
  /** Sold prices, or asking prices where none was recorded. */
  revenueRupiah: number;
  newLeads: number;
  availableCount: number;
  bookingCount: number;
};

const unitOf = { today: "day", week: "week", month: "month", year: "year" } as const;

/** A week begins on Monday. */
export async function salesStats(ctx: Ctx, input: SalesStatsInput): Promise<SalesStats> {
  requirePermission(ctx.actor, "stats");
  const unit = unitOf[parseInput(salesStatsSchema, input).period];
  const { id } = ctx.tenant;

  return withTenant(ctx, async (tx) => {
    const rows = await tx.$queryRaw<SalesStats[]>`
      WITH period AS (
        SELECT date_trunc(${unit}, ${ctx.clock.now()}::timestamptz AT TIME ZONE t.timezone) AT TIME ZONE t.timezone AS start
          FROM tenants t WHERE t.id = ${id}
      )
      SELECT (count(*) FILTER (WHERE c.status = 'sold' AND c.sold_at >= p.start))::int AS "soldCount",
             coalesce(sum(coalesce(c.sold_price, c.price))
               FILTER (WHERE c.status = 'sold' AND c.sold_at >= p.start), 0)::float8 AS "revenueRupiah",
             (SELECT count(*)::int FROM leads l WHERE l.tenant_id = ${id} AND l.created_at >= p.start) AS "newLeads",
             (count(*) FILTER (WHERE c.status = 'available'))::int AS "availableCount",
             (count(*) FILTER (WHERE c.status = 'booking'))::int AS "bookingCount"
        FROM period p LEFT JOIN cars c ON c.tenant_id = ${id}
       GROUP BY p.start`;
    return rows[0] ?? { soldCount: 0, revenueRupiah: 0, newLeads: 0, availableCount: 0, bookingCount: 0 };
  });
}
