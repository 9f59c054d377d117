import { type CarAdKey, parseCarAd } from "@/backend/features/language";
import type { CarView } from "../car-view";
import { canonicalWord, FUELS, TRANSMISSIONS } from "../schemas";
import { taxMonthText } from "../tax-month";
import { TYPED_FIELDS, type TypedCar, type TypedField } from "./read-typed-car";

const grouped = new Intl.NumberFormat("id-ID");

/** The car as a form shows it for changing; reading it back with readTypedCar changes nothing. A temporary plate is empty. */
export function typedCarOf(car: CarView): TypedCar {
  return Object.fromEntries(TYPED_FIELDS.map((field) => [field, textOf(field, car)]));
}

/** What a pasted advertisement says of the car; `unread` are parts that say what they are but cannot be read. */
export function typedCarOfAd(text: string): { typed: TypedCar; unread: string[] } {
  const { car, problems } = parseCarAd(text);
  const found: Partial<Record<TypedField, string | number | null | undefined>> = {
    plate: car.plate,
    brand: car.brand,
    model: car.model,
    variant: car.variant,
    year: car.year,
    registrationYear: car.registrationYear,
    color: car.color,
    transmission: canonicalWord(TRANSMISSIONS, car.transmission),
    km: car.km === undefined ? undefined : kmText(car.km),
    priceRupiah: car.price && grouped.format(car.price),
    creditPriceRupiah: car.priceCredit && grouped.format(car.priceCredit),
    creditMinTenorMonths: car.tenorMonths,
    fuel: canonicalWord(FUELS, car.fuel),
    engineCc: car.engineCc,
    taxMonth: car.taxMonth && taxMonthText(car.taxMonth),
    owners: car.owners,
  };
  const typed = Object.entries(found).flatMap(([field, value]) => (value ? [[field, String(value)]] : []));
  return {
    typed: Object.fromEntries(typed),
    unread: problems.map(({ key, text: part }) => `${labelOf[key] ?? key}: ${part}`),
  };
}

const labelOf: Partial<Record<CarAdKey, string>> = {
  plate: "plat",
  year: "tahun",
  price: "harga",
  priceCredit: "harga kredit",
  km: "km",
  transmission: "transmisi",
  fuel: "bahan bakar",
  color: "warna",
  engineCc: "cc",
  taxMonth: "pajak",
};

function textOf(field: TypedField, car: CarView): string {
  if (field === "plate") return car.plate?.startsWith("TEMP-") ? "" : (car.plate ?? "");
  if (field === "km") return kmText(car.km);
  if (field === "taxMonth") return car.taxMonth === null ? "" : taxMonthText(car.taxMonth);
  if (field === "keyFeatures") return car.keyFeatures.join("\n");
  if (field === "featured") return car.featured ? "1" : "0";
  if (field === "priceRupiah") return car.priceRupiah === 0 ? "" : grouped.format(car.priceRupiah);
  if (field === "creditPriceRupiah" || field === "costPriceRupiah") {
    const amount = car[field];
    return amount === null ? "" : grouped.format(amount);
  }
  return String(car[field] ?? "");
}

/** Below a thousand with its unit: a bare number there means thousands. */
function kmText(km: number): string {
  return km > 0 && km < 1_000 ? `${km} km` : grouped.format(km);
}
