import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { toSafeInteger } from "@/backend/platform/money";
import { parseInput } from "@/backend/platform/parse-input";
import { type CarStatus, whyCannotChangeStatus, whyCannotPublish } from "./car-status";
import { type CarRow, lockCar, updateCar } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { recordCarChange } from "./record-car-event";
import { type SetCarStatusInput, setCarStatusSchema } from "./schemas";

/** Moves a car to another status; a sold car is off the site at commit. Setting the status it has changes nothing. */
export async function setCarStatus(ctx: Ctx, input: SetCarStatusInput): Promise<CarView> {
  requirePermission(ctx.actor, "status");
  const { carId, status, soldPriceRupiah = null, channel } = parseInput(setCarStatusSchema, input);

  return withTenant(ctx, async (tx) => {
    const car = await lockCar(tx, ctx.tenant.id, carId);
    if (car.status === status) return toCarView(car, ctx.actor);
    const refusal = whyCannotChangeStatus(car.status, status) ?? (status === "available" ? whyCannotShow(car) : null);
    if (refusal) throw new RuleError(refusal);

    const changed = await updateCar(
      tx,
      ctx.tenant.id,
      carId,
      statusColumns(car, status, soldPriceRupiah, ctx.clock.now()),
    );
    const data = { from: car.status, to: status, ...(soldPriceRupiah !== null && { soldPriceRupiah }) };
    await recordCarChange(tx, ctx, {
      type: "status_changed",
      car: changed,
      channel,
      data,
      historyData: formerSaleOf(car),
    });
    return toCarView(changed, ctx.actor);
  });
}

/** What an undo needs to put a sale back as it was. */
export function formerSaleOf(car: CarRow) {
  if (car.status !== "sold") return {};
  const soldPriceRupiah = car.soldPriceRupiah === null ? null : toSafeInteger(car.soldPriceRupiah);
  return { formerSale: { soldAt: car.soldAt?.toISOString() ?? null, soldPriceRupiah } };
}

export function whyCannotShow(car: CarRow): string | null {
  const usable = car.photos.filter((photo) => photo.status !== "failed");
  return whyCannotPublish({ priceRupiah: Number(car.priceRupiah), photoCount: usable.length });
}

/** The columns that follow a status. A car keeps the day it was first published. */
export function statusColumns(car: CarRow, status: CarStatus, soldPriceRupiah: number | null, now: Date) {
  const isSold = status === "sold";
  return {
    status,
    publishedAt: car.publishedAt ?? (status === "available" ? now : null),
    soldAt: isSold ? now : null,
    soldPriceRupiah: isSold && soldPriceRupiah !== null ? BigInt(soldPriceRupiah) : null,
    updatedAt: now,
  };
}
