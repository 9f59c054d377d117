import type { CarCard } from "@/backend/features/cars";
import { carNames } from "@/backend/features/language";
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

/** "Smart" is on the tag of every second key, whatever the car. */
const BRANDS = new Set(
  carNames()
    .flatMap(({ brand }) => [brand, brand.replace(/[ -].*/, "")])
    .filter((brand) => brand !== "Smart"),
);
const MAKERS = new Set(
  "Alpine Android Apple Bilstein Bluetooth Bose Brembo Bridgestone Dunlop Garmin Google Goodyear Harman JBL Kenwood Michelin Netflix Pioneer Recaro Spotify Yokohama YouTube".split(
    " ",
  ),
);

/** "Velg racing" → "velg racing"; "AC double blower", "Toyota Safety Sense" and "Apple CarPlay" stay. */
function lowerFirst(text: string): string {
  const first = /^[\p{L}\d]+/u.exec(text)?.[0] ?? "";
  const isName = BRANDS.has(first) || MAKERS.has(first) || !/^\p{Lu}\p{Ll}*$/u.test(first) || first.length < 2;
  return isName ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
