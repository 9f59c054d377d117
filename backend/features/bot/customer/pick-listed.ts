import {
  type CustomerSlots,
  type Excluded,
  normalizeText,
  type SearchOrder,
  type SearchWish,
} from "@/backend/features/language";
import type { StockCriteria } from "./criteria";
import type { ListedUnit } from "./talk";

/** Words that point at a car without telling which. */
const POINTING = new Set(
  "yang itu ini tadi aja saja dong deh kak pak bu mas mbak bang om gan bos mau ambil pilih saya aku unit mobil nomor no ada apa berapa harga brp kalau kalo dan atau sama foto minta lihat boleh bisa masih di ke dari mana ini".split(
    " ",
  ),
);

/** Which of the listed units are meant; all of them when the message tells nothing, none when it names another car. */
export function pickListed(
  text: string,
  slots: CustomerSlots & StockCriteria,
  listed: readonly ListedUnit[],
  { orders }: Pick<SearchWish, "orders">,
): ListedUnit[] {
  if (slots.ordinal !== undefined) {
    const unit = listed[slots.ordinal - 1];
    return unit ? [unit] : [];
  }
  const fitting = listed.filter((unit) => fits(unit, slots));
  if (fitting.length <= 1) return fitting;
  const hasLimit = slots.priceMin !== undefined || slots.priceMax !== undefined;
  if (hasLimit) return bySuperlative(orders, fitting) ?? fitting;
  return bySuperlative(orders, fitting) ?? byPrice(text, fitting) ?? byWords(text, fitting) ?? fitting;
}

/** True when nothing that was said speaks against the unit. */
export function fits(unit: ListedUnit, slots: CustomerSlots & StockCriteria): boolean {
  const { brand, model, color, transmission, fuel, yearMin, yearMax, seats, bodyType } = slots;
  const { priceMin, priceMax, kmMax, orFuels = [], without = [] } = slots;
  return (
    !without.some((excluded) => isExcluded(unit, excluded)) &&
    (priceMin === undefined || unit.priceRupiah >= priceMin) &&
    (priceMax === undefined || unit.priceRupiah <= priceMax) &&
    (kmMax === undefined || unit.km <= kmMax) &&
    (brand === undefined || isSame(unit.brand, brand)) &&
    (model === undefined || isSame(unit.model, model) || isOldVeloz(unit, model)) &&
    (color === undefined || unit.color.toLowerCase().startsWith(color)) &&
    (transmission === undefined || isSame(unit.transmission, transmission)) &&
    (fuel === undefined || [fuel, ...orFuels].some((each) => isSame(unit.fuel ?? "", each))) &&
    (bodyType === undefined || isSame(unit.bodyType ?? "", bodyType)) &&
    (yearMin === undefined || unit.year >= yearMin) &&
    (yearMax === undefined || unit.year <= yearMax) &&
    (seats === undefined || unit.seats === null || unit.seats >= seats)
  );
}

function isExcluded(unit: ListedUnit, excluded: Excluded): boolean {
  const [property = "", value = ""] = excluded.split(/:(.*)/s);
  if (property === "variant") return hasWords(`${unit.model} ${unit.variant}`, value);
  const own = String(Reflect.get(unit, property) ?? "");
  return isSame(property === "color" ? (own.split(" ")[0] ?? "") : own, value);
}

function hasWords(name: string, words: string): boolean {
  const own = name.toLowerCase().split(" ");
  return words
    .toLowerCase()
    .split(" ")
    .every((word) => own.includes(word));
}

/** The Veloz was a trim of the Avanza until 2021. */
function isOldVeloz(unit: ListedUnit, model: string): boolean {
  return model === "Avanza" && unit.model === "Veloz" && unit.year < 2022;
}

const ranks: Partial<Record<SearchOrder, (unit: ListedUnit) => number>> = {
  cheapest: (unit) => unit.priceRupiah,
  dearest: (unit) => -unit.priceRupiah,
  newest: (unit) => -unit.year,
  oldest: (unit) => unit.year,
  lowest_km: (unit) => unit.km,
};

function bySuperlative(orders: readonly SearchOrder[], units: readonly ListedUnit[]): ListedUnit[] | null {
  const rank = orders.flatMap((order) => ranks[order] ?? [])[0];
  if (!rank) return null;
  const best = Math.min(...units.map(rank));
  return units.filter((unit) => rank(unit) === best);
}

/** "yang 180": a number that is the millions of one of them. */
function byPrice(text: string, units: readonly ListedUnit[]): ListedUnit[] | null {
  const numbers = [...text.matchAll(/(?<![\d#.,])(\d{2,4})(?:[.,]\d+)?(?![\d%])/g)].map(([, digits]) => Number(digits));
  const found = units.filter(({ priceRupiah }) => numbers.includes(Math.floor(priceRupiah / 1_000_000)));
  return found.length > 0 && found.length < units.length ? found : null;
}

/** "yg velg racing": words that some of them have and others have not. */
function byWords(text: string, units: readonly ListedUnit[]): ListedUnit[] | null {
  const words = new Set(wordsOf(text).filter((word) => word.length > 1 && !POINTING.has(word)));
  const scores = units.map((unit) => {
    const own = new Set(
      wordsOf(
        [
          unit.publicName,
          unit.variant,
          unit.transmission,
          ...unit.keyFeatures,
          unit.conditionNotes,
          unit.branch?.name,
        ].join(" "),
      ),
    );
    return [...words].filter((word) => own.has(word)).length;
  });
  const best = Math.max(...scores);
  const found = units.filter((_, index) => scores[index] === best);
  return best > 0 && found.length < units.length ? found : null;
}

function wordsOf(text: string): string[] {
  return normalizeText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .split(/\s+/)
    .filter(Boolean);
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
