import { recordEvent } from "@/backend/features/audit";
import { type PhotoVariantKey, readPhotoVariants } from "@/backend/features/cars";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { PhotoError } from "./photo-error";
import { type RenderedPhoto, renderVariants } from "./render-variants";

/** What a processed photo knows about itself. */
type ProcessedPhoto = {
  width: number | null;
  height: number | null;
  dominantColor: string | null;
  variants: PhotoVariantKey[];
};

/**
 * The background half of a photo: every size and format, without EXIF, under content-hashed public names. A job that
 * runs twice writes the same. A picture the showroom has already is not rendered again. One that turns out broken is
 * marked so and never shown.
 */
export async function processPhoto(ctx: Ctx, store: ObjectStore, photoId: string): Promise<void> {
  const photo = await withTenant(ctx, (tx) =>
    tx.carPhoto.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: photoId } } }),
  );
  if (photo?.status !== "pending") return;
  const twin = await findProcessedTwin(ctx, photo.sha256);
  if (twin) return markReady(ctx, photoId, twin);
  const original = await store.get(photo.originalKey);
  if (!original) return markFailed(ctx, photoId, "original is gone");

  try {
    const rendered = await renderVariants(original.bytes);
    await markReady(ctx, photoId, { ...rendered, variants: await putVariants(store, ctx.tenant.id, rendered) });
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    await markFailed(ctx, photoId, error.message);
  }
}

/** Another photo of this showroom with the same bytes: variants are named by content, so they are the same files. */
async function findProcessedTwin(ctx: Ctx, sha256: string): Promise<ProcessedPhoto | null> {
  const twin = await withTenant(ctx, (tx) =>
    tx.carPhoto.findFirst({
      where: { tenantId: ctx.tenant.id, sha256, status: "ready" },
      select: { width: true, height: true, dominantColor: true, variants: true },
    }),
  );
  const variants = readPhotoVariants(twin?.variants);
  return twin && variants.length > 0 ? { ...twin, variants } : null;
}

async function markReady(ctx: Ctx, photoId: string, processed: ProcessedPhoto): Promise<void> {
  const { width, height, dominantColor, variants } = processed;
  await withTenant(ctx, async (tx) => {
    const { carId } = await tx.carPhoto.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: photoId } },
      data: { status: "ready", width, height, dominantColor, variants },
      select: { carId: true },
    });
    if (carId) await bumpCatalogVersion(tx, ctx);
  });
}

async function putVariants(store: ObjectStore, tenantId: number, rendered: RenderedPhoto) {
  return Promise.all(
    rendered.variants.map(async ({ format, width, height, name, bytes, contentType }) => {
      const key = `photos/${tenantId}/${name}`;
      await store.put(key, bytes, contentType);
      return { format, width, height, key };
    }),
  );
}

async function markFailed(ctx: Ctx, photoId: string, failure: string): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await tx.carPhoto.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: photoId } },
      data: { status: "failed", failure },
    });
    await recordEvent(tx, ctx, { type: "photo.failed", data: { photoId, failure } });
  });
}
