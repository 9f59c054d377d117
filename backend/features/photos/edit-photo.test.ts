import { describe, expect, test } from "bun:test";
import { getPublicCar, readPhotoVariants } from "@/backend/features/cars";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { deletePhoto } from "./delete-photo";
import { editPhoto } from "./edit-photo";
import { getPhoto } from "./get-photo";
import { processPhoto } from "./process-photo";
import { sweepOrphanPhotos } from "./sweep-orphan-photos";
import { addCarWithPictures, drawPng, memoryStore, readPhotoRow } from "./test-photos";

const db = await openTestDatabase();
const mask = { x: 0.3, y: 0.6, width: 0.3, height: 0.1 };

async function newCar() {
  const ctx = testCtx(db, await createTenant(db));
  const store = memoryStore();
  const color = `#${crypto.randomUUID().slice(0, 6)}`;
  const { car, photoIds } = await addCarWithPictures(ctx, store, [await drawPng(color), await drawPng("#222222")]);
  const photo = { carId: car.id, photoId: photoIds[0] ?? "" };
  return { ctx, store, car, photo, photoIds, color };
}

describe("editPhoto", () => {
  test("takes the old picture away before it returns: no file, no variant, a placeholder on the page", async () => {
    const { ctx, store, car, photo } = await newCar();
    const before = publicKeys(await readPhotoRow(ctx, photo.photoId));
    await editPhoto(ctx, store, { ...photo, revision: 0, masks: [mask] });

    expect(before.length).toBeGreaterThan(0);
    expect(store.keys().filter((key) => before.includes(key))).toEqual([]);
    const shown = await getPublicCar({ ...ctx, actor: { type: "visitor" } }, car.slug);
    expect(shown?.type === "car" && shown.car.photos[0]?.sources.jpeg).toEqual([]);
  });

  test("makes every size anew under other names, which no twin of the picture shares", async () => {
    const { ctx, store, photo } = await newCar();
    const before = publicKeys(await readPhotoRow(ctx, photo.photoId));
    await editPhoto(ctx, store, { ...photo, revision: 0, masks: [mask] });
    await processPhoto(ctx, store, photo.photoId);

    const row = await readPhotoRow(ctx, photo.photoId);
    expect(row).toMatchObject({ status: "ready", revision: 1 });
    expect(publicKeys(row)).toHaveLength(before.length);
    expect(publicKeys(row).filter((key) => before.includes(key))).toEqual([]);
    for (const key of publicKeys(row)) expect(await store.exists(key)).toBe(true);
  });

  test("does not touch another photo of the same picture, and is not undone by it", async () => {
    const { ctx, store, photo, color } = await newCar();
    const twin = await addCarWithPictures(ctx, store, [await drawPng(color)]);
    const twinKeys = publicKeys(await readPhotoRow(ctx, twin.photoIds[0] ?? ""));
    await editPhoto(ctx, store, { ...photo, revision: 0, masks: [mask] });
    await processPhoto(ctx, store, photo.photoId);

    for (const key of twinKeys) expect(await store.exists(key)).toBe(true);
    expect(publicKeys(await readPhotoRow(ctx, photo.photoId))).not.toEqual(twinKeys);
  });

  test("a job of an older edit leaves nothing behind when a newer one came while it was rendering", async () => {
    const { ctx, store, photo } = await newCar();
    await editPhoto(ctx, store, { ...photo, revision: 0, quarterTurns: 1 });
    let isFirstPut = true;
    const slow = {
      ...store,
      put: async (key: string, bytes: Uint8Array, type: string) => {
        if (isFirstPut) {
          isFirstPut = false;
          await editPhoto(ctx, store, { ...photo, revision: 1, masks: [mask] });
        }
        await store.put(key, bytes, type);
      },
    };
    const before = store.keys();
    await processPhoto(ctx, slow, photo.photoId);

    expect(store.keys()).toEqual(before);
    expect(await readPhotoRow(ctx, photo.photoId)).toMatchObject({ status: "pending", revision: 2, variants: [] });
  });

  test("the job deletes the old files when the store was away at first", async () => {
    const { ctx, store, photo } = await newCar();
    const before = publicKeys(await readPhotoRow(ctx, photo.photoId));
    const broken = { ...store, delete: () => Promise.reject(new Error("away")) };
    await editPhoto(ctx, broken, { ...photo, revision: 0, masks: [mask] });
    expect(store.keys()).toEqual(expect.arrayContaining(before));
    await processPhoto(ctx, store, photo.photoId);
    expect(store.keys().filter((key) => before.includes(key))).toEqual([]);
  });

  test("tells whoever edits an older revision that somebody was quicker", async () => {
    const { ctx, store, photo } = await newCar();
    await editPhoto(ctx, store, { ...photo, revision: 0, masks: [mask] });
    await expect(editPhoto(ctx, store, { ...photo, revision: 0, quarterTurns: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await getPhoto(ctx, photo)).edits).toMatchObject({ masks: [mask], quarterTurns: 0 });
  });

  test.each([
    ["a box outside the picture", { masks: [{ x: 0.9, y: 0.5, width: 0.3, height: 0.1 }] }],
    ["an empty box", { masks: [{ x: 0.1, y: 0.5, width: 0, height: 0.1 }] }],
    ["a crop too small to see", { crop: { x: 0.1, y: 0.5, width: 0.02, height: 0.02 } }],
    ["nine boxes", { masks: Array.from({ length: 9 }, () => mask) }],
  ])("refuses %s", async (_name, edits) => {
    const { ctx, store, photo } = await newCar();
    await expect(editPhoto(ctx, store, { ...photo, revision: 0, ...edits })).rejects.toMatchObject({
      code: "validation",
    });
  });

  test("hides another showroom's photo and refuses a sales actor", async () => {
    const { ctx, store, photo } = await newCar();
    const stranger = testCtx(db, await createTenant(db));
    const edit = { ...photo, revision: 0, masks: [mask] };
    await expect(editPhoto(stranger, store, edit)).rejects.toMatchObject({ code: "not_found" });
    await expect(editPhoto({ ...ctx, actor: salesPerson }, store, edit)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("deletePhoto", () => {
  test("takes the files at once and the original with the sweep, and makes the next photo the cover", async () => {
    const { ctx, store, photo, photoIds } = await newCar();
    const row = await readPhotoRow(ctx, photo.photoId);
    await deletePhoto(ctx, store, photo);

    expect(store.keys().filter((key) => publicKeys(row).includes(key))).toEqual([]);
    expect(await readPhotoRow(ctx, photoIds[1] ?? "")).toMatchObject({ isPrimary: true, position: 0 });
    await expect(getPhoto(ctx, photo)).rejects.toMatchObject({ code: "not_found" });
    await processPhoto(ctx, store, photo.photoId);
    expect(await store.exists(row.originalKey)).toBe(true);
    expect(await sweepOrphanPhotos(ctx, store)).toBe(1);
    expect(await store.exists(row.originalKey)).toBe(false);
  });

  test("leaves an original that another photo still needs", async () => {
    const { ctx, store, photo, color } = await newCar();
    const { originalKey } = await readPhotoRow(ctx, photo.photoId);
    await addCarWithPictures(ctx, store, [await drawPng(color)]);
    await deletePhoto(ctx, store, photo);
    await sweepOrphanPhotos(ctx, store);
    expect(await store.exists(originalKey)).toBe(true);
  });

  test("keeps the last photo of a car that is on the site", async () => {
    const { ctx, store, photo, photoIds } = await newCar();
    await deletePhoto(ctx, store, photo);
    const last = { carId: photo.carId, photoId: photoIds[1] ?? "" };
    await expect(deletePhoto(ctx, store, last)).rejects.toMatchObject({ code: "rule" });
  });

  test("hides another showroom's photo and refuses a sales actor", async () => {
    const { ctx, store, photo } = await newCar();
    const stranger = testCtx(db, await createTenant(db));
    await expect(deletePhoto(stranger, store, photo)).rejects.toMatchObject({ code: "not_found" });
    await expect(deletePhoto({ ...ctx, actor: salesPerson }, store, photo)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

function publicKeys(row: { variants: unknown }): string[] {
  return readPhotoVariants(row.variants).map(({ key }) => key);
}
