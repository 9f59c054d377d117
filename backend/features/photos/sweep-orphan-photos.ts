import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { deleteFiles } from "./photo-files";
import type { PhotoRow } from "./photo-store";
import { publicKeysOf } from "./retire-files";

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;
const BATCH = 500;

/** Forgets photos that were deleted and those of uploads never finished: row, files and, when no other needs it, original. */
export async function sweepOrphanPhotos(ctx: Ctx, store: ObjectStore): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS);
  const orphans = await withTenant(ctx, (tx) =>
    tx.carPhoto.findMany({
      where: {
        tenantId: ctx.tenant.id,
        carId: null,
        OR: [{ createdAt: { lt: before } }, { edits: { path: ["isDeleted"], equals: true } }],
      },
      take: BATCH,
    }),
  );
  for (const photo of orphans) await forget(ctx, store, photo);
  return orphans.length;
}

/** Files first: should this stop in the middle, the row is still there to go on from. */
async function forget(ctx: Ctx, store: ObjectStore, photo: PhotoRow): Promise<void> {
  const { id, originalKey } = photo;
  await deleteFiles(store, publicKeysOf(photo));
  const isLast = await withTenant(ctx, async (tx) => {
    await tx.carPhoto.deleteMany({ where: { tenantId: ctx.tenant.id, id, carId: null } });
    return (await tx.carPhoto.count({ where: { tenantId: ctx.tenant.id, originalKey } })) === 0;
  });
  if (isLast) await store.delete(originalKey);
}
