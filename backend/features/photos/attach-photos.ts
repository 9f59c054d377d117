import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requirePermission } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { lockCarOfPhotos } from "./photo-store";

/** Adds uploaded photos to a car that exists, behind the ones it has. The first photo of a car is its cover. */
export async function attachPhotos(ctx: Ctx, input: { carId: string; photoIds: readonly string[] }): Promise<void> {
  requirePermission(ctx.actor, "upload");

  await withTenant(ctx, async (tx) => {
    const carKey = { tenantId: ctx.tenant.id, carId: input.carId };
    await lockCarOfPhotos(tx, ctx.tenant.id, input.carId);
    const present = await tx.carPhoto.aggregate({ where: carKey, _max: { position: true }, _count: true });
    const first = (present._max.position ?? -1) + 1;
    for (const [index, id] of input.photoIds.entries()) {
      await tx.carPhoto.update({
        where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
        data: { carId: input.carId, position: first + index, isPrimary: present._count === 0 && index === 0 },
      });
    }
    await bumpCatalogVersion(tx, ctx);
  });
}
