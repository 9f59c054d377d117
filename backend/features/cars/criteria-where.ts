import type { CarCriteria, Excluded, SearchFilters } from "@/backend/features/language";
import type { Prisma } from "@/backend/generated/prisma/client";

type Where = Prisma.CarWhereInput;

/** What is looked for, with names as anybody may write them. */
export type StockCriteria = {
  [Key in keyof CarCriteria]?: (CarCriteria[Key] extends number | undefined ? number : string) | undefined;
} & Pick<SearchFilters, "without" | "others">;

/** One condition per criterion; all must fit. A brand is not asked of a car that is named by its model. */
export function criteriaWhere(criteria: StockCriteria): Where[] {
  const { brand, model, variant, transmission, fuel, bodyType, color, seats, plateParity, plateRegion } = criteria;
  const variantWords = (variant ?? "").split(" ").filter(Boolean);
  const conditions: Where[] = [];
  if (brand || model) conditions.push({ OR: [{ brand, model }, ...(criteria.others ?? [])].map(nameWhere) });
  if (transmission) conditions.push({ transmission: sameWord(transmission) });
  if (fuel) conditions.push({ fuel: sameWord(fuel) });
  if (bodyType) conditions.push({ bodyType: sameWord(bodyType) });
  if (color) conditions.push({ color: { startsWith: color, mode: "insensitive" } });
  if (plateParity) conditions.push({ plateParity });
  if (plateRegion) conditions.push({ plateRegion });
  if (seats) conditions.push({ seats: { gte: seats, lte: seats + 1 } });
  for (const word of variantWords) conditions.push({ variant: { contains: word, mode: "insensitive" } });
  return [...conditions, ...rangesWhere(criteria), ...(criteria.without ?? []).map(withoutWhere)];
}

function nameWhere({ brand, model }: Pick<StockCriteria, "brand" | "model">): Where {
  return model ? { model: sameWord(model) } : { brand: sameWord(brand) };
}

/** A draft may have no price yet: it fits no limit. */
export function pricesWhere(minRupiah: number | undefined, maxRupiah: number | undefined): Where {
  if (minRupiah === undefined && maxRupiah === undefined) return {};
  return {
    priceRupiah: {
      gte: BigInt(Math.max(minRupiah ?? 1, 1)),
      ...(maxRupiah !== undefined && { lte: BigInt(maxRupiah) }),
    },
  };
}

export function sameWord(text: string | undefined): Prisma.StringFilter | undefined {
  return text ? { equals: text, mode: "insensitive" } : undefined;
}

function rangesWhere({ yearMin, yearMax, priceMin, priceMax, kmMax }: StockCriteria): Where[] {
  const conditions: Where[] = [];
  if (yearMin !== undefined || yearMax !== undefined) conditions.push({ year: { gte: yearMin, lte: yearMax } });
  if (priceMin !== undefined || priceMax !== undefined) conditions.push(pricesWhere(priceMin, priceMax));
  if (kmMax !== undefined) conditions.push({ kmTotal: { lte: kmMax } });
  return conditions;
}

/** A car of which it is not known fits as well. */
function withoutWhere(excluded: Excluded): Where {
  const [property = "", value = ""] = excluded.split(/:(.*)/s);
  const same = { equals: value, mode: "insensitive" } as const;
  switch (property) {
    case "brand":
      return { NOT: { brand: same } };
    case "model":
      return { NOT: { model: same } };
    case "color":
      return { NOT: { color: { startsWith: value, mode: "insensitive" } } };
    case "transmission":
      return { NOT: { transmission: same } };
    case "fuel":
      return { OR: [{ fuel: null }, { NOT: { fuel: same } }] };
    case "bodyType":
      return { OR: [{ bodyType: null }, { NOT: { bodyType: same } }] };
    default:
      return {};
  }
}
