import { actorRecord, recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Channel } from "./schemas";

export type CarEventType = "created" | "published" | "status_changed" | "price_changed" | "edited" | "deleted";

type CarChange = {
  type: CarEventType;
  /** As it is after the change: its revision says which change this was. */
  car: { id: string; displayCode: string; revision: number };
  channel: Channel;
  data?: Prisma.InputJsonObject;
  /** Only for the car's own history, which knows who may read which field; the audit trail does not. */
  historyData?: Prisma.InputJsonObject;
};

/**
 * Ends every change of a car: its history, the tenant's audit trail, and a new catalogue version, which makes all
 * cached pages of the tenant worthless at commit. Last in the transaction, because it locks the tenant's row.
 */
export async function recordCarChange(tx: Tx, ctx: Ctx, change: CarChange): Promise<void> {
  const { type, car, channel, data = {}, historyData = {} } = change;
  // The history of a deleted car goes with it; the audit trail stays.
  if (type !== "deleted") {
    await tx.carEvent.create({
      data: {
        tenantId: ctx.tenant.id,
        carId: car.id,
        type,
        channel,
        actor: actorRecord(ctx.actor),
        data: { ...data, ...historyData, revision: car.revision },
        createdAt: ctx.clock.now(),
      },
    });
  }
  await recordEvent(tx, ctx, {
    type: `car.${type}`,
    data: { carId: car.id, displayCode: car.displayCode, channel, ...data },
  });
  await bumpCatalogVersion(tx, ctx);
}
