import { z } from "@hono/zod-openapi";
import { CAR_STATUSES } from "../car-status";
import type { ListCarsInput } from "../schemas";

const amount = z.coerce.number().int().min(0).optional();

/** The address of `GET /api/admin/cars`. */
export const listQuery = z.object({
  search: z.string().max(120).optional().openapi({ description: "Words, a code or a plate; all must be found" }),
  status: z.enum(CAR_STATUSES).optional(),
  brand: z.string().max(40).optional(),
  model: z.string().max(40).optional(),
  color: z.string().max(40).optional(),
  transmission: z.string().max(40).optional(),
  branchId: z.uuid().optional(),
  yearMin: amount,
  yearMax: amount,
  minPrice: amount,
  maxPrice: amount,
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export function toListInput(query: z.infer<typeof listQuery>): ListCarsInput {
  const { status, minPrice, maxPrice, ...same } = query;
  return { ...same, ...(status && { statuses: [status] }), priceMinRupiah: minPrice, priceMaxRupiah: maxPrice };
}
