import type { Relaxable } from "@/backend/features/cars";
import {
  type CarCriteria,
  type CustomerSlots,
  modelFacts,
  parseSearchQuery,
  type SearchFilters,
} from "@/backend/features/language";
import type { Memory } from "./memory";
import { narrow, refines } from "./narrow";
import type { Understood } from "./talk";

/** What cars are looked for by, with what would do as well, what is ruled out and words of its features. */
export type StockCriteria = CarCriteria & Pick<SearchFilters, "orFuels" | "without"> & { words?: string[] };

const CRITERIA_KEYS = [
  ...(["brand", "model", "variant", "yearMin", "yearMax", "priceMin", "priceMax", "transmission", "fuel"] as const),
  ...(["color", "bodyType", "seats", "kmMax", "plateParity", "plateRegion", "orFuels", "without", "words"] as const),
];

/** What of a message or of the memory a car can be looked for by. */
export function criteriaOf(slots: (CustomerSlots & StockCriteria) | Memory["criteria"]): StockCriteria {
  return Object.fromEntries(CRITERIA_KEYS.flatMap((key) => (slots[key] === undefined ? [] : [[key, slots[key]]])));
}

export function hasCriteria(slots: CustomerSlots): boolean {
  return Object.keys(criteriaOf(slots)).length > 0;
}

/** What the message itself says of the cars: where it only picks, its limits of price, year and distance count too. */
export function ownCriteria(understood: Understood): StockCriteria {
  const { reading, wish } = understood;
  const isPick = reading.intents.length > 0 && reading.intents.every((intent) => PICKS.has(intent));
  const { yearMin, yearMax, priceMin, priceMax, kmMax } = wish.limits;
  const ranges = isPick ? { yearMin, yearMax, priceMin, priceMax, kmMax } : {};
  const without = wish.without.length > 0 ? { without: wish.without } : {};
  const orFuels = reading.slots.fuel && wish.orFuels.length > 0 ? { orFuels: wish.orFuels } : {};
  const words = featureWords(understood);
  return criteriaOf({ ...ranges, ...reading.slots, ...orFuels, ...without, ...(words.length > 0 && { words }) });
}

/** "ada yg sunroof?" with no car in mind looks for the cars that have one; the words of it. */
export function featureWords({ reading, text, memory }: Understood): string[] {
  const { intents, slots } = reading;
  const isAsked = intents.includes("unit_detail") && (slots.attributes ?? []).includes("features");
  const isOpen =
    memory.listed.length === 0 || (memory.hasMore && /\bada (?:yg|yang|sing|seng|mobil|unit)\b/i.test(text));
  if (!isAsked || memory.unit !== null || slots.displayCode !== undefined || !isOpen) return [];
  return parseSearchQuery(text).rest.filter((word) => !AROUND_FEATURE.has(word));
}

const AROUND_FEATURE = new Set(
  "fitur fiturnya kelengkapan kelengkapannya aksesoris pakai pake punya dengan sudah udah minta info lengkap".split(
    " ",
  ),
);

const PICKS = new Set<string>(["select", "credit", "stock_search", "affirm"]);

/** What is looked for now, and whether it makes the last search narrower. */
export function wantedCriteria(understood: Understood): { criteria: StockCriteria; isNarrowed: boolean } {
  const own = ownCriteria(understood);
  if (!refines(understood, own)) return { criteria: own, isNarrowed: false };
  return { criteria: narrow(criteriaOf(understood.memory.criteria), own), isNarrowed: true };
}

/** What the message added to the search before it. */
export function saidLastOf(understood: Understood): Relaxable[] {
  const own = ownCriteria(understood);
  if (!refines(understood, own)) return [];
  return Object.entries(STEP_OF).flatMap(([key, step]) => (Reflect.get(own, key) === undefined ? [] : [step]));
}

const STEP_OF: Partial<Record<keyof StockCriteria, Relaxable>> = {
  ...({ color: "color", variant: "variant", transmission: "transmission", fuel: "fuel", seats: "seats" } as const),
  ...({ yearMin: "year", yearMax: "year", priceMin: "price", priceMax: "price", kmMax: "km" } as const),
  ...({ plateParity: "plate", plateRegion: "plate", bodyType: "body", words: "words" } as const),
};

export function bodyTypeOf({ bodyType, brand, model }: CustomerSlots): CustomerSlots["bodyType"] {
  return bodyType ?? (brand && model ? modelFacts(brand, model)?.bodyType : undefined);
}
