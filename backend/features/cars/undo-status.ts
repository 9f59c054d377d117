import { z } from "zod";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { CAR_STATUSES, type CarStatus } from "./car-status";
import { type CarRow, lockCar, updateCar } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { recordCarChange } from "./record-car-event";
import { type Channel, channelSchema } from "./schemas";
import { formerSaleOf, statusColumns, whyCannotShow } from "./set-car-status";

const undoStatusSchema = z.object({
  carId: z.uuid(),
  /** The revision that the change to be undone gave the car. */
  revision: z.int(),
  channel: channelSchema,
});
export type UndoStatusInput = z.input<typeof undoStatusSchema>;

const changeSchema = z.object({
  from: z.enum(CAR_STATUSES),
  formerSale: z.object({ soldAt: z.iso.datetime().nullable(), soldPriceRupiah: z.number().nullable() }).optional(),
});
type StatusChange = z.output<typeof changeSchema>;

/**
 * Takes a car's last status change back, its sale included, and records that. Throws RuleError when the car has
 * changed again meanwhile.
 */
export async function undoStatus(ctx: Ctx, input: UndoStatusInput): Promise<CarView> {
  requirePermission(ctx.actor, "status");
  const { carId, revision, channel } = parseInput(undoStatusSchema, input);

  return withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    if (car.revision !== revision) throw new RuleError("Unit ini sudah diubah lagi, jadi tidak bisa dikembalikan.");
    return toCarView(await restoreStatus(tx, ctx, car, channel), ctx.actor);
  });
}

/** The car must be held. */
export async function restoreStatus(tx: Tx, ctx: Ctx, car: CarRow, channel: Channel): Promise<CarRow> {
  const change = await lastStatusChange(tx, ctx, car);
  if (!change) throw new RuleError("Tidak ada perubahan status yang bisa dikembalikan.");
  const refusal = change.from === "available" || change.from === "booking" ? whyCannotShow(car) : null;
  if (refusal) throw new RuleError(refusal);

  const restored = await updateCar(tx, ctx.tenant.id, car.id, formerColumns(car, change, ctx.clock.now()));
  await recordCarChange(tx, ctx, {
    type: "status_changed",
    car: restored,
    channel,
    data: { from: car.status, to: change.from },
    historyData: { isUndo: true, ...formerSaleOf(car) },
  });
  return restored;
}

async function lastStatusChange(tx: Tx, ctx: Ctx, car: CarRow): Promise<StatusChange | null> {
  const event = await tx.carEvent.findFirst({
    where: {
      tenantId: ctx.tenant.id,
      carId: car.id,
      type: { in: ["status_changed", "published"] },
      data: { path: ["revision"], equals: car.revision },
    },
  });
  const read = changeSchema.safeParse(event?.data);
  return read.success ? read.data : null;
}

function formerColumns(car: CarRow, { from, formerSale }: StatusChange, now: Date) {
  const status: CarStatus = from;
  const columns = statusColumns(car, status, formerSale?.soldPriceRupiah ?? null, now);
  return formerSale?.soldAt ? { ...columns, soldAt: new Date(formerSale.soldAt) } : columns;
}
