import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { publicNameOf } from "../car-name";
import { carBySlugStatement, type SimilarTo, similarStatement } from "./catalog-sql";
import {
  type CarCard,
  type CardRow,
  type PublicCar,
  type PublicCarRow,
  type SoldCar,
  toCarCard,
  toPublicCar,
  toSoldCar,
} from "./public-car";

/** What an address of a car leads to. */
export type PublicCarAnswer =
  | { type: "car"; car: PublicCar; similar: CarCard[] }
  | { type: "redirect"; slug: string }
  | { type: "sold"; car: SoldCar; similar: CarCard[] }
  /** Sold more than 90 days ago. */
  | { type: "gone"; publicName: string; model: string; similar: CarCard[] };

const SOLD_PAGE_DAYS = 90;
const SIMILAR_COUNT = 6;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The car at an address it has or had; null for what the public never saw (unknown, draft, taken off). */
export async function getPublicCar(ctx: Ctx, slug: string): Promise<PublicCarAnswer | null> {
  if (!/^[a-z0-9-]{1,200}$/.test(slug)) return null;

  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<PublicCarRow>(carBySlugStatement(ctx.tenant.id, slug));
    const row = rows[0];
    if (!row || row.status === "draft") return null;

    const soldDays = row.sold_at ? (ctx.clock.now().getTime() - row.sold_at.getTime()) / DAY_MS : 0;
    const isGone = row.status === "sold" && soldDays > SOLD_PAGE_DAYS;
    if (row.slug !== slug && !isGone) return { type: "redirect", slug: row.slug };

    const similar = await fetchSimilar(sql, ctx.tenant.id, row);
    if (isGone)
      return {
        type: "gone",
        publicName: publicNameOf({ ...row, displayCode: row.display_code }),
        model: row.model,
        similar,
      };
    if (row.status === "sold") return { type: "sold", car: toSoldCar(row), similar };
    return { type: "car", car: toPublicCar(row, row.status), similar };
  });
}

/** Listed cars a shopper of this one would look at next, up to six. */
async function fetchSimilar(sql: Sql, tenantId: number, row: PublicCarRow): Promise<CarCard[]> {
  const car: SimilarTo = { id: row.id, model: row.model, bodyType: row.body_type, priceRupiah: row.price };
  const { rows } = await sql.query<CardRow>(similarStatement(tenantId, car, SIMILAR_COUNT));
  return rows.map(toCarCard);
}
