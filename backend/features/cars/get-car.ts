import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { loadCar } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { carIdSchema } from "./schemas";

const getCarSchema = carIdSchema.pick({ carId: true });

/** A car of any status with its internal facts, for the showroom's own people. */
export async function getCar(ctx: Ctx, input: { carId: string }): Promise<CarView> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { carId } = parseInput(getCarSchema, input);

  return withTenant(ctx, async (tx) => toCarView(await loadCar(tx, ctx.tenant.id, carId), ctx.actor));
}
