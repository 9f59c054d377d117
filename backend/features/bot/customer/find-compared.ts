import { type CarCard, findStock, findUnits } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { modelBeside, namedCodes, namedModels } from "./named-models";
import { isListed, type ListedUnit, type Understood } from "./talk";

const MOST_COMPARED = 3;
const MOST_LOOKED_AT = 48;

/** Two or three cars: by their codes and models, by their numbers in the list, else those listed last. */
export async function findCompared(ctx: Ctx, understood: Understood): Promise<ListedUnit[]> {
  const { text, reading, memory } = understood;
  const codes = namedCodes(text, reading.slots);
  const current = memory.unit ? (await findUnits(ctx, [memory.unit])).find(isListed) : undefined;
  const beside = current && (await besideUnit(ctx, understood, codes, current));
  if (current && beside) return [current, beside];
  const numbers = [...text.matchAll(/(?<![\w#])([1-8])(?![\w.,]*\d)/g)];
  const byNumber = numbers.flatMap(([, digit]) => memory.listed[Number(digit) - 1] ?? []);
  const ofModel = await piecesOfModel(ctx, text, memory.listed);
  const byName = codes.length < 2 ? [...codes, ...(await cheapestOf(ctx, text))] : [];
  const chosen = [codes, byNumber, byName, ofModel].find((found) => new Set(found).size >= 2);
  const wanted = chosen ?? [...(memory.unit ? [memory.unit] : []), ...codes, ...memory.listed];
  const units = await findUnits(ctx, [...new Set(wanted)].slice(0, MOST_COMPARED));
  return units.filter(isListed);
}

/** "bedanya sama innova?", "sama i01": the one car that the car in mind is to be compared with, of a model the nearest in price. */
async function besideUnit(
  ctx: Ctx,
  { text, reading }: Understood,
  codes: string[],
  current: ListedUnit,
): Promise<ListedUnit | undefined> {
  const coded = (await findUnits(ctx, codes)).filter(isListed);
  if (coded.length > 0) return coded.length === 1 ? coded.find((unit) => unit.id !== current.id) : undefined;
  const model = modelBeside(text, reading.slots, current.model);
  if (!model) return undefined;
  const found = await findStock(ctx, model, { limit: MOST_LOOKED_AT, sort: "price_asc" });
  const isOther = (car: CarCard) => Number(car.model !== model.model);
  const away = (car: CarCard) => Math.abs(car.priceRupiah - current.priceRupiah);
  const cars = found.cars.toSorted((left, right) => isOther(left) - isOther(right) || away(left) - away(right));
  const [nearest] = found.relaxed.length > 0 ? [] : cars;
  return (await findUnits(ctx, nearest ? [nearest.displayCode] : [])).find(isListed);
}

/** "avanza dua unit itu bedanya apa": the pieces of the one model that is named, those listed first. */
async function piecesOfModel(ctx: Ctx, text: string, listed: readonly string[]): Promise<string[]> {
  const [named, other] = namedModels(text);
  if (!named || other) return [];
  const { model } = named;
  const seen = (await findUnits(ctx, listed)).filter((unit) => unit.model === model);
  if (seen.length >= 2) return seen.map(({ displayCode }) => displayCode);
  const found = await findStock(ctx, named, { limit: MOST_COMPARED, sort: "price_asc" });
  const cars = found.relaxed.length === 0 ? found.cars.filter((car) => car.model === model) : [];
  return cars.map(({ displayCode }) => displayCode);
}

/** Of each model that is named, the cheapest there is. */
async function cheapestOf(ctx: Ctx, text: string): Promise<string[]> {
  const found = await Promise.all(
    namedModels(text).map((model) => findStock(ctx, model, { limit: 1, sort: "price_asc" })),
  );
  return found.flatMap(({ relaxed, cars }) => (relaxed.length === 0 ? cars.map(({ displayCode }) => displayCode) : []));
}
