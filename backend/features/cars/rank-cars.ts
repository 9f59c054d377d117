import { editDistance } from "@/backend/platform/edit-distance";
import { comparableStockCode, normalizeDisplayCode } from "./car-codes";
import type { CarStatus } from "./car-status";
import type { CarBrief } from "./car-store";
import { cleanPlate } from "./plate";

/** How staff name a car: by a code, by a plate (typos allowed), or by describing it; every part given must fit. */
export type CarReference = {
  displayCode?: string | undefined;
  plate?: string | undefined;
  stockCode?: string | undefined;
  brand?: string | undefined;
  model?: string | undefined;
  color?: string | undefined;
  year?: number | undefined;
  variant?: string | undefined;
  transmission?: string | undefined;
  /** Other words about the car ("velg racing"). */
  text?: string | undefined;
};

/** Ids of the cars meant, best first: one for a code or an exact plate, the nearest plates, or all that fit. */
export function rankCars(cars: readonly CarBrief[], reference: CarReference): string[] {
  const byCode = findByCode(cars, reference);
  if (byCode) return byCode;
  if (reference.plate) return rankByPlate(cars, cleanPlate(reference.plate));
  if (!describesSomething(reference)) return [];
  return cars
    .filter((car) => fits(car, reference))
    .toSorted(listedFirst)
    .map((car) => car.id);
}

function findByCode(cars: readonly CarBrief[], { displayCode, stockCode }: CarReference): string[] | null {
  if (displayCode) {
    const wanted = normalizeDisplayCode(displayCode);
    return idsOf(cars.filter((car) => car.displayCode === wanted));
  }
  if (stockCode) {
    const wanted = comparableStockCode(stockCode);
    return idsOf(cars.filter((car) => comparableStockCode(car.stockCode) === wanted));
  }
  return null;
}

/** One wrong character in a short plate, two in a full one; only the nearest ones, so that a typo is not a guess. */
function rankByPlate(cars: readonly CarBrief[], plate: string): string[] {
  const limit = plate.length >= 6 ? 2 : 1;
  const measured = cars
    .map((car) => ({ car, distance: editDistance(plate, car.plateClean, limit) }))
    .filter(({ distance }) => distance <= limit);
  const nearest = Math.min(...measured.map(({ distance }) => distance));
  return measured
    .filter(({ distance }) => nearest > 0 || distance === 0)
    .toSorted((a, b) => a.distance - b.distance || listedFirst(a.car, b.car))
    .map(({ car }) => car.id);
}

function describesSomething({ brand, model, color, year, variant, transmission, text }: CarReference): boolean {
  return [brand, model, color, variant, transmission, text].some((part) => part?.trim()) || year !== undefined;
}

function fits(car: CarBrief, wanted: CarReference): boolean {
  return (
    isSame(car.brand, wanted.brand) &&
    isSame(car.model, wanted.model) &&
    isSame(car.transmission, wanted.transmission) &&
    (wanted.year === undefined || car.year === wanted.year) &&
    (!wanted.color || car.color.toLowerCase().startsWith(wanted.color.toLowerCase())) &&
    hasWords(car.variant.toLowerCase(), wanted.variant) &&
    hasWords(car.searchText, wanted.text)
  );
}

function isSame(value: string, wanted: string | undefined): boolean {
  return !wanted || value.toLowerCase() === wanted.trim().toLowerCase();
}

/** Every wanted word stands in the text, longer words also with one wrong letter. */
function hasWords(text: string, wanted = ""): boolean {
  const words = text.split(/\s+/);
  const wantedWords = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  return wantedWords.every((word) => words.some((candidate) => isNearly(word, candidate)));
}

function isNearly(word: string, candidate: string): boolean {
  const limit = word.length >= 5 ? 1 : 0;
  return editDistance(word, candidate, limit) <= limit;
}

const statusRank: Record<CarStatus, number> = { available: 0, booking: 1, draft: 2, sold: 3 };

function listedFirst(a: CarBrief, b: CarBrief): number {
  return statusRank[a.status] - statusRank[b.status] || b.updatedAt.getTime() - a.updatedAt.getTime();
}

function idsOf(cars: readonly CarBrief[]): string[] {
  return cars.map((car) => car.id);
}
