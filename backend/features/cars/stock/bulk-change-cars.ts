import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type CarRow, lockCars } from "../car-store";
import type { CarView } from "../car-view";
import { editCar } from "../edit-car";
import type { Channel } from "../schemas";
import { setCarStatus } from "../set-car-status";
import { type BulkAction, type BulkChangeInput, bulkChangeSchema } from "./bulk-schemas";
import { type BulkPlan, planFor, requireAll } from "./plan-bulk-change";

/** `bulkId` takes the whole change back with `undoBulkChange`; null when nothing changed. */
export type BulkResult = BulkPlan & { bulkId: string | null };

/**
 * Sets a status, "featured" or a branch on many cars in one transaction. Cars that may not change are left as they are
 * and named with the reason; an unknown car refuses the whole.
 */
export async function bulkChangeCars(ctx: Ctx, input: BulkChangeInput): Promise<BulkResult> {
  requireRole(ctx.actor, "owner", "admin");
  const { carIds, action, channel } = parseInput(bulkChangeSchema, input);

  return withTenant(ctx, async (tx) => {
    const cars = requireAll(await lockCars(tx, ctx.tenant.id, carIds), carIds);
    const plan = planFor(cars, action);
    if (plan.willChange.length === 0) return { ...plan, bulkId: null };

    const changed: { carId: string; revision: number; from: string | boolean | null }[] = [];
    for (const { id } of plan.willChange) {
      const { revision } = await changeOne(joined(ctx, tx), id, action, channel);
      changed.push({ carId: id, revision, from: formerValue(cars, id, action) });
    }
    const bulkId = crypto.randomUUID();
    await recordEvent(tx, ctx, { type: "car.bulk_changed", data: { bulkId, action, cars: changed, channel } });
    return { ...plan, bulkId };
  });
}

function changeOne(ctx: Ctx, carId: string, action: BulkAction, channel: Channel): Promise<CarView> {
  if (action.type === "status") return setCarStatus(ctx, { carId, status: action.status, channel });
  const changes = action.type === "featured" ? { featured: action.featured } : { branchId: action.branchId };
  return editCar(ctx, { carId, changes, channel });
}

function formerValue(cars: CarRow[], carId: string, action: BulkAction): string | boolean | null {
  const car = cars.find(({ id }) => id === carId);
  if (!car) return null;
  if (action.type === "status") return car.status;
  return action.type === "featured" ? car.featured : car.branchId;
}
