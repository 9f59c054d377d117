import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Channel } from "./schemas";

export type CarEventType = "created" | "published" | "status_changed" | "price_changed" | "edited" | "deleted";

type CarChange = {
  type: CarEventType;
  car: { id: string; displayCode: string };
  channel: Channel;
  data?: Prisma.InputJsonObject;
};

/**
 * Ends every change of a car: its history, the tenant's audit trail, and a new catalogue version, which makes all
 * cached pages of the tenant worthless at commit. Last in the transaction, because it locks the tenant's row.
 */
export async function recordCarChange(tx: Tx, ctx: Ctx, { type, car, channel, data = {} }: CarChange): Promise<void> {
  // The history of a deleted car goes with it; the audit trail stays.
  if (type !== "deleted") {
    await tx.carEvent.create({
      data: {
        tenantId: ctx.tenant.id,
        carId: car.id,
        type,
        channel,
        actor: ctx.actor,
        data,
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
