import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { type FacetRow, facetsStatement, featuredStatement } from "./catalog-sql";
import { anyCar } from "./criteria";
import { type FacetOption, readFacetRows } from "./facets";
import { type CarCard, type CardRow, toCarCard } from "./public-car";

export type CatalogHome = {
  /** Featured cars first, then the newest; up to `limit`. */
  featured: CarCard[];
  brands: FacetOption[];
  bodyTypes: FacetOption[];
  total: number;
};

/** What the home page opens with. */
export async function catalogHome(ctx: Ctx, limit = 7): Promise<CatalogHome> {
  return withTenantSql(ctx, async (sql) => {
    const counts = await sql.query<FacetRow>(facetsStatement(ctx.tenant.id, anyCar));
    const cards = await sql.query<CardRow>(featuredStatement(ctx.tenant.id, limit));
    const { facets, total } = readFacetRows(counts.rows);
    return { featured: cards.rows.map(toCarCard), brands: facets.brand, bodyTypes: facets.bodyType, total };
  });
}

/** A few cars to go on with, for pages that have nothing of their own to show. */
export async function someCars(ctx: Ctx, limit = 3): Promise<CarCard[]> {
  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<CardRow>(featuredStatement(ctx.tenant.id, limit));
    return rows.map(toCarCard);
  });
}
