import type { Context } from "hono";
import { branchOptions, listStock, type StockRow } from "@/backend/features/cars";
import type { FieldErrors } from "@/backend/platform/errors";
import { StockPage } from "@/frontend/dashboard/stock/stock-page";
import { type Choice, type StockQuery, type StockRowView, stockHref } from "@/frontend/dashboard/stock/stock-view";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { readStockAddress } from "./stock-address";
import { rightsOf } from "./stock-rights";

/** GET /dashboard/stok */
export async function stockList(c: Context<DashboardEnv>, deps: DashboardDeps): Promise<Response> {
  const { ctx } = c.var;
  const { query, errors, filters, sort, page } = readStockAddress(c.req.url);
  const [stock, branches] = await Promise.all([listStock(ctx, { ...filters, sort, page }), branchChoices(c)]);

  return dashboardPage(c, deps, {
    title: "Stok",
    active: "stok",
    children: (
      <StockPage
        rows={stock.rows.map(toRowView)}
        total={stock.total}
        page={stock.page}
        totalPages={stock.totalPages}
        counts={stock.counts}
        query={query}
        errors={errors}
        readAs={stock.readAs}
        brands={stock.brands.map(({ name, count }) => ({ value: name, label: `${name} (${count})` }))}
        branches={branches.length > 0 ? [...branches, { value: "none", label: "Tanpa cabang" }] : []}
        chips={chipsOf(query, errors, branches)}
        isAllSelected={c.req.query("select") === "all"}
        rights={rightsOf(ctx.actor)}
      />
    ),
  });
}

export async function branchChoices(c: Context<DashboardEnv>): Promise<Choice[]> {
  return (await branchOptions(c.var.ctx)).map(({ id, name }) => ({ value: id, label: name }));
}

function toRowView({ coverKey, ...row }: StockRow): StockRowView {
  return { ...row, coverUrl: coverKey && `/media/${coverKey}` };
}

function chipsOf(query: StockQuery, errors: FieldErrors, branches: readonly Choice[]) {
  const branch =
    query.branchId === "none" ? "Tanpa cabang" : branches.find(({ value }) => value === query.branchId)?.label;
  const labels: Partial<Record<keyof StockQuery, string>> = {
    search: query.search && `“${query.search}”`,
    status: query.status && statusLabel("car", query.status),
    sold: query.sold && "Terjual bulan ini",
    brand: query.brand,
    branchId: query.branchId && (branch ?? "Cabang"),
    minPrice: query.minPrice && `Mulai ${query.minPrice}`,
    maxPrice: query.maxPrice && `Sampai ${query.maxPrice}`,
    yearMin: query.yearMin && `Tahun ${query.yearMin} ke atas`,
    yearMax: query.yearMax && `Tahun s.d. ${query.yearMax}`,
  };
  return Object.entries(labels)
    .filter(([name, label]) => label && !errors[name])
    .map(([name, label]) => ({ label, removeHref: stockHref({ ...query, [name]: "" }) }));
}
