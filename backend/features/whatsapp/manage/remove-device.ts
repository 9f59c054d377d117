import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { getDeviceView } from "./device-list";
import { dropQueued } from "./drop-queued";

/**
 * Gives a number up: nothing comes in or goes out any more, its credentials are gone, and it may be added again, here or
 * elsewhere. Its conversations stay readable; what waited to be sent is marked as failed.
 */
export async function removeDevice(ctx: Ctx, deviceId: string): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  await withTenant(ctx, async (tx) => {
    const { id, number, conversations } = await getDeviceView(tx, ctx, deviceId);
    const { id: tenantId } = ctx.tenant;
    await dropQueued(tx, ctx, id);
    await tx.deviceRoute.deleteMany({ where: { number, tenantId } });

    const where = { tenantId_id: { tenantId, id } };
    if (conversations === 0) await tx.device.delete({ where });
    else {
      const data = {
        tokenEncrypted: null,
        webhookSecretHash: null,
        status: "disconnected",
        botEnabled: false,
      } as const;
      await tx.device.update({ where, data: { ...data, branchId: null } });
    }
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "device.removed", data: { deviceId: id, number, conversations } });
  });
}
