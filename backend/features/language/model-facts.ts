import catalogue from "./data/cars.json";
import { type BodyType, type Fuel, fuels, isBodyType } from "./values";

/** What is the same for every car of a model; `fuel` only when the model comes with one kind. */
export type ModelFacts = { bodyType: BodyType; seats: number; fuel?: Fuel };

/** Facts of a model by its canonical names, null for one the catalogue does not know. */
export function modelFacts(brand: string, model: string): ModelFacts | null {
  const known = catalogue.find((entry) => entry.brand === brand)?.models.find((entry) => entry.model === model);
  if (!known || !isBodyType(known.bodyType)) return null;
  const [only, ...others] = known.fuels;
  const fuel = others.length === 0 ? fuels.find((name) => name === only) : undefined;
  return { bodyType: known.bodyType, seats: known.seats, ...(fuel && { fuel }) };
}

/** Every brand the catalogue knows with its models, canonical names, brands in alphabetical order. */
export function carNames(): { brand: string; models: string[] }[] {
  return catalogue
    .map(({ brand, models }) => ({ brand, models: models.map(({ model }) => model) }))
    .toSorted((left, right) => left.brand.localeCompare(right.brand));
}
