import { toSafeInteger } from "@/backend/platform/money";
import { searchTextOf, slugOf } from "./car-name";
import type { CarData, CarRow } from "./car-store";
import { cleanPlate, publicPlateFacts, withoutAnyPlate, withoutOwnPlate } from "./plate";
import type { NewCar } from "./schemas";

type EnteredFacts = Omit<NewCar, "codes" | "photoIds" | "status" | "channel" | "plate" | WordFact>;
type WordFact = "transmission" | "fuel" | "bodyType";

/** What is known of a car before its derived columns; the same for a new one and for one that is edited. */
export type CarFacts = EnteredFacts & {
  plate: string;
  displayCode: string;
  transmission: string;
  fuel: string | null;
  bodyType: string | null;
};

type FactColumns = Omit<CarData, "stockCode" | "displayCode" | "status">;

/** Everything a row stores of the facts, with what follows from them. No public text keeps a plate. */
export function toColumns(facts: CarFacts): FactColumns {
  const publicTexts = hidePlate(facts);
  const named = { ...facts, ...publicTexts };
  const { region, parity } = publicPlateFacts(facts.plate);

  return {
    ...publicTexts,
    plate: facts.plate,
    plateClean: cleanPlate(facts.plate),
    plateRegion: region,
    plateParity: parity,
    slug: slugOf(named),
    searchText: searchTextOf(named),
    year: facts.year,
    registrationYear: facts.registrationYear,
    transmission: facts.transmission,
    kmTotal: facts.km,
    priceRupiah: BigInt(facts.priceRupiah),
    creditPriceRupiah: toBigInt(facts.creditPriceRupiah),
    creditMinTenorMonths: facts.creditMinTenorMonths,
    costPriceRupiah: toBigInt(facts.costPriceRupiah),
    fuel: facts.fuel,
    engineCc: facts.engineCc,
    seats: facts.seats,
    bodyType: facts.bodyType,
    taxMonth: facts.taxMonth,
    owners: facts.owners,
    branchId: facts.branchId,
    videoUrl: facts.videoUrl,
    featured: facts.featured,
  };
}

export function factsOf(row: CarRow): CarFacts {
  const { plate, displayCode, brand, model, variant, year, registrationYear, color, transmission } = row;
  const { creditMinTenorMonths, fuel, engineCc, seats, bodyType, taxMonth, owners } = row;
  const { keyFeatures, conditionNotes, description, branchId, videoUrl, featured } = row;

  return {
    ...{ plate, displayCode, brand, model, variant, year, registrationYear, color, transmission },
    ...{ creditMinTenorMonths, fuel, engineCc, seats, bodyType, taxMonth, owners },
    ...{ keyFeatures, conditionNotes, description, branchId, videoUrl, featured },
    km: row.kmTotal,
    priceRupiah: toSafeInteger(row.priceRupiah),
    creditPriceRupiah: toNumber(row.creditPriceRupiah),
    costPriceRupiah: toNumber(row.costPriceRupiah),
  };
}

function hidePlate(facts: CarFacts) {
  const hide = (text: string) => withoutAnyPlate(text, facts.plate);
  const name = (text: string) => withoutOwnPlate(text, facts.plate);
  return {
    brand: name(facts.brand),
    model: name(facts.model),
    variant: name(facts.variant),
    color: name(facts.color),
    keyFeatures: facts.keyFeatures.map(hide).filter(Boolean),
    conditionNotes: hide(facts.conditionNotes),
    description: hide(facts.description),
  };
}

function toBigInt(amountRupiah: number | null): bigint | null {
  return amountRupiah === null ? null : BigInt(amountRupiah);
}

function toNumber(amountRupiah: bigint | null): number | null {
  return amountRupiah === null ? null : toSafeInteger(amountRupiah);
}
