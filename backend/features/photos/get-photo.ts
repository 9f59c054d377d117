import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { loadPhoto } from "./photo-store";
import { type PhotoView, toPhotoView } from "./photo-view";
import { type PhotoOfCarInput, photoOfCarSchema } from "./schemas";

/** One photo of a car, for whoever may edit it. */
export async function getPhoto(ctx: Ctx, input: PhotoOfCarInput): Promise<PhotoView> {
  requirePermission(ctx.actor, "upload");
  const photo = parseInput(photoOfCarSchema, input);
  return withTenant(ctx, async (tx) => toPhotoView(await loadPhoto(tx, ctx.tenant.id, photo)));
}
