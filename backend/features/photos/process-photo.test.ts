import { describe, expect, test } from "bun:test";
import { readPhotoVariants } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { addPhotos } from "./add-photos";
import { loadSharp } from "./load-sharp";
import { processPhoto } from "./process-photo";
import { storeOriginal } from "./store-original";
import { memoryStore } from "./test-photos";

const db = await openTestDatabase();

describe("processPhoto", () => {
  test("gives a photo its public sizes, and the same ones when it runs again", async () => {
    const { ctx, store } = await newShowroom();
    const photoId = await addPhoto(ctx, store, "#a01020");
    await processPhoto(ctx, store, photoId);
    const first = await readPhoto(ctx, photoId);
    await processPhoto(ctx, store, photoId);

    expect(first).toMatchObject({ status: "ready", width: 400, height: 300 });
    expect(first.variants).toHaveLength(6);
    expect(await readPhoto(ctx, photoId)).toEqual(first);
  });

  test("does not render again what the showroom has already: the original is not even read", async () => {
    const { ctx, store } = await newShowroom();
    const first = await addPhoto(ctx, store, "#205080");
    const second = await addPhoto(ctx, store, "#205080");
    await processPhoto(ctx, store, first);
    await store.delete((await readPhoto(ctx, second)).originalKey);
    await processPhoto(ctx, store, second);

    const { variants, dominantColor, width } = await readPhoto(ctx, first);
    const copy = await readPhoto(ctx, second);
    expect(copy).toMatchObject({ status: "ready", dominantColor, width });
    expect(await filesOf(store, copy)).toEqual(await filesOf(store, { variants }));
  });

  test("gives two photos of one picture files of their own, so that one can go without the other", async () => {
    const { ctx, store } = await newShowroom();
    const [first, second] = [await addPhoto(ctx, store, "#205080"), await addPhoto(ctx, store, "#205080")];
    await processPhoto(ctx, store, first);
    await processPhoto(ctx, store, second);
    const keys = [await readPhoto(ctx, first), await readPhoto(ctx, second)].flatMap(({ variants }) =>
      readPhotoVariants(variants).map(({ key }) => key),
    );
    expect(new Set(keys).size).toBe(12);
  });

  test("takes nothing from another showroom that has the same picture", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    await processPhoto(theirs.ctx, theirs.store, await addPhoto(theirs.ctx, theirs.store, "#308040"));
    const photoId = await addPhoto(mine.ctx, mine.store, "#308040");
    await processPhoto(mine.ctx, mine.store, photoId);

    const { variants } = await readPhoto(mine.ctx, photoId);
    expect(JSON.stringify(variants)).toContain(`photos/${mine.ctx.tenant.id}/`);
    expect(JSON.stringify(variants)).not.toContain(`photos/${theirs.ctx.tenant.id}/`);
  });

  test("marks a photo whose original is gone as failed, so that it is never shown", async () => {
    const { ctx, store } = await newShowroom();
    const photoId = await addPhoto(ctx, store, "#f0f0f0");
    await store.delete((await readPhoto(ctx, photoId)).originalKey);
    await processPhoto(ctx, store, photoId);
    expect(await readPhoto(ctx, photoId)).toMatchObject({ status: "failed", variants: [] });
  });
});

async function newShowroom() {
  return { ctx: testCtx(db, await createTenant(db)), store: memoryStore() };
}

async function addPhoto(ctx: Ctx, store: ObjectStore, background: string): Promise<string> {
  const sharp = await loadSharp();
  const picture = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const stored = await storeOriginal(store, ctx.tenant.id, picture);
  if (!stored.ok) throw new Error(stored.userMessage);
  const [photoId = ""] = await addPhotos(ctx, [stored.photo]);
  return photoId;
}

function readPhoto(ctx: Ctx, id: string) {
  return withTenant(ctx, (tx) =>
    tx.carPhoto.findUniqueOrThrow({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } }),
  );
}

async function filesOf(store: ObjectStore, photo: { variants: unknown }): Promise<(Uint8Array | undefined)[]> {
  const objects = readPhotoVariants(photo.variants).map(({ key }) => store.get(key));
  return (await Promise.all(objects)).map((object) => object?.bytes);
}
