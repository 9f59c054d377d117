import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type CarFacts, factsOf, toColumns } from "./car-data";
import { type FieldChange, refuseOldRevision } from "./car-revision";
import { lockCar, rememberSlug, updateCar } from "./car-store";
import { type CarView, maySeeCost, toCarView } from "./car-view";
import { refuseDuplicatePlate } from "./create-car";
import { recordCarChange } from "./record-car-event";
import { requireBranch } from "./require-branch";
import { takeTemporaryPlate } from "./reserve-car-codes";
import { type CarChanges, type EditCarInput, editCarSchema } from "./schemas";

/**
 * Changes facts of a car; codes stay. A changed name gives a new address, the old one goes on leading to the car.
 * An emptied plate becomes a temporary one. With the `revision` the editor saw, throws CarConflictError when the car
 * has changed since.
 */
export async function editCar(ctx: Ctx, input: EditCarInput): Promise<CarView> {
  requirePermission(ctx.actor, "upload");
  const { carId, changes, revision, channel } = parseInput(editCarSchema, input);
  requireMayChange(ctx, changes);

  return withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    await refuseOldRevision(tx, ctx, car, revision);
    const before = factsOf(car);
    const plate = changes.plate === null ? await takeTemporaryPlate(tx, ctx.tenant.id) : (changes.plate ?? car.plate);
    const facts: CarFacts = { ...before, ...definedOnly(changes), plate };
    const fields = changedFields(before, facts);
    if (fields.length === 0) return toCarView(car, ctx.actor);
    if (car.status !== "draft" && facts.priceRupiah <= 0)
      throw new RuleError("Harga unit yang tayang tidak boleh kosong.");
    if (fields.includes("branchId")) await requireBranch(tx, ctx.tenant.id, facts.branchId);
    if (fields.includes("plate")) await refuseDuplicatePlate(tx, ctx.tenant.id, plate, carId);

    const columns = toColumns(facts);
    await rememberSlug(tx, ctx.tenant.id, carId, columns.slug);
    const changed = await updateCar(tx, ctx.tenant.id, carId, { ...columns, updatedAt: ctx.clock.now() });
    await recordCarChange(tx, ctx, {
      type: "edited",
      car: changed,
      channel,
      data: { fields, ...priceChange(before, facts) },
      historyData: { changes: fieldChanges(before, factsOf(changed)) },
    });
    return toCarView(changed, ctx.actor);
  });
}

function requireMayChange(ctx: Ctx, changes: CarChanges): void {
  if (changes.priceRupiah !== undefined) requirePermission(ctx.actor, "price");
  if (changes.costPriceRupiah !== undefined && !maySeeCost(ctx.actor)) {
    throw new ForbiddenError("only owners change the cost price");
  }
}

function changedFields(before: CarFacts, after: CarFacts): string[] {
  return fieldChanges(before, after).map(({ field }) => field);
}

export function fieldChanges(before: CarFacts, after: CarFacts): FieldChange[] {
  const previous = new Map(Object.entries(before));
  return Object.entries(after).flatMap(([field, to]) => {
    const from = previous.get(field) ?? null;
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, from, to }];
  });
}

function priceChange(before: CarFacts, after: CarFacts) {
  if (before.priceRupiah === after.priceRupiah) return {};
  return { fromRupiah: before.priceRupiah, toRupiah: after.priceRupiah };
}

/** A key that is there but undefined is no change. */
function definedOnly(changes: CarChanges) {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
