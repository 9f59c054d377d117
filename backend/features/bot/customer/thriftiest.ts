import { type CarCard, findStock, findUnits } from "@/backend/features/cars";
import type { Ctx } from "@/backend/platform/ctx";
import { wantedCriteria } from "./criteria";
import { quotableFeatures } from "./quotable";
import { isListed, type Understood } from "./talk";

/** A car and the words of its seller that call it thrifty. */
export type ThriftyCar = { car: CarCard; words: string };

const MOST_LOOKED_AT = 48;
const MOST_NAMED = 5;
const thrifty = /\b(?:irit|hemat (?:bbm|bensin|solar|bahan bakar)|ekonomis|efisien)\b/i;

/** Which cars are thrifty only their data can say: of those listed, or of all that fit, the ones it is stated of. */
export async function findThrifty(ctx: Ctx, understood: Understood): Promise<ThriftyCar[]> {
  const cars = await candidates(ctx, understood);
  return cars
    .flatMap((car) => {
      const words = quotableFeatures(car).find((feature) => thrifty.test(feature));
      return words === undefined ? [] : [{ car, words }];
    })
    .slice(0, MOST_NAMED);
}

async function candidates(ctx: Ctx, understood: Understood): Promise<CarCard[]> {
  const { memory, text } = understood;
  const isOfList = memory.listed.length > 1 && !memory.hasMore && !/\b(?:mobil|stok|cars?)\b/i.test(text);
  if (isOfList) return (await findUnits(ctx, memory.listed)).filter(isListed);
  const { criteria } = wantedCriteria(understood);
  const found = await findStock(ctx, criteria, { limit: MOST_LOOKED_AT, sort: "price_asc" });
  return found.relaxed.length === 0 ? found.cars : [];
}
