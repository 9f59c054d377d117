import { type OriginalPhoto, storeOriginal } from "@/backend/features/photos";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { DemoCar } from "../seed-data/demo-showroom";
import { demoShowrooms } from "../seed-data/demo-showrooms";
import { COVER_VIEW, type Drawings } from "./drawings";

/** Stands for the checksum of a picture that is still to be drawn. */
const UNDRAWN = "undrawn";

/** A cover whose picture comes later, so that nobody waits for drawings; until then the site shows a calm box. */
export async function announceCover(tx: Tx, ctx: Ctx): Promise<string> {
  const { id } = await tx.carPhoto.create({
    data: { tenantId: ctx.tenant.id, originalKey: UNDRAWN, sha256: UNDRAWN, createdAt: ctx.clock.now() },
    select: { id: true },
  });
  return id;
}

export type UndrawnCover = { ctx: Ctx; car: DemoCar; photoId: string };

/** The announced covers of one demo showroom. */
export async function undrawnCovers(ctx: Ctx): Promise<UndrawnCover[]> {
  const { subdomain, rows } = await withTenant(ctx, async (tx) => ({
    ...(await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: { subdomain: true } })),
    rows: await tx.carPhoto.findMany({
      where: { sha256: UNDRAWN, carId: { not: null } },
      select: { id: true, car: { select: { displayCode: true } } },
    }),
  }));
  const cars = demoShowrooms.find((showroom) => showroom.subdomain === subdomain)?.cars ?? [];
  return rows.flatMap(({ id, car: row }) => {
    const car = cars.find(({ code }) => code === row?.displayCode);
    return car ? [{ ctx, car, photoId: id }] : [];
  });
}

/** Puts the picture in place and hands it to the photo pipeline. */
export async function drawCover(store: ObjectStore, cover: UndrawnCover, drawings: Drawings): Promise<void> {
  const { ctx, car, photoId } = cover;
  const original = await keepDrawing(ctx, store, await drawings(car, COVER_VIEW));
  await withTenant(ctx, async (tx) => {
    const { count } = await tx.carPhoto.updateMany({ where: { id: photoId, sha256: UNDRAWN }, data: original });
    if (count === 1) await ctx.db.jobs.enqueue(tx, "process-photo", { tenantId: ctx.tenant.id, photoId });
  });
}

/** The original of a drawing in this showroom's store; the same drawing is kept once. */
export async function keepDrawing(ctx: Ctx, store: ObjectStore, picture: Uint8Array): Promise<OriginalPhoto> {
  const stored = await storeOriginal(store, ctx.tenant.id, picture);
  if (!stored.ok) throw new Error(`a drawing was refused: ${stored.userMessage}`);
  return stored.photo;
}

/** For sorting: featured cars first, then the newest, as the site shows them; sold ones last. */
export function byOrderOfSight(one: DemoCar, other: DemoCar): number {
  return rankOf(one) - rankOf(other) || one.stay.daysAgo - other.stay.daysAgo;
}

function rankOf({ stay }: DemoCar): number {
  if (stay.featured) return 0;
  return stay.status === "sold" ? 2 : 1;
}
