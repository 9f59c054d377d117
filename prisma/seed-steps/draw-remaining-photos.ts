import { recordEvent } from "@/backend/features/audit";
import { addPhotos, attachPhotos, type OriginalPhoto } from "@/backend/features/photos";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { CarView } from "../seed-art/draw-car";
import type { DemoCar } from "../seed-data/demo-showroom";
import { byOrderOfSight, drawCover, keepDrawing, type UndrawnCover, undrawnCovers } from "./covers";
import { COVER_VIEW, type Drawings, viewsBehindCover } from "./drawings";

const DONE = "demo.photos_drawn";

/** A drawing keeps one core busy; more at once would only keep people waiting. */
const COVERS_AT_ONCE = 2;

export type Studio = { drawings: Drawings; isStopping(): boolean };

/** Covers of any showrooms, those that people see first before the others. */
export async function drawCovers(store: ObjectStore, covers: readonly UndrawnCover[], studio: Studio): Promise<void> {
  const waiting = covers.toSorted((one, other) => byOrderOfSight(one.car, other.car));
  const draw = async () => {
    for (let cover = waiting.shift(); cover && !studio.isStopping(); cover = waiting.shift()) {
      await drawCover(store, cover, studio.drawings);
    }
  };
  await Promise.all(Array.from({ length: COVERS_AT_ONCE }, draw));
}

/**
 * Covers of the showroom that are still missing, then the other pictures of `cars`, one after the other so that the site
 * stays quick meanwhile. Cut short, it goes on at the next start with the cars it did not reach; once through, it never
 * comes back, whatever is deleted later.
 */
export async function drawRemainingPhotosOf(ctx: Ctx, store: ObjectStore, rest: Studio & { cars: readonly DemoCar[] }) {
  if (rest.isStopping() || (await isDone(ctx))) return;
  await drawCovers(store, await undrawnCovers(ctx), rest);
  if (rest.isStopping()) return;
  const photoCounts = await countPhotos(ctx);

  for (const car of rest.cars.toSorted(byOrderOfSight)) {
    const present = photoCounts.get(car.code);
    if (!present || present.count > 1) continue;
    const originals: OriginalPhoto[] = [];
    for (const view of viewsFor(car, present.count)) {
      if (rest.isStopping()) return;
      originals.push(await keepDrawing(ctx, store, await rest.drawings(car, view)));
    }
    if (originals.length > 0) await hang(ctx, present.carId, originals);
  }
  await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: DONE }));
}

async function hang(ctx: Ctx, carId: string, originals: OriginalPhoto[]): Promise<void> {
  await withTenant(ctx, async (tx) => {
    const inside = joined(ctx, tx);
    await attachPhotos(inside, { carId, photoIds: await addPhotos(inside, originals) });
  });
}

async function isDone(ctx: Ctx): Promise<boolean> {
  const done = await withTenant(ctx, (tx) => tx.event.findFirst({ where: { type: DONE }, select: { id: true } }));
  return done !== null;
}

async function countPhotos(ctx: Ctx) {
  const rows = await withTenant(ctx, (tx) =>
    tx.car.findMany({ select: { id: true, displayCode: true, _count: { select: { photos: true } } } }),
  );
  return new Map(rows.map(({ id, displayCode, _count }) => [displayCode, { carId: id, count: _count.photos }]));
}

/** A draft has no cover yet and gets it here, unless its photos are still to be taken. */
function viewsFor(car: DemoCar, photoCount: number): CarView[] {
  if (photoCount > 0) return viewsBehindCover(car);
  return car.stay.photosToCome ? [] : [COVER_VIEW, ...viewsBehindCover(car)];
}
