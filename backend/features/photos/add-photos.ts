import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { OriginalPhoto } from "./store-original";

/** Takes stored originals into the photo pipeline, not yet part of a car. Returns their ids in order. */
export async function addPhotos(ctx: Ctx, photos: readonly OriginalPhoto[]): Promise<string[]> {
  requirePermission(ctx.actor, "upload");

  return withTenant(ctx, async (tx) => {
    const ids: string[] = [];
    for (const photo of photos) {
      const { id } = await tx.carPhoto.create({
        data: {
          tenantId: ctx.tenant.id,
          originalKey: photo.originalKey,
          sha256: photo.sha256,
          width: photo.width,
          height: photo.height,
          createdAt: ctx.clock.now(),
        },
        select: { id: true },
      });
      await ctx.db.jobs.enqueue(tx, "process-photo", { tenantId: ctx.tenant.id, photoId: id });
      ids.push(id);
    }
    return ids;
  });
}
