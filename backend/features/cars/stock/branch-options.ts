import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

export type BranchOption = { id: string; name: string };

/** The showroom's branches by name, for a choice in a form. */
export async function branchOptions(ctx: Ctx): Promise<BranchOption[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  return withTenant(ctx, (tx) =>
    tx.branch.findMany({
      where: { tenantId: ctx.tenant.id },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  );
}
