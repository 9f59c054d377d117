import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

const KEPT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Forgets photos of uploads that were never finished. Their files may be shared by content, so only the rows go. */
export async function sweepOrphanPhotos(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - KEPT_DAYS * DAY_MS);
  const { count } = await withTenant(ctx, (tx) =>
    tx.carPhoto.deleteMany({ where: { tenantId: ctx.tenant.id, carId: null, createdAt: { lt: before } } }),
  );
  return count;
}
