import type { CarCard } from "@/backend/features/cars";
import { quotableFeatures } from "./quotable";

type Car = Pick<CarCard, "displayCode" | "keyFeatures">;

const MOST_FEATURES = 2;

/**
 * What tells each of these cars from the others, by code: the features that not all of them have. Trim, gearbox,
 * kilometres and price are always said and therefore not here.
 */
export function tellingTraits(cars: readonly Car[]): Map<string, string[]> {
  return new Map(cars.map((car) => [car.displayCode, traitsOf(car, cars)]));
}

function traitsOf(car: Car, cars: readonly Car[]): string[] {
  const isShared = (feature: string) =>
    cars.length > 1 && cars.every(({ keyFeatures }) => keyFeatures.some((other) => isSame(other, feature)));
  const telling = quotableFeatures(car).filter((feature) => !isShared(feature));
  return telling.slice(0, MOST_FEATURES).map(lowerFirst);
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** "Velg racing" → "velg racing"; "AC double blower" stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
}
