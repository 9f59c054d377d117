import { type CarCriteria, parseSearchQuery } from "@/backend/features/language";
import type { Prisma } from "@/backend/generated/prisma/client";
import type { Actor } from "@/backend/platform/actor";
import { normalizeDisplayCode } from "../car-codes";
import { maySeePlate } from "../car-view";
import { cleanPlate } from "../plate";
import type { StockFilters } from "./stock-schemas";

/** Every filter must fit; the search words are added by one of the two functions below. */
export function filtersWhere(tenantId: number, filters: StockFilters, soldSince: Date | null): Prisma.CarWhereInput {
  const { status, branchId, yearMin, yearMax, priceMinRupiah, priceMaxRupiah } = filters;
  return {
    tenantId,
    ...(status && { status }),
    ...(branchId && { branchId: branchId === "none" ? null : branchId }),
    brand: sameWord(filters.brand),
    year: { gte: yearMin, lte: yearMax },
    priceRupiah: { gte: toBigInt(priceMinRupiah), lte: toBigInt(priceMaxRupiah) },
    ...(filters.featured !== undefined && { featured: filters.featured }),
    ...(soldSince && { status: "sold", soldAt: { gte: soldSince } }),
  };
}

/** Every word stands in the car's public words, its codes or (for those who may see it) its plate. */
export function wordsWhere(search: string, actor: Actor): Prisma.CarWhereInput {
  const plateClean = cleanPlate(search);
  const whole = maySeePlate(actor) && /\d/.test(plateClean) && plateClean.length > 2 ? [{ plateClean }] : [];
  const words = search.split(/\s+/).filter(Boolean).slice(0, 10);
  return { OR: [...whole, { AND: words.map((word) => foundAnywhere(word, actor)) }] };
}

type Understood = { where: Prisma.CarWhereInput; readAs: string };

/**
 * The search as people type it ("avansa matic di bawah 150"): first with the words that mean nothing known, then
 * without them. Empty when nothing in it could be read.
 */
export function understoodWheres(search: string): Understood[] {
  const { filters, rest } = parseSearchQuery(search);
  const { displayCode, ...criteria } = filters;
  const conditions = [...criteriaWhere(criteria), ...(displayCode ? [{ displayCode }] : [])];
  if (conditions.length === 0) return [];

  const words = rest.map((word) => ({ searchText: { contains: word.toLowerCase() } }));
  const without = { where: { AND: conditions }, readAs: describe(criteria, []) };
  return rest.length === 0
    ? [without]
    : [{ where: { AND: [...conditions, ...words] }, readAs: describe(criteria, rest) }, without];
}

function foundAnywhere(word: string, actor: Actor): Prisma.CarWhereInput {
  const code = normalizeDisplayCode(word);
  const plateClean = maySeePlate(actor) ? cleanPlate(word) : "";
  return {
    OR: [
      { searchText: { contains: word.toLowerCase() } },
      { stockCode: { contains: word, mode: "insensitive" } },
      ...(code ? [{ displayCode: code }] : []),
      ...(plateClean ? [{ plateClean: { contains: plateClean } }] : []),
    ],
  };
}

function criteriaWhere(criteria: CarCriteria): Prisma.CarWhereInput[] {
  const { brand, model, variant, transmission, fuel, bodyType, color, seats, plateParity, plateRegion } = criteria;
  const variantWords = (variant ?? "").split(" ").filter(Boolean);
  const conditions: Prisma.CarWhereInput[] = [];
  if (brand && !model) conditions.push({ brand: sameWord(brand) });
  if (model) conditions.push({ model: sameWord(model) });
  if (transmission) conditions.push({ transmission: sameWord(transmission) });
  if (fuel) conditions.push({ fuel: sameWord(fuel) });
  if (bodyType) conditions.push({ bodyType: sameWord(bodyType) });
  if (color) conditions.push({ color: { startsWith: color, mode: "insensitive" } });
  if (plateParity) conditions.push({ plateParity });
  if (plateRegion) conditions.push({ plateRegion });
  if (seats) conditions.push({ seats: { gte: seats, lte: seats + 1 } });
  for (const word of variantWords) conditions.push({ variant: { contains: word, mode: "insensitive" } });
  return [...conditions, ...rangesWhere(criteria)];
}

function rangesWhere({ yearMin, yearMax, priceMin, priceMax, kmMax }: CarCriteria): Prisma.CarWhereInput[] {
  const conditions: Prisma.CarWhereInput[] = [];
  if (yearMin !== undefined || yearMax !== undefined) conditions.push({ year: { gte: yearMin, lte: yearMax } });
  if (priceMin !== undefined || priceMax !== undefined) {
    conditions.push({ priceRupiah: { gte: toBigInt(priceMin), lte: toBigInt(priceMax) } });
  }
  if (kmMax !== undefined) conditions.push({ kmTotal: { lte: kmMax } });
  return conditions;
}

function describe(criteria: CarCriteria, rest: string[]): string {
  const { brand, model, variant, transmission, fuel, color, yearMin, yearMax, priceMin, priceMax } = criteria;
  const millions = (rupiah: number) => `${Math.round(rupiah / 1_000_000)} jt`;
  const years = yearMin === yearMax ? yearMin : [yearMin && `${yearMin} ke atas`, yearMax && `s.d. ${yearMax}`];
  const prices = [priceMin && `mulai ${millions(priceMin)}`, priceMax && `s.d. ${millions(priceMax)}`];
  const parts = [brand, model, variant, transmission, fuel, color, years, prices, rest];
  return parts.flat().filter(Boolean).join(" ");
}

function sameWord(text: string | undefined): Prisma.StringFilter | undefined {
  return text ? { equals: text, mode: "insensitive" } : undefined;
}

function toBigInt(amountRupiah: number | undefined): bigint | undefined {
  return amountRupiah === undefined ? undefined : BigInt(amountRupiah);
}
