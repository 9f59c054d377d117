import { parseSearchQuery } from "@/backend/features/language";
import type { Prisma } from "@/backend/generated/prisma/client";
import type { Actor } from "@/backend/platform/actor";
import { normalizeDisplayCode } from "../car-codes";
import { maySeePlate } from "../car-view";
import { criteriaWhere, pricesWhere, type StockCriteria, sameWord } from "../criteria-where";
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
    ...pricesWhere(priceMinRupiah, priceMaxRupiah),
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

function describe(criteria: StockCriteria, rest: string[]): string {
  const { brand, model, variant, transmission, fuel, color, yearMin, yearMax, priceMin, priceMax } = criteria;
  const millions = (rupiah: number) => `${Math.round(rupiah / 1_000_000)} jt`;
  const years = yearMin === yearMax ? yearMin : [yearMin && `${yearMin} ke atas`, yearMax && `s.d. ${yearMax}`];
  const prices = [priceMin && `mulai ${millions(priceMin)}`, priceMax && `s.d. ${millions(priceMax)}`];
  const ruledOut = (criteria.without ?? []).map((excluded) => excluded.replace(/^.*?:/, ""));
  const without = ruledOut.length > 0 && `selain ${ruledOut.join("/")}`;
  const others = (criteria.others ?? []).map((other) => `/ ${other.model ?? other.brand}`);
  const parts = [brand, model, others, variant, transmission, fuel, color, years, prices, without, rest];
  return parts.flat().filter(Boolean).join(" ");
}
