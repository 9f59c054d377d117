import { z } from "zod";
import { CAR_STATUSES } from "../car-status";
import { channelSchema } from "../schemas";
import { MOST_CARS_AT_ONCE } from "./stock-schemas";

/** What is done to every chosen car. */
export const bulkActionSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("status"), status: z.enum(CAR_STATUSES) }),
  z.object({ type: z.literal("featured"), featured: z.boolean() }),
  z.object({ type: z.literal("branch"), branchId: z.uuid().nullable() }),
]);
export type BulkAction = z.output<typeof bulkActionSchema>;

const carIds = z
  .array(z.uuid())
  .min(1, "Pilih dulu unitnya")
  .max(MOST_CARS_AT_ONCE, `Maksimal ${MOST_CARS_AT_ONCE} unit sekali jalan`);

export const bulkPlanSchema = z.object({ carIds, action: bulkActionSchema });
export type BulkPlanInput = z.input<typeof bulkPlanSchema>;

export const bulkChangeSchema = bulkPlanSchema.extend({ channel: channelSchema });
export type BulkChangeInput = z.input<typeof bulkChangeSchema>;
