import { describe, expect, test } from "bun:test";
import { deleteCar, getPublicCar } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { readFixture } from "./fixtures/read-fixture";
import { listPhotos } from "./list-photos";
import { processPhoto } from "./process-photo";
import { reorderPhotos } from "./reorder-photos";
import { setCover } from "./set-cover";
import { addCarWithPictures, drawPng, memoryStore } from "./test-photos";
import { uploadPhotos } from "./upload-photos";

const db = await openTestDatabase();

async function newCar(pictureCount = 3) {
  const ctx = testCtx(db, await createTenant(db));
  const store = memoryStore();
  const colors = ["#aa0000", "#00aa00", "#0000aa"].slice(0, pictureCount);
  const pictures = await Promise.all(colors.map((color) => drawPng(color)));
  const { car, photoIds } = await addCarWithPictures(ctx, store, pictures);
  return { ctx, store, car, photoIds };
}

test("a car that is deleted leaves none of its photos reachable once their jobs have run", async () => {
  const { ctx, store, car, photoIds } = await newCar();
  expect(store.keys().filter((key) => key.startsWith("photos/"))).not.toEqual([]);
  await deleteCar(ctx, { carId: car.id, channel: "web" });
  const asked = await waitingPhotoJobs(ctx);
  expect(photoIds.every((id) => asked.has(id))).toBe(true);
  for (const photoId of photoIds) await processPhoto(ctx, store, photoId);
  expect(store.keys().filter((key) => key.startsWith("photos/"))).toEqual([]);
});

async function waitingPhotoJobs({ tenant }: Ctx): Promise<Set<string>> {
  const { rows } = await db.pool.query<{ id: string }>(
    "SELECT data->>'photoId' AS id FROM pgboss.job WHERE name = 'process-photo' AND (data->>'tenantId')::int = $1",
    [tenant.id],
  );
  return new Set(rows.map(({ id }) => id));
}

describe("the order of photos", () => {
  test("is the order on the site, and its first photo the cover", async () => {
    const { ctx, car, photoIds } = await newCar();
    const [first = "", second = "", third = ""] = photoIds;
    await reorderPhotos(ctx, { carId: car.id, photoIds: [third, first, second] });

    expect(await idsOf(ctx, car.id)).toEqual([third, first, second]);
    const keys = (await listPhotos(ctx, { carId: car.id })).map(({ variants }) => variants.at(-1)?.key);
    const shown = await getPublicCar({ ...ctx, actor: { type: "visitor" } }, car.slug);
    const sources = shown?.type === "car" ? shown.car.photos.map(({ sources }) => sources.jpeg.at(-1)?.src) : [];
    expect(sources).toEqual(keys.map((key) => `/media/${key}`));
  });

  test("puts a chosen cover first and keeps the rest as it was", async () => {
    const { ctx, car, photoIds } = await newCar();
    const [first = "", second = "", third = ""] = photoIds;
    const photos = await setCover(ctx, { carId: car.id, photoId: third });
    expect(photos.map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [third, true],
      [first, false],
      [second, false],
    ]);
  });

  test("is refused when it is not of all photos the car has now", async () => {
    const { ctx, car, photoIds } = await newCar();
    const partly = { carId: car.id, photoIds: photoIds.slice(1) };
    const twice = { carId: car.id, photoIds: [...photoIds.slice(1), photoIds[1] ?? ""] };
    await expect(reorderPhotos(ctx, partly)).rejects.toMatchObject({ code: "conflict" });
    await expect(reorderPhotos(ctx, twice)).rejects.toMatchObject({ code: "conflict" });
    expect(await idsOf(ctx, car.id)).toEqual(photoIds);
  });

  test("hides another showroom's car and refuses a sales actor", async () => {
    const { ctx, car, photoIds } = await newCar();
    const stranger = testCtx(db, await createTenant(db));
    const cover = { carId: car.id, photoId: photoIds[1] ?? "" };
    await expect(reorderPhotos(stranger, { carId: car.id, photoIds })).rejects.toMatchObject({ code: "not_found" });
    await expect(setCover(stranger, cover)).rejects.toMatchObject({ code: "not_found" });
    await expect(listPhotos(stranger, { carId: car.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(setCover({ ...ctx, actor: salesPerson }, cover)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("uploadPhotos", () => {
  test("takes the good ones behind those that are there, and says per file what is wrong with the rest", async () => {
    const { ctx, store, car, photoIds } = await newCar(1);
    const { photos, refused } = await uploadPhotos(ctx, store, {
      carId: car.id,
      files: [
        { fileName: "depan.jpg", bytes: await drawPng("#123456") },
        { fileName: "brosur.pdf", bytes: Buffer.from("%PDF-1.7") },
        { fileName: "stiker.webp", bytes: await readFixture("animated.webp") },
        { fileName: "besar.jpg", bytes: Buffer.alloc(11 * 1024 * 1024) },
      ],
    });

    expect(photos).toHaveLength(1);
    expect(await idsOf(ctx, car.id)).toEqual([...photoIds, photos[0]?.id ?? ""]);
    expect(refused.map(({ fileName }) => fileName)).toEqual(["brosur.pdf", "stiker.webp", "besar.jpg"]);
    expect(refused.map(({ message }) => message).join()).toMatch(/PDF.*bergerak.*10 MB/s);
  });

  test("stops at thirty photos a car and ten a time", async () => {
    const { ctx, store, car } = await newCar(1);
    const file = async (index: number) => ({
      fileName: "a.png",
      bytes: await drawPng(`#0000${10 + index}`, { width: 8, height: 8 }),
    });
    const files = await Promise.all(Array.from({ length: 10 }, (_, index) => file(index)));
    await uploadPhotos(ctx, store, { carId: car.id, files });
    await uploadPhotos(ctx, store, { carId: car.id, files });
    await expect(uploadPhotos(ctx, store, { carId: car.id, files })).rejects.toMatchObject({ code: "rule" });
    await uploadPhotos(ctx, store, { carId: car.id, files: files.slice(1) });
    expect(await idsOf(ctx, car.id)).toHaveLength(30);
    const eleven = { carId: car.id, files: [...files, await file(11)] };
    await expect(uploadPhotos(ctx, store, eleven)).rejects.toMatchObject({ code: "rule" });
  });

  test("hides another showroom's car and refuses a sales actor", async () => {
    const { ctx, store, car } = await newCar(1);
    const stranger = testCtx(db, await createTenant(db));
    const upload = { carId: car.id, files: [{ fileName: "a.png", bytes: await drawPng("#fefefe") }] };
    await expect(uploadPhotos(stranger, store, upload)).rejects.toMatchObject({ code: "not_found" });
    await expect(uploadPhotos({ ...ctx, actor: salesPerson }, store, upload)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

async function idsOf(ctx: Ctx, carId: string): Promise<string[]> {
  return (await listPhotos(ctx, { carId })).map(({ id }) => id);
}
