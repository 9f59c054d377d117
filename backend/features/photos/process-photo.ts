import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { PhotoError } from "./photo-error";
import { type RenderedPhoto, renderVariants } from "./render-variants";

/**
 * The background half of a photo: every size and format, without EXIF, under content-hashed public names. A job that
 * runs twice writes the same. A picture that turns out broken is marked so and never shown.
 */
export async function processPhoto(ctx: Ctx, store: ObjectStore, photoId: string): Promise<void> {
  const key = { tenantId_id: { tenantId: ctx.tenant.id, id: photoId } };
  const photo = await withTenant(ctx, (tx) => tx.carPhoto.findUnique({ where: key }));
  if (!photo || photo.status !== "pending") return;
  const original = await store.get(photo.originalKey);
  if (!original) return markFailed(ctx, photoId, "original is gone");

  try {
    const rendered = await renderVariants(original.bytes);
    const variants = await putVariants(store, ctx.tenant.id, rendered);
    await withTenant(ctx, async (tx) => {
      const { carId } = await tx.carPhoto.update({
        where: key,
        data: {
          status: "ready",
          width: rendered.width,
          height: rendered.height,
          dominantColor: rendered.dominantColor,
          variants,
        },
        select: { carId: true },
      });
      if (carId) await bumpCatalogVersion(tx, ctx);
    });
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    await markFailed(ctx, photoId, error.message);
  }
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
