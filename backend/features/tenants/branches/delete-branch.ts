import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import { bumpCatalogVersion } from "../catalog-version";
import { getBranchRow } from "./branch-store";

/** Closes a branch; its cars, people and numbers go to `moveToId`, or belong to no branch (null). */
export async function deleteBranch(ctx: Ctx, branchId: string, moveToId: string | null = null): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  await withTenant(ctx, async (tx) => {
    const branch = await getBranchRow(tx, ctx, branchId);
    if (moveToId === branchId) throw new ValidationError({ moveToId: "Pilih cabang lain." });
    if (moveToId) await getBranchRow(tx, ctx, moveToId);

    const where = { tenantId: ctx.tenant.id, branchId };
    const data = { branchId: moveToId };
    // Somebody who edits one of these cars at this moment is told that it has changed.
    await tx.car.updateMany({ where, data: { ...data, revision: { increment: 1 } } });
    await tx.user.updateMany({ where, data });
    await tx.device.updateMany({ where, data });
    await tx.branch.delete({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: branchId } } });
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, {
      type: "branch.deleted",
      data: { branchId, name: branch.name, moveToId, moved: branch._count },
    });
  });
}
