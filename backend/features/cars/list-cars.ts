import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { pageOfCars } from "./car-store";
import { type CarView, toCarView } from "./car-view";
import { type ListCarsInput, listCarsSchema } from "./schemas";
import { wordsWhere } from "./stock/stock-filter";

export type CarPage = { cars: CarView[]; total: number; page: number; limit: number; totalPages: number };

type Filters = ReturnType<typeof listCarsSchema.parse>;

/** The stock for staff, newest first; every filter must fit. A page after the last is empty. */
export async function listCars(ctx: Ctx, input: ListCarsInput = {}): Promise<CarPage> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const filters = parseInput(listCarsSchema, input);
  const { page, limit } = filters;

  return withTenant(ctx, async (tx) => {
    const { rows, total } = await pageOfCars(tx, whereOf(ctx, filters), page, limit);
    const cars = rows.map((row) => toCarView(row, ctx.actor));
    return { cars, total, page, limit, totalPages: Math.max(1, Math.ceil(total / limit)) };
  });
}

function whereOf({ tenant: { id: tenantId }, actor }: Ctx, filters: Filters): Prisma.CarWhereInput {
  const { statuses, yearMin, yearMax, priceMinRupiah, priceMaxRupiah, branchId } = filters;
  return {
    tenantId,
    ...(statuses?.length && { status: { in: statuses } }),
    ...(branchId && { branchId }),
    brand: sameWord(filters.brand),
    model: sameWord(filters.model),
    transmission: sameWord(filters.transmission),
    ...(filters.color && { color: { startsWith: filters.color, mode: "insensitive" } }),
    year: { gte: yearMin, lte: yearMax },
    priceRupiah: { gte: toBigInt(priceMinRupiah), lte: toBigInt(priceMaxRupiah) },
    ...(filters.search && { AND: [wordsWhere(filters.search, actor)] }),
  };
}

function sameWord(text: string | undefined): Prisma.StringFilter | undefined {
  return text ? { equals: text, mode: "insensitive" } : undefined;
}

function toBigInt(amountRupiah: number | undefined): bigint | undefined {
  return amountRupiah === undefined ? undefined : BigInt(amountRupiah);
}
