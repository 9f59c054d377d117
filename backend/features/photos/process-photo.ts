import { recordEvent } from "@/backend/features/audit";
import { type PhotoVariantKey, readPhotoVariants } from "@/backend/features/cars";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import type { MaskLook } from "./cover-masks";
import { type Box, editsOf, isUnedited, type PhotoRecord, readPhotoRecord } from "./photo-edits";
import { PhotoError } from "./photo-error";
import { copyVariants, deleteFiles, publicNameOf, putVariants } from "./photo-files";
import type { PhotoRow } from "./photo-store";
import { suggestPlateMask } from "./plate/suggest-plate-mask";
import { renderVariants } from "./render-variants";
import { publicKeysOf } from "./retire-files";

/** What a processed photo knows about itself. */
type ProcessedPhoto = {
  width: number | null;
  height: number | null;
  dominantColor: string | null;
  variants: PhotoVariantKey[];
  suggestedMask: Box | null;
};

/**
 * The background half of a photo: every size and format, edited as the showroom wants it, without EXIF, under public
 * names of this photo and this edit alone; and the files of former edits gone. A job that runs twice writes the same; one
 * for an edit that is no longer the last leaves nothing behind. A picture that turns out broken is marked so and never
 * shown.
 */
export async function processPhoto(ctx: Ctx, store: ObjectStore, photoId: string): Promise<void> {
  const photo = await findPhoto(ctx, photoId);
  if (!photo) return;
  const record = readPhotoRecord(photo.edits);
  await deleteFiles(store, record.isDeleted ? publicKeysOf(photo) : record.retiredKeys);
  if (record.isDeleted || photo.status !== "pending") return;

  const processed = (await copyTwin(ctx, store, photo, record)) ?? (await makeVariants(ctx, store, photo, record));
  if (processed) await markReady(ctx, store, photo, record, processed);
}

function findPhoto(ctx: Ctx, id: string): Promise<PhotoRow | null> {
  return withTenant(ctx, (tx) => tx.carPhoto.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } }));
}

/** A picture the showroom has already, as it came, need not be rendered again. */
async function copyTwin(
  ctx: Ctx,
  store: ObjectStore,
  photo: PhotoRow,
  record: PhotoRecord,
): Promise<ProcessedPhoto | null> {
  if (!isUnedited(record)) return null;
  const twin = await withTenant(ctx, (tx) =>
    tx.carPhoto.findFirst({
      where: { tenantId: ctx.tenant.id, sha256: photo.sha256, status: "ready", revision: 0 },
    }),
  );
  const present = readPhotoVariants(twin?.variants);
  if (!twin || present.length === 0) return null;

  const variants = await copyVariants(store, present, publicNameOf(photo));
  const { width, height, dominantColor } = twin;
  const { suggestedMask } = readPhotoRecord(twin.edits);
  return variants && { width, height, dominantColor, variants, suggestedMask };
}

async function makeVariants(
  ctx: Ctx,
  store: ObjectStore,
  photo: PhotoRow,
  record: PhotoRecord,
): Promise<ProcessedPhoto | null> {
  const original = await store.get(photo.originalKey);
  if (!original) return markFailed(ctx, photo, "original is gone");

  try {
    const suggestedMask = photo.revision === 0 ? await suggestPlateMask(original.bytes) : record.suggestedMask;
    const maskLook = await maskLookOf(ctx);
    const rendered = await renderVariants(original.bytes, {
      edits: editsOf(record),
      maskLook,
      name: publicNameOf(photo),
    });
    return { ...rendered, variants: await putVariants(store, ctx.tenant.id, rendered), suggestedMask };
  } catch (error) {
    if (!(error instanceof PhotoError)) throw error;
    return markFailed(ctx, photo, error.message);
  }
}

async function maskLookOf(ctx: Ctx): Promise<MaskLook> {
  const tenant = await withTenant(ctx, (tx) => tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id } }));
  return { color: tenant.primaryColor, label: tenant.name };
}

async function markReady(
  ctx: Ctx,
  store: ObjectStore,
  photo: PhotoRow,
  record: PhotoRecord,
  { suggestedMask, variants, width, height, dominantColor }: ProcessedPhoto,
): Promise<void> {
  const isStillWanted = await withTenant(ctx, async (tx) => {
    const { id, revision } = photo;
    const { count } = await tx.carPhoto.updateMany({
      where: { tenantId: ctx.tenant.id, id, revision, status: "pending" },
      data: {
        status: "ready",
        width,
        height,
        dominantColor,
        variants,
        edits: { ...record, suggestedMask, retiredKeys: [] },
      },
    });
    const now = await tx.carPhoto.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } });
    if (count > 0 && now?.carId) await bumpCatalogVersion(tx, ctx);
    // The same job twice at once: the other one's files are these.
    return count > 0 || (now?.revision === revision && now.status === "ready");
  });
  if (isStillWanted) return;
  await deleteFiles(
    store,
    variants.map(({ key }) => key),
  );
}

async function markFailed(ctx: Ctx, { id, revision }: PhotoRow, failure: string): Promise<null> {
  await withTenant(ctx, async (tx) => {
    const { count } = await tx.carPhoto.updateMany({
      where: { tenantId: ctx.tenant.id, id, revision, status: "pending" },
      data: { status: "failed", failure },
    });
    if (count > 0) await recordEvent(tx, ctx, { type: "photo.failed", data: { photoId: id, failure } });
  });
  return null;
}
