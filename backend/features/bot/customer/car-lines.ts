import type { CarCard } from "@/backend/features/cars";
import { formatRupiah, formatThousands } from "@/backend/platform/money";
import type { Phrases } from "./copy/tone";
import { tellingTraits } from "./distinguish";

/** The cars numbered, each with what tells it from the others, kilometres and price. */
export function numberedCars(cars: readonly CarCard[], say: Phrases): string {
  const traits = tellingTraits(cars);
  return cars.map((car, index) => carLine(car, `${index + 1}. `, traits.get(car.displayCode) ?? [], say)).join("\n\n");
}

/** One car without a number. */
export function singleCar(car: CarCard, say: Phrases): string {
  return carLine(car, "", tellingTraits([car]).get(car.displayCode) ?? [], say);
}

function carLine(car: CarCard, number: string, traits: string[], say: Phrases): string {
  const booked = car.status === "booking" ? ` (${say.booked()})` : "";
  const facts = [trimOf(car, say), ...traits, `${formatThousands(car.km)} km`].join(", ");
  return `${number}*${car.publicName}*${booked}\n${facts}\n*${formatRupiah(car.priceRupiah)}*`;
}

/** "1.3 G manual" */
export function trimOf({ variant, transmission }: Pick<CarCard, "variant" | "transmission">, say: Phrases): string {
  return [variant, gearbox(transmission, say)].filter(Boolean).join(" ");
}

function gearbox(transmission: string, say: Phrases): string {
  return transmission.toLowerCase() === "manual" ? say.manual() : say.automatic();
}
