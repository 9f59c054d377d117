import { type CarCriteria, type CustomerSlots, modelFacts } from "@/backend/features/language";
import type { Memory } from "./memory";

const CRITERIA_KEYS = [
  ...(["brand", "model", "variant", "yearMin", "yearMax", "priceMin", "priceMax", "transmission", "fuel"] as const),
  ...(["color", "bodyType", "seats", "kmMax", "plateParity", "plateRegion"] as const),
];

/** What of a message a car can be looked for by. */
export function criteriaOf(slots: CustomerSlots | Memory["criteria"]): CarCriteria {
  return Object.fromEntries(CRITERIA_KEYS.flatMap((key) => (slots[key] === undefined ? [] : [[key, slots[key]]])));
}

export function hasCriteria(slots: CustomerSlots): boolean {
  return Object.keys(criteriaOf(slots)).length > 0;
}

export function bodyTypeOf({ bodyType, brand, model }: CustomerSlots): CustomerSlots["bodyType"] {
  return bodyType ?? (brand && model ? modelFacts(brand, model)?.bodyType : undefined);
}

/** "yang matic ada?" after a list of Avanzas means those; "ada mobil matic?" does not. */
export function refines(text: string, slots: CustomerSlots, memory: Memory): boolean {
  const namesCar = slots.model !== undefined || slots.brand !== undefined || slots.bodyType !== undefined;
  if (Object.keys(memory.criteria).length === 0 || namesCar || !hasCriteria(slots)) return false;
  const pointsBack = /\b(?:yg|yang|kalau|kalo|klo|kl|sing|nek|lek|warna|the|one|ones)\b/i.test(text);
  return pointsBack && !/\b(?:mobil|apa aja|apa saja|lain|cars?)\b/i.test(text);
}
