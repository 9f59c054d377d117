import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { photosOfCar, requireCarOfPhotos } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { carOfPhotosSchema } from "./schemas";

/** All photos of a car, those still being made and the broken ones too; cover first. */
export async function listPhotos(ctx: Ctx, input: { carId: string }): Promise<PhotoView[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { carId } = parseInput(carOfPhotosSchema, input);

  return withTenant(ctx, async (tx) => {
    await requireCarOfPhotos(tx, ctx.tenant.id, carId);
    return (await photosOfCar(tx, ctx.tenant.id, carId)).map(toPhotoView);
  });
}
