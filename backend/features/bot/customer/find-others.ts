import { type CarCard, findStock, type Unit } from "@/backend/features/cars";
import { type CustomerSlots, normalizeText } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import { bodyTypeOf, ownCriteria, type StockCriteria } from "./criteria";
import { fits } from "./pick-listed";
import { type Comparison, comparisons, type OtherWish, otherWish } from "./stock-wish";
import { isListed, type ListedUnit, type OtherCars, type Understood } from "./talk";

const MOST_OTHERS = 3;
const MOST_SAME = 8;
const MOST_LOOKED_AT = 48;

type Known = { brand: string; model: string; unit: ListedUnit | null };

/** "warna lain ada?", "yang sejenis": others of the model in mind, else the nearest; null when no car is in mind. */
export async function findOthers(
  ctx: Ctx,
  understood: Understood,
  current: Unit | undefined,
): Promise<OtherCars | null> {
  const wish = otherWish(normalizeText(understood.text)) ?? otherPiece(understood, current);
  const known = wish && knownCar(understood, current);
  if (!wish || !known) return null;
  if (isComparison(wish)) return known.unit && findBetter(ctx, understood, known.unit, wish);
  const seen = known.unit ? [known.unit.displayCode] : understood.memory.listed;
  const own = { ...limitOf(understood, known), ...ownCriteria(understood) };
  const same = await findStock(
    ctx,
    { ...own, brand: known.brand, model: known.model },
    { limit: MOST_SAME, sort: "price_asc" },
  );
  const others = same.relaxed.length > 0 ? [] : same.cars.filter((car) => isOther(car, known, wish, seen));
  if (others.length > 0) return { kind: "same_model", of: known.model, cars: others };
  const price = known.unit?.priceRupiah ?? Number(understood.memory.criteria.priceMax ?? Number.NaN);
  const cars = await nearest(ctx, known, own, price);
  return { kind: Number.isNaN(price) ? "same_kind" : "similar", of: known.model, cars };
}

/** What may be spent stays what it was said to be, as far as the car in mind keeps to it. */
function limitOf({ memory }: Understood, { unit }: Known): StockCriteria {
  const { priceMax } = memory.criteria;
  return typeof priceMax === "number" && unit && unit.priceRupiah <= priceMax ? { priceMax } : {};
}

function isComparison(wish: OtherWish): wish is Comparison {
  return comparisons.some((comparison) => comparison === wish);
}

/** "yang lebih murah ada?": of the same model first, else of the same kind; the nearest to the one in mind first. */
async function findBetter(
  ctx: Ctx,
  understood: Understood,
  unit: ListedUnit,
  wish: Comparison,
): Promise<OtherCars | null> {
  const { model: _model, brand: _brand, variant: _variant, ...own } = ownCriteria(understood);
  const bodyType = bodyTypeOf({ brand: unit.brand, model: unit.model });
  const found = await findStock(
    ctx,
    { ...own, ...(bodyType && { bodyType }) },
    { limit: MOST_LOOKED_AT, sort: wish === "cheaper" ? "price_desc" : "price_asc" },
  );
  const better = found.relaxed.length > 0 ? [] : found.cars.filter((car) => isBetter(car, unit, wish));
  const isSame = (car: CarCard) => Number(car.model !== unit.model);
  const away = (car: CarCard) => Math.abs(car.priceRupiah - unit.priceRupiah);
  const cars = better.toSorted((left, right) => isSame(left) - isSame(right) || away(left) - away(right));
  return { kind: wish, of: unit.publicName, cars: cars.slice(0, MOST_OTHERS) };
}

function isBetter(car: CarCard, unit: ListedUnit, wish: Comparison): boolean {
  if (car.displayCode === unit.displayCode) return false;
  if (wish === "cheaper") return car.priceRupiah < unit.priceRupiah;
  return wish === "newer" ? car.year > unit.year : car.km < unit.km;
}

/** "selain hitam ada warna apa" of the unit in mind. */
function otherPiece({ text, wish, memory, reading }: Understood, current: Unit | undefined): OtherWish | null {
  // "jangan yg hitam" beside a silver one is no word against it.
  if (current && isListed(current) && fits(current, { without: wish.without })) return null;
  const namesCar = wish.without.some((excluded) => /^(?:brand|model|variant|bodyType):/.test(excluded));
  const isOfUnit = memory.unit !== null && reading.slots.brand === undefined && !/\b(?:mobil|cars?)\b/i.test(text);
  return wish.without.length > 0 && !namesCar && isOfUnit ? "any" : null;
}

function knownCar({ reading, memory }: Understood, current: Unit | undefined): Known | null {
  const { brand, model } = reading.slots;
  const unit = current && isListed(current) ? current : null;
  if (brand && model) return { brand, model, unit: unit?.model === model ? unit : null };
  if (unit) return { brand: unit.brand, model: unit.model, unit };
  const before = memory.criteria;
  return typeof before.brand === "string" && typeof before.model === "string"
    ? { brand: before.brand, model: before.model, unit: null }
    : null;
}

function isOther(car: CarCard, { unit }: Known, wish: OtherWish, seen: readonly string[]): boolean {
  if (seen.includes(car.displayCode)) return false;
  if (wish === "color" && unit) return car.color.split(" ")[0] !== unit.color.split(" ")[0];
  return wish !== "year" || !unit || car.year !== unit.year;
}

/** The same kind of car, the nearest in price first; from the cheapest where no price is known. */
async function nearest(ctx: Ctx, known: Known, own: StockCriteria, price: number): Promise<CarCard[]> {
  const bodyType = bodyTypeOf(known);
  const { model: _model, brand: _brand, variant: _variant, ...rest } = own;
  const found = await findStock(
    ctx,
    { ...rest, ...(bodyType && { bodyType }) },
    { limit: MOST_LOOKED_AT, sort: sortWithoutPrice(known) },
  );
  const cars = found.relaxed.length > 0 ? [] : found.cars.filter(({ model }) => model !== known.model);
  const byPrice = (car: CarCard) => (Number.isNaN(price) ? 0 : Math.abs(car.priceRupiah - price));
  return cars.toSorted((left, right) => byPrice(left) - byPrice(right)).slice(0, MOST_OTHERS);
}

/** Nobody who asks for one of these is served with the cheapest car of the kind. */
const DEAR_MODELS = new Set(
  "Alphard,Vellfire,Land Cruiser,Land Cruiser Prado,D9,Staria,Odyssey,Elgrand,Serena,Voxy,LM,Fortuner,Pajero Sport,Palisade,Santa Fe,CX-9,CX-5,CR-V,Camry,Accord,Harrier".split(
    ",",
  ),
);

export function sortWithoutPrice({ model }: Pick<CustomerSlots, "model">): "price_asc" | "price_desc" {
  return model !== undefined && DEAR_MODELS.has(model) ? "price_desc" : "price_asc";
}
