import { changeCarPrice, createCar, setCarStatus } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { DemoCar } from "../seed-data/demo-showroom";
import { announceCover } from "./covers";
import { duringOpeningHours } from "./moments";
import { at } from "./seed-ctx";

type Ids = ReadonlyMap<string, string>;

/** Brings the cars in one after the other, each at its own day, and takes them through what became of them. */
export async function addCars(tx: Tx, ctx: Ctx, cars: readonly DemoCar[], branches: Ids): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [index, car] of cars.entries()) {
    const moment = (daysAgo: number) => duringOpeningHours(ctx.clock.now(), daysAgo, index);
    const id = await addCar(tx, at(ctx, moment(car.stay.daysAgo)), car, branches);
    await changeCar(ctx, car, { id, moment });
    ids.set(car.code, id);
  }
  return ids;
}

async function addCar(tx: Tx, ctx: Ctx, car: DemoCar, branches: Ids): Promise<string> {
  const isDraft = car.stay.status === "draft";
  const created = await createCar(ctx, {
    ...car.name,
    ...car.tech,
    ...car.papers,
    ...car.offer,
    priceRupiah: car.stay.firstPriceRupiah ?? car.offer.priceRupiah,
    keyFeatures: car.text.features,
    conditionNotes: car.text.condition,
    description: car.text.description,
    branchId: car.branch ? branches.get(car.branch) : null,
    photoIds: isDraft ? [] : [await announceCover(tx, ctx)],
    featured: car.stay.featured,
    status: isDraft ? "draft" : "available",
    channel: "system",
  });
  if (created.displayCode !== car.code) throw new Error(`expected ${car.code}, the car became ${created.displayCode}`);
  return created.id;
}

type Stay = { id: string; moment(daysAgo: number): Date };

async function changeCar(ctx: Ctx, { stay, offer }: DemoCar, { id, moment }: Stay): Promise<void> {
  const { status, daysAgo, changedDaysAgo = daysAgo } = stay;
  if (stay.firstPriceRupiah) {
    const halfway = at(ctx, moment(Math.round(daysAgo / 2)));
    await changeCarPrice(halfway, { carId: id, priceRupiah: offer.priceRupiah, channel: "system" });
  }
  if (status === "booking" || status === "sold") {
    const { soldPriceRupiah } = stay;
    await setCarStatus(at(ctx, moment(changedDaysAgo)), { carId: id, status, soldPriceRupiah, channel: "system" });
  }
}
