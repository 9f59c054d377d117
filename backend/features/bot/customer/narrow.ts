import type { Excluded } from "@/backend/features/language";
import type { StockCriteria } from "./criteria";
import type { Understood } from "./talk";

const LONGEST_AFTERTHOUGHT = 3;

/** "yang matic ada?", "matic aja" and "yg dibawah 150" after a list are about that list; "ada mobil matic?" is not. */
export function refines({ text, reading, wish, memory }: Understood, own: StockCriteria): boolean {
  const isSilent = Object.keys(own).length === 0 && wish.orders.length === 0;
  const isFresh = Object.keys(memory.criteria).length === 0 && memory.orders.length === 0;
  if (isFresh || isSilent || /\b(?:mobil|apa aja|apa saja|cars?)\b/i.test(text)) return false;
  const isPick = reading.intents.includes("select") || own.without !== undefined || wish.orders.length > 0;
  const pointsBack = /\b(?:yg|yang|kalau|kalo|klo|kl|sing|nek|lek|warna|the|one|ones|aja|saja|ae|wae)\b/i.test(text);
  const isShort = text.trim().split(/\s+/).length <= LONGEST_AFTERTHOUGHT;
  return namesCar(own) ? (isPick || pointsBack) && !isOtherCar(memory.criteria, own) : isPick || pointsBack || isShort;
}

function namesCar({ model, brand, bodyType }: StockCriteria): boolean {
  return model !== undefined || brand !== undefined || bodyType !== undefined;
}

/** Another model or brand than the one that was looked for begins anew. */
function isOtherCar(before: Understood["memory"]["criteria"], { model, brand }: StockCriteria): boolean {
  return (
    (before.model !== undefined && model !== before.model) || (before.brand !== undefined && brand !== before.brand)
  );
}

/** The same search with more asked: a new value of a property replaces the old one, everything else stays. */
export function narrow(before: StockCriteria, own: StockCriteria): StockCriteria {
  const kept = withoutContradicted(before, own);
  const without = [...(kept.without ?? []).filter((excluded) => !isWanted(excluded, own)), ...(own.without ?? [])];
  const { without: _before, ...rest } = kept;
  return { ...rest, ...own, ...(without.length > 0 && { without: [...new Set(without)] }) };
}

function withoutContradicted(before: StockCriteria, own: StockCriteria): StockCriteria {
  const kept = { ...before };
  if (own.model !== undefined || own.bodyType !== undefined) delete kept.variant;
  if (own.fuel !== undefined) delete kept.orFuels;
  if (own.bodyType !== undefined && own.model === undefined) {
    delete kept.model;
    delete kept.brand;
  }
  for (const excluded of own.without ?? []) drop(kept, excluded);
  for (const [min, max] of RANGES) {
    const merged = { ...kept, ...own };
    const [low, high] = [merged[min], merged[max]];
    if (low !== undefined && high !== undefined && low > high) {
      delete kept[min];
      delete kept[max];
    }
  }
  return kept;
}

const RANGES = [
  ["priceMin", "priceMax"],
  ["yearMin", "yearMax"],
] as const;

/** What is ruled out now was wished for before. */
function drop(kept: StockCriteria, excluded: Excluded): void {
  const [property = "", value] = excluded.split(/:(.*)/s);
  if (wishedValue(kept, property) !== value) return;
  Reflect.deleteProperty(kept, property);
  if (property === "model") for (const key of ["brand", "variant"] as const) delete kept[key];
}

function isWanted(excluded: Excluded, own: StockCriteria): boolean {
  const [property = "", value] = excluded.split(/:(.*)/s);
  return wishedValue(own, property) === value;
}

/** A trim is ruled out with its model: "Pajero Sport DAKAR". */
function wishedValue(criteria: StockCriteria, property: string): unknown {
  const value: unknown = Reflect.get(criteria, property);
  return property === "variant" && criteria.variant ? `${criteria.model} ${criteria.variant}` : value;
}
