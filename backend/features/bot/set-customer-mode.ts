import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError } from "@/backend/platform/errors";

/** "mode pelanggan" / "mode staf": lets staff try the customer's side from their own number. */
export async function setCustomerMode(ctx: Ctx, customerMode: boolean): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user") throw new ForbiddenError("only staff switch modes");
  await withTenant(ctx, (tx) =>
    tx.user.update({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: actor.userId } }, data: { customerMode } }),
  );
}
