import type { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { bumpCatalogVersion } from "../catalog-version";
import { branchInput } from "../schemas";
import { type BranchView, findBranchRows, getBranchRow, storedHours, toBranchView } from "./branch-store";

const MOST_BRANCHES = 100;

/** By name, with how many cars, people and numbers belong to each. */
export async function listBranches(ctx: Ctx): Promise<BranchView[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  return withTenant(ctx, async (tx) => (await findBranchRows(tx, ctx)).map(toBranchView));
}

export async function getBranch(ctx: Ctx, branchId: string): Promise<BranchView> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, async (tx) => toBranchView(await getBranchRow(tx, ctx, branchId)));
}

export async function createBranch(ctx: Ctx, input: z.input<typeof branchInput>): Promise<BranchView> {
  requireRole(ctx.actor, "owner", "admin");
  const { hours, ...fields } = parseInput(branchInput, input);
  return withTenant(ctx, async (tx) => {
    const count = await tx.branch.count({ where: { tenantId: ctx.tenant.id } });
    if (count >= MOST_BRANCHES) throw new RuleError(`Paling banyak ${MOST_BRANCHES} cabang.`);
    const { id } = await tx.branch.create({
      data: { tenantId: ctx.tenant.id, ...fields, businessHours: storedHours(hours) },
    });
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "branch.created", data: { branchId: id, name: fields.name } });
    return toBranchView(await getBranchRow(tx, ctx, id));
  });
}

/** The whole branch as it is from now on. */
export async function updateBranch(
  ctx: Ctx,
  branchId: string,
  input: z.input<typeof branchInput>,
): Promise<BranchView> {
  requireRole(ctx.actor, "owner", "admin");
  const { hours, ...fields } = parseInput(branchInput, input);
  return withTenant(ctx, async (tx) => {
    await getBranchRow(tx, ctx, branchId);
    await tx.branch.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: branchId } },
      data: { ...fields, businessHours: storedHours(hours) },
    });
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "branch.changed", data: { branchId, name: fields.name } });
    return toBranchView(await getBranchRow(tx, ctx, branchId));
  });
}
