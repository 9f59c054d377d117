import { type CarCriteria, type CustomerSlots, modelFacts, type SearchFilters } from "@/backend/features/language";
import type { Memory } from "./memory";
import { narrow, refines } from "./narrow";
import type { Understood } from "./talk";

/** What cars are looked for by, with what would do as well and what is ruled out. */
export type StockCriteria = CarCriteria & Pick<SearchFilters, "orFuels" | "without">;

const CRITERIA_KEYS = [
  ...(["brand", "model", "variant", "yearMin", "yearMax", "priceMin", "priceMax", "transmission", "fuel"] as const),
  ...(["color", "bodyType", "seats", "kmMax", "plateParity", "plateRegion", "orFuels", "without"] as const),
];

/** What of a message or of the memory a car can be looked for by. */
export function criteriaOf(slots: (CustomerSlots & StockCriteria) | Memory["criteria"]): StockCriteria {
  return Object.fromEntries(CRITERIA_KEYS.flatMap((key) => (slots[key] === undefined ? [] : [[key, slots[key]]])));
}

export function hasCriteria(slots: CustomerSlots): boolean {
  return Object.keys(criteriaOf(slots)).length > 0;
}

/** What the message itself says of the cars: where it only picks, its limits of price, year and distance count too. */
export function ownCriteria({ reading, wish }: Pick<Understood, "reading" | "wish">): StockCriteria {
  const isPick = reading.intents.length > 0 && reading.intents.every((intent) => PICKS.has(intent));
  const { yearMin, yearMax, priceMin, priceMax, kmMax } = wish.limits;
  const ranges = isPick ? { yearMin, yearMax, priceMin, priceMax, kmMax } : {};
  const without = wish.without.length > 0 ? { without: wish.without } : {};
  const orFuels = reading.slots.fuel && wish.orFuels.length > 0 ? { orFuels: wish.orFuels } : {};
  return criteriaOf({ ...ranges, ...reading.slots, ...orFuels, ...without });
}

const PICKS = new Set<string>(["select", "credit", "stock_search", "affirm"]);

/** What is looked for now, and whether it makes the last search narrower. */
export function wantedCriteria(understood: Understood): { criteria: StockCriteria; isNarrowed: boolean } {
  const own = ownCriteria(understood);
  if (!refines(understood, own)) return { criteria: own, isNarrowed: false };
  return { criteria: narrow(criteriaOf(understood.memory.criteria), own), isNarrowed: true };
}

export function bodyTypeOf({ bodyType, brand, model }: CustomerSlots): CustomerSlots["bodyType"] {
  return bodyType ?? (brand && model ? modelFacts(brand, model)?.bodyType : undefined);
}
