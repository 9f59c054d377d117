import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { loadPhoto, lockCarOfPhotos, photosOfCar, writeOrder } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { type PhotoOfCarInput, photoOfCarSchema } from "./schemas";

/** Makes a photo the car's cover, in front of all others, which keep their order. */
export async function setCover(ctx: Ctx, input: PhotoOfCarInput): Promise<PhotoView[]> {
  requirePermission(ctx.actor, "upload");
  const { carId, photoId } = parseInput(photoOfCarSchema, input);

  return withTenant(ctx, async (tx) => {
    await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    await loadPhoto(tx, ctx.tenant.id, { carId, photoId });
    const ids = (await photosOfCar(tx, ctx.tenant.id, carId)).map(({ id }) => id);
    await writeOrder(tx, ctx.tenant.id, [photoId, ...ids.filter((id) => id !== photoId)]);
    await recordEvent(tx, ctx, { type: "photo.cover_set", data: { carId, photoId } });
    await bumpCatalogVersion(tx, ctx);
    return (await photosOfCar(tx, ctx.tenant.id, carId)).map(toPhotoView);
  });
}
