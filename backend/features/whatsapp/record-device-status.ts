import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Device } from "./devices";
import type { InboundDeviceStatus } from "./gateways/gateway";
import { wakeLane } from "./lanes/lane-store";
import { runIn } from "./run-sql";

/** A device went up or down. Up: what waited in its outbox goes out now. Down: its lane sees that and waits. */
export async function recordDeviceStatus(ctx: Ctx, device: Device, event: InboundDeviceStatus): Promise<boolean> {
  await withTenant(ctx, async (tx) => {
    await tx.device.update({
      where: { tenantId_id: { tenantId: device.tenantId, id: device.id } },
      data: { status: event.status, lastSeenAt: ctx.clock.now() },
    });
    if (event.status === "connected") {
      await wakeLane(runIn(tx), { tenantId: device.tenantId, kind: "device", subjectId: device.id });
    }
    await recordEvent(tx, ctx, {
      type: `device.${event.status}`,
      data: { deviceId: device.id, ...(event.reason && { reason: event.reason }) },
    });
  });
  ctx.db.signals.send("lanes", "device");
  return true;
}
