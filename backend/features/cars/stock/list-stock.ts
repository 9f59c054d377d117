import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { CAR_STATUSES, type CarStatus } from "../car-status";
import { filtersWhere, understoodWheres, wordsWhere } from "./stock-filter";
import { type StockRow, stockRows } from "./stock-row";
import { type ListStockInput, listStockSchema, type StockFilters, type StockSort } from "./stock-schemas";

export type StockPage = {
  rows: StockRow[];
  total: number;
  page: number;
  totalPages: number;
  /** Of the whole stock, whatever the filters. */
  counts: Record<CarStatus, number>;
  brands: { name: string; count: number }[];
  /** What the search was read as when its words alone found nothing ("Toyota Avanza matic s.d. 150 jt"). */
  readAs: string | null;
};

const orders: Record<StockSort, Prisma.CarOrderByWithRelationInput[]> = {
  newest: [{ createdAt: "desc" }],
  oldest: [{ createdAt: "asc" }],
  price_asc: [{ priceRupiah: "asc" }],
  price_desc: [{ priceRupiah: "desc" }],
  year_desc: [{ year: "desc" }],
  km_asc: [{ kmTotal: "asc" }],
  name: [{ brand: "asc" }, { model: "asc" }, { year: "desc" }],
  updated: [{ updatedAt: "desc" }],
};

/** The stock table: one page of rows with views and leads, and what the filters can offer. A page after the last is the last. */
export async function listStock(ctx: Ctx, input: ListStockInput = {}): Promise<StockPage> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { sort, page: wantedPage, limit, ...filters } = parseInput(listStockSchema, input);

  return withTenant(ctx, async (tx) => {
    const { where, total, readAs } = await findStockWhere(tx, ctx, filters);
    const totalPages = Math.max(1, Math.ceil(total / limit));
    const page = Math.min(wantedPage, totalPages);
    const orderBy = [...orders[sort], { id: sort === "oldest" ? "asc" : "desc" } as const];
    const rows = await stockRows(tx, ctx, { where, orderBy, skip: (page - 1) * limit, take: limit });
    return { rows, total, page, totalPages, readAs, ...(await facets(tx, ctx.tenant.id)) };
  });
}

/** The words as they stand first (codes, plates, names); when they find nothing, what they mean. */
export async function findStockWhere(tx: Tx, ctx: Ctx, filters: StockFilters) {
  const soldSince = filters.soldThisMonth ? await startOfMonth(tx, ctx) : null;
  const base = filtersWhere(ctx.tenant.id, filters, soldSince);
  if (!filters.search) return { where: base, total: await tx.car.count({ where: base }), readAs: null };

  const where = { AND: [base, wordsWhere(filters.search, ctx.actor)] };
  const total = await tx.car.count({ where });
  for (const understood of total === 0 ? understoodWheres(filters.search) : []) {
    const meant = { AND: [base, understood.where] };
    const meantTotal = await tx.car.count({ where: meant });
    if (meantTotal > 0) return { where: meant, total: meantTotal, readAs: understood.readAs };
  }
  return { where, total, readAs: null };
}

async function startOfMonth(tx: Tx, { tenant, clock }: Ctx): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ start: Date }[]>`
    SELECT date_trunc('month', ${clock.now()}::timestamptz AT TIME ZONE timezone) AT TIME ZONE timezone AS start
      FROM tenants WHERE id = ${tenant.id}`;
  return rows[0]?.start ?? null;
}

async function facets(tx: Tx, tenantId: number) {
  const groups = await tx.car.groupBy({ by: ["brand", "status"], where: { tenantId }, _count: true });
  const brands = new Map<string, number>();
  for (const { brand, _count } of groups) brands.set(brand, (brands.get(brand) ?? 0) + _count);
  return {
    counts: countsOf(groups),
    brands: [...brands].map(([name, count]) => ({ name, count })).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function countsOf(groups: { status: CarStatus; _count: number }[]): Record<CarStatus, number> {
  const counts = { draft: 0, available: 0, booking: 0, sold: 0 };
  for (const status of CAR_STATUSES) {
    counts[status] = groups.filter((group) => group.status === status).reduce((sum, { _count }) => sum + _count, 0);
  }
  return counts;
}
