import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { touchLane } from "../lanes/lane-store";
import { runIn } from "../run-sql";

/** What waits for a number that is given up must not go out when it comes back weeks later. */
export async function dropQueued(tx: Tx, ctx: Ctx, deviceId: string): Promise<void> {
  const { id: tenantId } = ctx.tenant;
  await touchLane(runIn(tx), { tenantId, kind: "device", subjectId: deviceId });
  await tx.message.updateMany({
    where: { tenantId, deviceId, status: "queued" },
    data: { status: "failed", failure: "the number was removed" },
  });
}
