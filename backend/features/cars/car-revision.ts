import { z } from "zod";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { type CarChangeRecord, readChanges } from "./car-changes";
import { CarConflictError } from "./car-conflict-error";
import type { CarRow } from "./car-store";
import { toCarView } from "./car-view";

export type { FieldChange } from "./car-changes";

/** How far back a conflict is explained; a car changes a few times in its life. */
const MOST_CHANGES_TOLD = 50;

/** Throws CarConflictError, which knows what others changed meanwhile, when the editor saw an older revision. */
export async function refuseOldRevision(tx: Tx, ctx: Ctx, car: CarRow, revision: number | undefined): Promise<void> {
  if (revision === undefined || revision === car.revision) return;
  throw new CarConflictError(toCarView(car, ctx.actor), await changesSince(tx, ctx, car.id, revision));
}

/** Oldest first. */
async function changesSince(tx: Tx, ctx: Ctx, carId: string, revision: number): Promise<CarChangeRecord[]> {
  const events = await tx.carEvent.findMany({
    where: { tenantId: ctx.tenant.id, carId, data: { path: ["revision"], gt: revision } },
    orderBy: { createdAt: "desc" },
    take: MOST_CHANGES_TOLD,
  });
  return events
    .toSorted((a, b) => revisionOf(a.data) - revisionOf(b.data))
    .map((event) => readChanges(event, ctx.actor));
}

const revisionSchema = z.object({ revision: z.int() });

function revisionOf(data: unknown): number {
  return revisionSchema.parse(data).revision;
}
