import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { carsByCodeStatement } from "./catalog-sql";
import { type PublicCar, type PublicCarRow, type SoldCar, toPublicCar, toSoldCar } from "./public-car";

/** A unit somebody names: on sale, or gone. Of a sold one no price is known. */
export type Unit = (PublicCar & { status: "available" | "booking" }) | SoldCar;

const MOST_CODES = 20;

/** The units with these codes ("#A01"), in the order asked; what the public never saw is left out. */
export async function findUnits(ctx: Ctx, displayCodes: readonly string[]): Promise<Unit[]> {
  if (displayCodes.length === 0) return [];
  return withTenantSql(ctx, async (sql) => {
    const statement = carsByCodeStatement(ctx.tenant.id, displayCodes.slice(0, MOST_CODES));
    const { rows } = await sql.query<PublicCarRow>(statement);
    return rows.flatMap((row): Unit[] => {
      if (row.status === "draft") return [];
      return [row.status === "sold" ? toSoldCar(row) : { ...toPublicCar(row, row.status), status: row.status }];
    });
  });
}
