import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { parseInput } from "@/backend/platform/parse-input";
import { readPhotoRecord } from "./photo-edits";
import { lockCarOfPhotos, lockPhoto, photosOfCar, updatePhoto, writeOrder } from "./photo-store";
import { deleteNow, publicKeysOf } from "./retire-files";
import { type PhotoOfCarInput, photoOfCarSchema } from "./schemas";

/**
 * Takes a photo off its car: nobody reaches its public files when this returns, the original goes with the daily sweep.
 * When it was the cover, the next one is. A car on the site keeps at least one photo.
 */
export async function deletePhoto(ctx: Ctx, store: ObjectStore, input: PhotoOfCarInput): Promise<void> {
  requirePermission(ctx.actor, "upload");
  const { carId, photoId } = parseInput(photoOfCarSchema, input);

  const retiredKeys = await withTenant(ctx, async (tx) => {
    const car = await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    const photo = await lockPhoto(tx, ctx.tenant.id, { carId, photoId });
    const others = (await photosOfCar(tx, ctx.tenant.id, carId)).filter(({ id }) => id !== photoId);
    if (others.length === 0 && (car.status === "available" || car.status === "booking")) throw lastPhoto();

    const retired = publicKeysOf(photo);
    await updatePhoto(tx, ctx.tenant.id, photoId, {
      carId: null,
      isPrimary: false,
      status: "failed",
      failure: "deleted",
      variants: [],
      edits: { ...readPhotoRecord(photo.edits), retiredKeys: retired, isDeleted: true },
    });
    await writeOrder(
      tx,
      ctx.tenant.id,
      others.map(({ id }) => id),
    );
    await ctx.db.jobs.enqueue(tx, "process-photo", { tenantId: ctx.tenant.id, photoId });
    await recordEvent(tx, ctx, { type: "photo.deleted", data: { carId, photoId } });
    await bumpCatalogVersion(tx, ctx);
    return retired;
  });
  await deleteNow(store, retiredKeys);
}

function lastPhoto(): RuleError {
  return new RuleError(
    "Ini satu-satunya foto unit yang sedang tayang. Unggah foto lain dulu, atau jadikan unit ini draf.",
  );
}
