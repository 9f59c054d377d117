import { modelFacts } from "@/backend/features/language";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { CarAddedAlreadyError } from "./car-added-already-error";
import { toColumns } from "./car-data";
import { whyCannotPublish } from "./car-status";
import { findUnsoldByPlate, hasCar, insertCar } from "./car-store";
import { type CarView, maySeeCost, toCarView } from "./car-view";
import { DuplicatePlateError } from "./duplicate-plate-error";
import { cleanPlate } from "./plate";
import { recordCarChange } from "./record-car-event";
import { requireBranch } from "./require-branch";
import { takeCodes, takeTemporaryPlate } from "./reserve-car-codes";
import { BODY_TYPES, type CreateCarInput, canonicalWord, createCarSchema, FUELS, type NewCar } from "./schemas";

/**
 * Adds a car to the stock with its photos (cover first); with `status: "available"` it is public at commit, which needs
 * a price and a photo. Throws DuplicatePlateError when the plate is in stock already, and CarAddedAlreadyError for an `id`
 * that came before.
 */
export async function createCar(ctx: Ctx, input: CreateCarInput): Promise<CarView> {
  requirePermission(ctx.actor, "upload");
  const car = parseInput(createCarSchema, input);
  if (car.costPriceRupiah !== null && !maySeeCost(ctx.actor)) throw new ForbiddenError("only owners set a cost price");
  const refusal = car.status === "available" ? whyCannotPublish({ ...car, photoCount: car.photoIds.length }) : null;
  if (refusal) throw new RuleError(refusal);

  return withTenant(ctx, async (tx) => {
    if (car.id && (await hasCar(tx, ctx.tenant.id, car.id))) throw new CarAddedAlreadyError(car.id);
    await refuseDuplicatePlate(tx, ctx.tenant.id, car.plate ?? car.codes?.plate ?? null, null);
    await requireBranch(tx, ctx.tenant.id, car.branchId);
    const codes = car.codes ?? (await takeCodes(tx, ctx.tenant.id, car.model));
    const plate = car.plate ?? car.codes?.plate ?? (await takeTemporaryPlate(tx, ctx.tenant.id));
    const row = await insertCar(tx, ctx.tenant.id, newRow(ctx, car, { ...codes, plate }), car.photoIds);

    await recordCarChange(tx, ctx, {
      type: "created",
      car: row,
      channel: car.channel,
      data: { status: car.status, priceRupiah: car.priceRupiah },
    });
    return toCarView(row, ctx.actor);
  });
}

export async function refuseDuplicatePlate(tx: Tx, tenantId: number, plate: string | null, carId: string | null) {
  if (plate === null) return;
  const other = await findUnsoldByPlate(tx, tenantId, cleanPlate(plate), carId);
  if (other) throw new DuplicatePlateError(other.id, other.displayCode);
}

type Codes = { stockCode: string; displayCode: string; plate: string };

/** The slug is made from the final facts, not from those the codes were reserved with. */
function newRow(ctx: Ctx, { id, codes: _, photoIds: __, channel: ___, ...car }: NewCar, codes: Codes) {
  const now = ctx.clock.now();
  return {
    ...toColumns({ ...withModelFacts(car), plate: codes.plate, displayCode: codes.displayCode }),
    ...(id && { id }),
    stockCode: codes.stockCode,
    displayCode: codes.displayCode,
    status: car.status,
    publishedAt: car.status === "available" ? now : null,
    createdAt: now,
    updatedAt: now,
  };
}

/** What is the same for every car of a known model, where nothing else was said. */
function withModelFacts<C extends Pick<NewCar, "brand" | "model" | "seats" | "bodyType" | "fuel">>(car: C): C {
  const known = modelFacts(car.brand, car.model);
  return {
    ...car,
    seats: car.seats ?? known?.seats ?? null,
    bodyType: car.bodyType ?? canonicalWord(BODY_TYPES, known?.bodyType),
    fuel: car.fuel ?? canonicalWord(FUELS, known?.fuel),
  };
}
