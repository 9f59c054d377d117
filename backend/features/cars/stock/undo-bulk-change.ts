import { z } from "zod";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { AppError, NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type CarRow, lockCars } from "../car-store";
import { editCar } from "../edit-car";
import { type Channel, channelSchema } from "../schemas";
import { restoreStatus } from "../undo-status";
import { bulkActionSchema } from "./bulk-schemas";

const UNDO_HOURS = 24;

const undoBulkSchema = z.object({ bulkId: z.uuid(), channel: channelSchema });
export type UndoBulkInput = z.input<typeof undoBulkSchema>;

const recordedSchema = z.object({
  action: bulkActionSchema,
  cars: z.array(z.object({ carId: z.uuid(), revision: z.int(), from: z.union([z.string(), z.boolean(), z.null()]) })),
});
type Recorded = z.output<typeof recordedSchema>;

/** `skipped` cars have changed again meanwhile (or are gone) and stay as they are. */
export type UndoBulkResult = { restored: number; skipped: number };

/** Takes a bulk change of the last day back, car by car as it was; each is recorded. Doing it twice changes nothing. */
export async function undoBulkChange(ctx: Ctx, input: UndoBulkInput): Promise<UndoBulkResult> {
  requireRole(ctx.actor, "owner", "admin");
  const { bulkId, channel } = parseInput(undoBulkSchema, input);

  return withTenant(ctx, async (tx) => {
    const { action, cars } = await findBulkChange(tx, ctx, bulkId);
    const carIds = cars.map(({ carId }) => carId);
    const rows = new Map((await lockCars(tx, ctx.tenant.id, carIds)).map((row) => [row.id, row]));
    let restored = 0;
    for (const { carId, revision, from } of cars) {
      const row = rows.get(carId);
      if (row?.revision !== revision) continue;
      if (await restore(tx, ctx, row, { type: action.type, from }, channel)) restored += 1;
    }
    return { restored, skipped: cars.length - restored };
  });
}

async function findBulkChange(tx: Tx, ctx: Ctx, bulkId: string): Promise<Recorded> {
  const event = await tx.event.findFirst({
    where: {
      tenantId: ctx.tenant.id,
      type: "car.bulk_changed",
      createdAt: { gte: new Date(ctx.clock.now().getTime() - UNDO_HOURS * 3_600_000) },
      data: { path: ["bulkId"], equals: bulkId },
    },
  });
  const read = recordedSchema.safeParse(event?.data);
  if (!read.success) throw new NotFoundError("bulk change", { userMessage: "Perubahan ini tidak bisa dikembalikan." });
  return read.data;
}

type Former = { type: Recorded["action"]["type"]; from: string | boolean | null };

/** False when the car may not be as it was any more, say because its photos are gone. */
async function restore(tx: Tx, ctx: Ctx, row: CarRow, former: Former, channel: Channel): Promise<boolean> {
  try {
    if (former.type === "status") await restoreStatus(tx, ctx, row, channel);
    else await editCar(joined(ctx, tx), { carId: row.id, changes: changesBack(former), channel });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function changesBack({ type, from }: Former) {
  return type === "featured" ? { featured: from === true } : { branchId: typeof from === "string" ? from : null };
}
