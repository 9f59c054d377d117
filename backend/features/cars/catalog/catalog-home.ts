import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { branchesStatement, type FacetRow, facetsStatement, featuredStatement } from "./catalog-sql";
import { anyCar } from "./criteria";
import { type CatalogFacets, readFacetRows } from "./facets";
import { type CarCard, type CardRow, toCarCard } from "./public-car";

export type CatalogHome = {
  /** Featured cars first, then the newest; up to `limit`. */
  featured: CarCard[];
  facets: CatalogFacets;
  total: number;
  branches: HomeBranch[];
};

/** `businessHours` as stored; null when the branch has none of its own. */
export type HomeBranch = {
  name: string;
  address: string;
  city: string;
  mapsUrl: string;
  phone: string;
  businessHours: unknown;
};

/** What the home page opens with. */
export async function catalogHome(ctx: Ctx, limit = 7): Promise<CatalogHome> {
  return withTenantSql(ctx, async (sql) => {
    const counts = await sql.query<FacetRow>(facetsStatement(ctx.tenant.id, anyCar));
    const cards = await sql.query<CardRow>(featuredStatement(ctx.tenant.id, limit));
    const branches = await sql.query<HomeBranch>(branchesStatement(ctx.tenant.id));
    const { facets, total } = readFacetRows(counts.rows);
    return { featured: cards.rows.map(toCarCard), facets, total, branches: branches.rows };
  });
}

/** A few cars to go on with, for pages that have nothing of their own to show. */
export async function someCars(ctx: Ctx, limit = 3): Promise<CarCard[]> {
  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<CardRow>(featuredStatement(ctx.tenant.id, limit));
    return rows.map(toCarCard);
  });
}
