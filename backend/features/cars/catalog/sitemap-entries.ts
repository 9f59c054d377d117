import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { sitemapStatement } from "./catalog-sql";

export type SitemapEntry = { slug: string; updatedAt: Date };

/** Every listed car, newest first. */
export async function sitemapEntries(ctx: Ctx): Promise<SitemapEntry[]> {
  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<{ slug: string; updated_at: Date }>(sitemapStatement(ctx.tenant.id));
    return rows.map((row) => ({ slug: row.slug, updatedAt: row.updated_at }));
  });
}
