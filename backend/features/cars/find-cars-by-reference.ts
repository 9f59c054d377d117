import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { CarStatus } from "./car-status";
import { briefCars, carsById } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { type CarReference, rankCars } from "./rank-cars";

type FindOptions = { statuses?: CarStatus[]; limit?: number };

/** The cars a staff member means, best first; empty when nothing fits. One car for a code or an exact plate. */
export async function findCarsByReference(
  ctx: Ctx,
  reference: CarReference,
  { statuses, limit = 10 }: FindOptions = {},
): Promise<CarView[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");

  return withTenant(ctx, async (tx) => {
    const ids = rankCars(await briefCars(tx, ctx.tenant.id, statuses), reference).slice(0, limit);
    const rows = await carsById(tx, ctx.tenant.id, ids);
    return rows.map((row) => toCarView(row, ctx.actor));
  });
}
