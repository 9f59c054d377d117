import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { lockCar, releasePhotos, removeCar } from "./car-store";
import { recordCarChange } from "./record-car-event";
import { type CarIdInput, carIdSchema } from "./schemas";

/** Takes a car out of the books with its history; its photos' files go with the next jobs, its codes are not given again. The audit trail stays. */
export async function deleteCar(ctx: Ctx, input: CarIdInput): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  const { carId, channel } = parseInput(carIdSchema, input);

  await withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    for (const photoId of await releasePhotos(tx, ctx.tenant.id, carId)) {
      await ctx.db.jobs.enqueue(tx, "process-photo", { tenantId: ctx.tenant.id, photoId });
    }
    await removeCar(tx, ctx.tenant.id, carId);
    const data = { stockCode: car.stockCode, slug: car.slug, status: car.status };
    await recordCarChange(tx, ctx, { type: "deleted", car, channel, data });
  });
}
