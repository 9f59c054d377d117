import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { actorRecord } from "./actor-record";

/** `type` is "noun.happened" ("car.published", "command.run"); `data` is small, and never holds a secret. */
export type AuditEvent = { type: string; data?: Prisma.InputJsonObject };

/** Writes to the tenant's audit trail in the transaction of what it tells about. */
export async function recordEvent(tx: Tx, ctx: Ctx, event: AuditEvent): Promise<void> {
  await tx.event.create({
    data: {
      tenantId: ctx.tenant.id,
      type: event.type,
      actor: actorRecord(ctx.actor),
      data: { ...event.data, requestId: ctx.requestId },
      createdAt: ctx.clock.now(),
    },
  });
}
