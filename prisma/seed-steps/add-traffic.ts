import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { createRandom } from "../seed-art/random";
import type { DemoCar, DemoShowroom } from "../seed-data/demo-showroom";
import { hoursBefore, localDate } from "./moments";

const VIEW_DAYS = 14;

/** Page views of two weeks and what was searched for. */
export async function addTraffic(tx: Tx, ctx: Ctx, showroom: DemoShowroom, carIds: ReadonlyMap<string, string>) {
  const tenantId = ctx.tenant.id;
  const now = ctx.clock.now();
  const views = showroom.cars.flatMap((car, index) => {
    const carId = carIds.get(car.code);
    return carId
      ? viewsOf(car, index).map(({ daysAgo, views }) => ({ carId, day: localDate(now, daysAgo), views }))
      : [];
  });
  await tx.carViewDay.createMany({ data: views.map((row) => ({ tenantId, ...row })) });
  await tx.searchLog.createMany({
    data: showroom.searches.map(({ hoursAgo, ...search }) => ({
      ...search,
      tenantId,
      createdAt: hoursBefore(now, hoursAgo),
    })),
  });
}

/** Only the days on which the car was on the site; a new car and a featured one draw more people. */
function viewsOf({ stay }: DemoCar, index: number): { daysAgo: number; views: number }[] {
  if (stay.status === "draft") return [];
  const random = createRandom(index + 1);
  const removedDaysAgo = stay.status === "sold" ? (stay.changedDaysAgo ?? 0) : 0;
  const popularity = stay.featured ? 22 : 8;

  return Array.from({ length: VIEW_DAYS }, (_, daysAgo) => {
    const isNew = stay.daysAgo - daysAgo < 3;
    return { daysAgo, views: Math.round(popularity * (0.5 + random()) * (isNew ? 1.6 : 1)) };
  }).filter(({ daysAgo }) => daysAgo <= stay.daysAgo && daysAgo >= removedDaysAgo);
}
