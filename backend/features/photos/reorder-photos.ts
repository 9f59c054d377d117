import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { lockCarOfPhotos, photosOfCar, writeOrder } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { type ReorderPhotosInput, reorderPhotosSchema } from "./schemas";

/** Puts a car's photos in this order; the first becomes the cover. An order that is not of all its photos is a conflict. */
export async function reorderPhotos(ctx: Ctx, input: ReorderPhotosInput): Promise<PhotoView[]> {
  requirePermission(ctx.actor, "upload");
  const { carId, photoIds } = parseInput(reorderPhotosSchema, input);

  return withTenant(ctx, async (tx) => {
    await lockCarOfPhotos(tx, ctx.tenant.id, carId);
    const present = (await photosOfCar(tx, ctx.tenant.id, carId)).map(({ id }) => id);
    if (present.toSorted().join() !== photoIds.toSorted().join()) throw staleOrder();

    await writeOrder(tx, ctx.tenant.id, photoIds);
    await recordEvent(tx, ctx, { type: "photo.reordered", data: { carId, photoIds } });
    await bumpCatalogVersion(tx, ctx);
    return (await photosOfCar(tx, ctx.tenant.id, carId)).map(toPhotoView);
  });
}

function staleOrder(): AppError {
  return new AppError("conflict", "order is not of the present photos", {
    userMessage: "Foto unit ini baru saja berubah. Muat ulang halaman, lalu urutkan lagi.",
  });
}
