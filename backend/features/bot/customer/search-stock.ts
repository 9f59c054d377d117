import {
  type CarCard,
  type CatalogResult,
  type CatalogSort,
  findStock,
  type Relaxable,
  sortOf,
} from "@/backend/features/cars";
import type { CustomerSlots, SearchOrder } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import { affordablePrice } from "./affordable-price";
import { bodyTypeOf, type StockCriteria, saidLastOf, wantedCriteria } from "./criteria";
import { sortWithoutPrice } from "./find-others";
import { namedModels } from "./named-models";
import type { FoundStock, Understood } from "./talk";

const MOST_LISTED = 8;
const MOST_ALTERNATIVES = 3;

/** Cars for all criteria together; when nothing fits, the nearest ones with what was given up. */
export async function searchStock(ctx: Ctx, understood: Understood): Promise<FoundStock> {
  const { reading, memory, text, wish } = understood;
  const { slots, intents } = reading;
  const hasOwnLimit = slots.priceMax !== undefined || slots.model !== undefined;
  const affordableRupiah = intents.includes("credit") && !hasOwnLimit ? affordablePrice(slots) : null;
  const { criteria, isNarrowed } = wantedCriteria(understood);
  const wanted = affordableRupiah === null ? criteria : { ...criteria, priceMax: affordableRupiah };
  const orders = wish.orders.length > 0 || !isNarrowed ? wish.orders : memory.orders;
  const models = slots.model ? namedModels(text) : [];
  const found = await findAll(ctx, wanted, { models, orders, saidLast: saidLastOf(understood) });
  const isByCode = slots.model !== undefined && orders.length === 0 && found.total <= MOST_LISTED;
  return {
    cars: isByCode ? byCode(found.cars, slots.model ?? "") : found.cars,
    total: found.total,
    relaxed: found.relaxed,
    wanted: found.understood.join(" "),
    affordableRupiah,
    criteria: wanted,
    orders,
    isNarrowed,
  };
}

/** Same kind of car, when what was asked for is not there at all. */
export async function findAlternatives(ctx: Ctx, slots: CustomerSlots & StockCriteria): Promise<CarCard[]> {
  const bodyType = bodyTypeOf(slots);
  if (!bodyType) return [];
  const { priceMax, seats, without } = slots;
  const criteria = { bodyType, ...(priceMax && { priceMax }), ...(seats && { seats }), ...(without && { without }) };
  const sort = priceMax ? "price_desc" : sortWithoutPrice(slots);
  const found = await findStock(ctx, criteria, { limit: MOST_ALTERNATIVES, sort });
  return found.relaxed.length === 0 ? found.cars : [];
}

/** Where no car is within reach: those that come nearest to it. */
export async function lowestPriced(ctx: Ctx, { priceMax: _limit, ...criteria }: StockCriteria): Promise<CarCard[]> {
  const found = await findStock(ctx, criteria, { limit: MOST_ALTERNATIVES, sort: "price_asc" });
  return found.relaxed.length === 0 ? found.cars : [];
}

/** The same model in other pieces, else the same kind of car. */
export async function findSimilar(ctx: Ctx, { brand, model }: { brand: string; model: string }): Promise<CarCard[]> {
  const found = await findStock(ctx, { brand, model }, { limit: MOST_ALTERNATIVES, sort: "price_asc" });
  return found.relaxed.length === 0 && found.total > 0 ? found.cars : findAlternatives(ctx, { brand, model });
}

type Found = Pick<CatalogResult, "cars" | "total" | "relaxed" | "understood">;

/** "avanza/xenia 2018": each model under the same criteria; those that are there, together. */
async function findAll(
  ctx: Ctx,
  criteria: StockCriteria,
  { models, orders, saidLast }: { models: CustomerSlots[]; orders: readonly SearchOrder[]; saidLast: Relaxable[] },
): Promise<Found> {
  const sort = sortOf(orders) ?? sortFor(criteria);
  const first = await findStock(ctx, criteria, { limit: MOST_LISTED, sort, saidLast });
  const isRuledOut = ({ model }: CustomerSlots) => criteria.without?.includes(`model:${model}`) ?? false;
  const others = models.filter((other) => other.model !== criteria.model && !isRuledOut(other));
  if (others.length === 0) return first;

  const { variant: _variant, ...rest } = criteria;
  const searches = others.map((other) => findStock(ctx, { ...rest, ...other }, { limit: MOST_LISTED, sort }));
  const fitting = [first, ...(await Promise.all(searches))].filter(({ relaxed }) => relaxed.length === 0);
  const cars = fitting.flatMap((found) => found.cars);
  if (cars.length === 0) return first;
  const total = fitting.reduce((sum, found) => sum + found.total, 0);
  return { cars: unique(cars).slice(0, MOST_LISTED), total, relaxed: [], understood: first.understood };
}

function unique(cars: CarCard[]): CarCard[] {
  return [...new Map(cars.map((car) => [car.id, car])).values()];
}

/** A budget from its upper end down, anything else from the cheapest up. */
function sortFor({ priceMax, priceMin }: StockCriteria): CatalogSort {
  return priceMax !== undefined && priceMin === undefined ? "price_desc" : "price_asc";
}

/** A named model in the order of its codes, as the showroom counts them; its relatives after it. */
function byCode(cars: CarCard[], model: string): CarCard[] {
  const rank = (car: CarCard) => Number(car.model !== model);
  const number = (car: CarCard) => Number(car.displayCode.slice(2));
  return cars.toSorted((left, right) => rank(left) - rank(right) || number(left) - number(right));
}
