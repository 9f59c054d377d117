import { createCar } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore, StoredObject } from "@/backend/platform/object-store/object-store";
import { addPhotos } from "./add-photos";
import { loadSharp } from "./load-sharp";
import { processPhoto } from "./process-photo";
import { storeOriginal } from "./store-original";

/** For tests: objects in memory; `keys()` tells what is there. */
export function memoryStore(): ObjectStore & { keys(): string[] } {
  const objects = new Map<string, StoredObject>();
  return {
    put: async (key, bytes, contentType) => void objects.set(key, { bytes, contentType }),
    get: async (key) => objects.get(key) ?? null,
    delete: async (key) => void objects.delete(key),
    exists: async (key) => objects.has(key),
    keys: () => [...objects.keys()],
  };
}

export type TestArea = { left: number; top: number; width: number; height: number };

/** For tests: a lossless plain picture with, maybe, a patch on it. */
export async function drawPng(
  background: string,
  size = { width: 400, height: 300 },
  patch?: TestArea & { color: string },
): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const picture = sharp({ create: { ...size, channels: 3, background } });
  if (!patch) return picture.png().toBuffer();
  const { left, top, width, height, color } = patch;
  const input = await sharp({ create: { width, height, channels: 3, background: color } })
    .png()
    .toBuffer();
  return picture.composite([{ input, left, top }]).png().toBuffer();
}

/** For tests: a picture taken in, not yet processed and on no car. */
export async function addPicture(ctx: Ctx, store: ObjectStore, picture: Uint8Array): Promise<string> {
  const stored = await storeOriginal(store, ctx.tenant.id, picture);
  if (!stored.ok) throw new Error(stored.userMessage);
  const [photoId = ""] = await addPhotos(ctx, [stored.photo]);
  return photoId;
}

/** For tests: a car on the site with these pictures, processed. */
export async function addCarWithPictures(ctx: Ctx, store: ObjectStore, pictures: readonly Uint8Array[]) {
  const photoIds: string[] = [];
  for (const picture of pictures) {
    const photoId = await addPicture(ctx, store, picture);
    await processPhoto(ctx, store, photoId);
    photoIds.push(photoId);
  }
  const car = await createCar(ctx, {
    ...{ brand: "Toyota", model: "Avanza", year: 2020, color: "Hitam", transmission: "Manual", km: 45_000 },
    ...{ priceRupiah: 185_000_000, channel: "web", status: "available", photoIds },
  });
  return { car, photoIds };
}

export function readPhotoRow(ctx: Ctx, id: string) {
  return withTenant(ctx, (tx) =>
    tx.carPhoto.findUniqueOrThrow({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } }),
  );
}
