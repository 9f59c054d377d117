import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { toSafeInteger } from "@/backend/platform/money";
import { parseInput } from "@/backend/platform/parse-input";
import { lockCar, updateCar } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { recordCarChange } from "./record-car-event";
import { type ChangeCarPriceInput, changeCarPriceSchema } from "./schemas";

/** Sets the cash price, in whole rupiah; old and new stand in the car's history. */
export async function changeCarPrice(ctx: Ctx, input: ChangeCarPriceInput): Promise<CarView> {
  requirePermission(ctx.actor, "price");
  const { carId, priceRupiah, channel } = parseInput(changeCarPriceSchema, input);

  return withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    const fromRupiah = toSafeInteger(car.priceRupiah);
    if (fromRupiah === priceRupiah) return toCarView(car, ctx.actor);

    const changed = await updateCar(tx, ctx.tenant.id, carId, {
      priceRupiah: BigInt(priceRupiah),
      updatedAt: ctx.clock.now(),
    });
    const data = { fromRupiah, toRupiah: priceRupiah };
    await recordCarChange(tx, ctx, { type: "price_changed", car: changed, channel, data });
    return toCarView(changed, ctx.actor);
  });
}
