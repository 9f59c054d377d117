import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { atBranchStatement } from "./catalog-sql";
import { type CarCard, type CardRow, toCarCard } from "./public-car";

/** The listed cars that stand at the branch of that name, free ones first. */
export async function carsAtBranch(ctx: Ctx, branchName: string): Promise<CarCard[]> {
  return withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<CardRow>(atBranchStatement(ctx.tenant.id, branchName));
    return rows.map(toCarCard);
  });
}
