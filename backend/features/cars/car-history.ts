import { z } from "zod";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type CarChangeRecord, readChanges } from "./car-changes";
import { loadCar } from "./car-store";

const carHistorySchema = z.object({
  carId: z.uuid(),
  page: z.int().min(1).default(1),
  limit: z.int().min(1).max(100).default(20),
});
export type CarHistoryInput = z.input<typeof carHistorySchema>;

export type CarHistory = { entries: CarChangeRecord[]; total: number; page: number; totalPages: number };

/** Who changed what of a car, newest first; without the cost price and the plate for those who may not see them. */
export async function carHistory(ctx: Ctx, input: CarHistoryInput): Promise<CarHistory> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { carId, page, limit } = parseInput(carHistorySchema, input);

  return withTenant(ctx, async (tx) => {
    await loadCar(tx, ctx.tenant.id, carId);
    const where = { tenantId: ctx.tenant.id, carId };
    const total = await tx.carEvent.count({ where });
    const events = await tx.carEvent.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    });
    const entries = events.map((event) => readChanges(event, ctx.actor));
    return { entries, total, page, totalPages: Math.max(1, Math.ceil(total / limit)) };
  });
}
