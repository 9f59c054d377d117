import { findStock, findUnits } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { namedCodes, namedModels } from "./named-models";
import { isListed, type ListedUnit, type Understood } from "./talk";

const MOST_COMPARED = 3;

/** Two or three cars: by their codes and models, by their numbers in the list, else those listed last. */
export async function findCompared(ctx: Ctx, { text, reading, memory }: Understood): Promise<ListedUnit[]> {
  const codes = namedCodes(text, reading.slots);
  const numbers = [...text.matchAll(/(?<![\w#])([1-8])(?![\w.,]*\d)/g)];
  const byNumber = numbers.flatMap(([, digit]) => memory.listed[Number(digit) - 1] ?? []);
  const ofModel = await piecesOfModel(ctx, text, memory.listed);
  const byName = codes.length < 2 ? [...codes, ...(await cheapestOf(ctx, text))] : [];
  const chosen = [codes, byNumber, byName, ofModel].find((found) => new Set(found).size >= 2);
  const wanted = chosen ?? [...(memory.unit ? [memory.unit] : []), ...codes, ...memory.listed];
  const units = await findUnits(ctx, [...new Set(wanted)].slice(0, MOST_COMPARED));
  return units.filter(isListed);
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
