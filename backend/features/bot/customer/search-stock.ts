import { type CarCard, findStock } from "@/backend/features/cars";
import type { CustomerSlots } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";

export type StockCar = CarCard & { url: string };

/** Cars for a customer's criteria; with `exact` false they are the nearest ones, and `relaxed` says in what they differ. */
export type FoundStock = {
  cars: StockCar[];
  total: number;
  exact: boolean;
  relaxed: string[];
  /** What was asked for, in words: "Avanza hitam tahun 2020". */
  wanted: string;
  url: string;
};

const MAX_LISTED = 8;

export async function searchStock(ctx: Ctx, slots: CustomerSlots, siteUrl: string): Promise<FoundStock> {
  const found = await findStock(ctx, slots, MAX_LISTED);
  return {
    cars: found.cars.map((car) => ({ ...car, url: `${siteUrl}/${car.slug}` })),
    total: found.total,
    exact: found.relaxed.length === 0,
    relaxed: found.relaxed,
    wanted: found.understood.join(" "),
    url: `${siteUrl}/mobil`,
  };
}
