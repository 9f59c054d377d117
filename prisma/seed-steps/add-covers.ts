import { addPhotos, storeOriginal } from "@/backend/features/photos";
import type { Ctx } from "@/backend/platform/ctx";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { DemoCar } from "../seed-data/demo-showroom";
import { COVER_VIEW, type Drawings } from "./drawings";

/** Photo ids per display code. Drafts get theirs later: nobody sees them yet. */
export type Covers = ReadonlyMap<string, string>;

/** Draws all covers at once, on every core. */
export async function drawCovers(cars: readonly DemoCar[], drawings: Drawings): Promise<void> {
  await Promise.all(cars.filter(needsCover).map((car) => drawings(car, COVER_VIEW)));
}

/** Stores the covers and queues their processing in the order in which the site shows the cars. */
export async function addCovers(ctx: Ctx, store: ObjectStore, cars: readonly DemoCar[], drawings: Drawings) {
  const covers = new Map<string, string>();
  for (const car of inOrderOfSight(cars.filter(needsCover))) {
    const [photoId] = await addPhotos(ctx, [await keepDrawing(ctx, store, await drawings(car, COVER_VIEW))]);
    if (photoId) covers.set(car.code, photoId);
  }
  return covers;
}

/** The original of a drawing in this showroom's store; the same drawing is kept once. */
export async function keepDrawing(ctx: Ctx, store: ObjectStore, picture: Uint8Array) {
  const stored = await storeOriginal(store, ctx.tenant.id, picture);
  if (!stored.ok) throw new Error(`a drawing was refused: ${stored.userMessage}`);
  return stored.photo;
}

/** Featured cars first, then the newest; sold ones last. */
export function inOrderOfSight(cars: readonly DemoCar[]): DemoCar[] {
  const rank = ({ stay }: DemoCar) => (stay.featured ? 0 : stay.status === "sold" ? 2 : 1);
  return cars.toSorted((one, other) => rank(one) - rank(other) || one.stay.daysAgo - other.stay.daysAgo);
}

function needsCover({ stay }: DemoCar): boolean {
  return stay.status !== "draft";
}
