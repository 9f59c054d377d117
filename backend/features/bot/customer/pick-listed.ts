import { type CustomerSlots, normalizeText } from "@/backend/features/language";
import type { ListedUnit } from "./talk";

/** Words that point at a car without telling which. */
const POINTING = new Set(
  "yang itu ini tadi aja saja dong deh kak pak bu mas mbak bang om gan bos mau ambil pilih saya aku unit mobil nomor no ada apa berapa harga brp kalau kalo dan atau sama foto minta lihat boleh bisa masih".split(
    " ",
  ),
);

/** Which of the listed units are meant; all of them when the message tells nothing, none when it names another car. */
export function pickListed(text: string, slots: CustomerSlots, listed: readonly ListedUnit[]): ListedUnit[] {
  if (slots.ordinal !== undefined) {
    const unit = listed[slots.ordinal - 1];
    return unit ? [unit] : [];
  }
  const fitting = listed.filter((unit) => fits(unit, slots));
  if (fitting.length <= 1) return fitting;
  return bySuperlative(text, fitting) ?? byPrice(text, fitting) ?? byWords(text, fitting) ?? fitting;
}

/** True when nothing that was said speaks against the unit. */
export function fits(unit: ListedUnit, slots: CustomerSlots): boolean {
  const { brand, model, color, transmission, fuel, yearMin, yearMax, seats, bodyType } = slots;
  return (
    (brand === undefined || isSame(unit.brand, brand)) &&
    (model === undefined || isSame(unit.model, model) || isOldVeloz(unit, model)) &&
    (color === undefined || unit.color.toLowerCase().startsWith(color)) &&
    (transmission === undefined || isSame(unit.transmission, transmission)) &&
    (fuel === undefined || isSame(unit.fuel ?? "", fuel)) &&
    (bodyType === undefined || isSame(unit.bodyType ?? "", bodyType)) &&
    (yearMin === undefined || unit.year >= yearMin) &&
    (yearMax === undefined || unit.year <= yearMax) &&
    (seats === undefined || unit.seats === null || unit.seats >= seats)
  );
}

/** The Veloz was a trim of the Avanza until 2021. */
function isOldVeloz(unit: ListedUnit, model: string): boolean {
  return model === "Avanza" && unit.model === "Veloz" && unit.year < 2022;
}

function bySuperlative(text: string, units: readonly ListedUnit[]): ListedUnit[] | null {
  const plain = normalizeText(text);
  const order: [RegExp, (unit: ListedUnit) => number][] = [
    [/\b(?:ter|paling )murah\b|\bcheapest\b/, (unit) => unit.priceRupiah],
    [/\b(?:ter|paling )mahal\b|\bmost expensive\b/, (unit) => -unit.priceRupiah],
    [/\b(?:paling (?:muda|baru)|terbaru|termuda|tahun paling)\b|\bnewest\b/, (unit) => -unit.year],
    [/\b(?:km|kilometer) (?:paling |ter)?(?:rendah|sedikit|kecil|low)\b|\blowest (?:km|mileage)\b/, (unit) => unit.km],
  ];
  const rank = order.find(([pattern]) => pattern.test(plain))?.[1];
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
      wordsOf([unit.publicName, unit.variant, unit.transmission, ...unit.keyFeatures, unit.conditionNotes].join(" ")),
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
