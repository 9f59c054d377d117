import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { lockCar, updateCar } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { recordCarChange } from "./record-car-event";
import { type CarIdInput, carIdSchema } from "./schemas";
import { statusColumns, whyCannotShow } from "./set-car-status";

/** Puts a draft on the showroom's public page; it needs a price and at least one photo. A listed car stays as it is. */
export async function publishCar(ctx: Ctx, input: CarIdInput): Promise<CarView> {
  requirePermission(ctx.actor, "upload");
  const { carId, channel } = parseInput(carIdSchema, input);

  return withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    if (car.status === "available" || car.status === "booking") return toCarView(car, ctx.actor);
    const refusal = car.status === "sold" ? "Unit ini sudah terjual." : whyCannotShow(car);
    if (refusal) throw new RuleError(refusal);

    const published = await updateCar(tx, ctx.tenant.id, carId, statusColumns(car, "available", null, ctx.clock.now()));
    await recordCarChange(tx, ctx, {
      type: "published",
      car: published,
      channel,
      data: { from: car.status, to: "available" },
    });
    return toCarView(published, ctx.actor);
  });
}
