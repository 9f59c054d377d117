import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { touchLane } from "./lanes/lane-store";
import { runIn } from "./run-sql";

/** To be done before many messages are changed: what is being sent and this then do not wait for each other. */
export async function touchDeviceLanes(tx: Tx, ctx: Ctx): Promise<void> {
  const { id: tenantId } = ctx.tenant;
  const devices = await tx.device.findMany({ where: { tenantId }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of devices) await touchLane(runIn(tx), { tenantId, kind: "device", subjectId: id });
}
