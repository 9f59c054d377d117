import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { pageOfCars } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { criteriaWhere, pricesWhere, sameWord } from "./criteria-where";
import { type ListCarsInput, listCarsSchema } from "./schemas";
import { wordsWhere } from "./stock/stock-filter";

export type CarPage = { cars: CarView[]; total: number; page: number; limit: number; totalPages: number };

type Filters = ReturnType<typeof listCarsSchema.parse>;

/** The stock for staff, last added first unless an order is asked for; every filter must fit. A page after the last is empty. */
export async function listCars(ctx: Ctx, input: ListCarsInput = {}): Promise<CarPage> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const filters = parseInput(listCarsSchema, input);
  const { page, limit } = filters;

  return withTenant(ctx, async (tx) => {
    const { rows, total } = await pageOfCars(tx, whereOf(ctx, filters), {
      page,
      limit,
      order: filters.order && orders[filters.order],
    });
    const cars = rows.map((row) => toCarView(row, ctx.actor));
    return { cars, total, page, limit, totalPages: Math.max(1, Math.ceil(total / limit)) };
  });
}

function whereOf({ tenant: { id: tenantId }, actor }: Ctx, filters: Filters): Prisma.CarWhereInput {
  const { statuses, brand, priceMinRupiah, priceMaxRupiah, branchId, order, search } = filters;
  return {
    tenantId,
    ...(statuses?.length && { status: { in: statuses } }),
    ...(branchId && { branchId }),
    brand: sameWord(brand),
    AND: [
      ...criteriaWhere({ ...filters, priceMin: priceMinRupiah, priceMax: priceMaxRupiah }),
      ...(order === "cheapest" ? [pricesWhere(1, undefined)] : []),
      ...(search ? [wordsWhere(search, actor)] : []),
    ],
  };
}

const orders: Record<NonNullable<Filters["order"]>, Prisma.CarOrderByWithRelationInput> = {
  cheapest: { priceRupiah: "asc" },
  dearest: { priceRupiah: "desc" },
  newest: { year: "desc" },
  oldest: { year: "asc" },
  lowest_km: { kmTotal: "asc" },
};
