import { recordEvent } from "@/backend/features/audit";
import { addPhotos, attachPhotos, type OriginalPhoto } from "@/backend/features/photos";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { CarView } from "../seed-art/draw-car";
import type { DemoCar } from "../seed-data/demo-showroom";
import { inOrderOfSight, keepDrawing } from "./add-covers";
import { COVER_VIEW, type Drawings, viewsBehindCover } from "./drawings";

const DONE = "demo.photos_drawn";

type Rest = { cars: readonly DemoCar[]; drawings: Drawings; isStopping(): boolean };

/**
 * The pictures behind the covers, one after the other so that the site stays quick meanwhile. Cut short, it goes on at
 * the next start with the cars it did not reach; once through, it never comes back, whatever is deleted later.
 */
export async function drawRemainingPhotosOf(ctx: Ctx, store: ObjectStore, rest: Rest): Promise<void> {
  if (await isDone(ctx)) return;
  const photoCounts = await countPhotos(ctx);

  for (const car of inOrderOfSight(rest.cars)) {
    const present = photoCounts.get(car.code);
    if (!present || present.count > 1) continue;
    const originals: OriginalPhoto[] = [];
    for (const view of viewsFor(car, present.count)) {
      if (rest.isStopping()) return;
      originals.push(await keepDrawing(ctx, store, await rest.drawings(car, view)));
    }
    if (originals.length === 0) continue;
    await withTenant(ctx, async (tx) => {
      const inside = joined(ctx, tx);
      await attachPhotos(inside, { carId: present.carId, photoIds: await addPhotos(inside, originals) });
    });
  }
  await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: DONE }));
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

/** A draft without any picture gets its cover here, unless its photos are still to be taken. */
function viewsFor(car: DemoCar, photoCount: number): CarView[] {
  if (photoCount > 0) return viewsBehindCover(car);
  return car.stay.photosToCome ? [] : [COVER_VIEW, ...viewsBehindCover(car)];
}
