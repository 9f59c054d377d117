/** Child process: the demo showrooms in an empty database, with every cover and one car's whole gallery processed. */
import { createDeps, type Deps } from "@/backend/deps";
import { jobHandlers } from "@/backend/jobs";
import { migrate } from "@/backend/platform/database/migrate";
import { readEnv } from "@/backend/platform/env";
import { seedDemo } from "@/prisma/seed";
import { drawCar } from "@/prisma/seed-art/draw-car";
import { surabaya } from "@/prisma/seed-data/surabaya";
import { drawRemainingPhotosOf } from "@/prisma/seed-steps/draw-remaining-photos";
import { createDrawings } from "@/prisma/seed-steps/drawings";
import { seedCtx } from "@/prisma/seed-steps/seed-ctx";
import { tenantIds } from "@/prisma/seed-steps/showroom-rows";
import { answerCommands } from "./child-process";

const env = readEnv();
const MEASURED_CODE = "#A01";

answerCommands({
  /** Answers the path of the car that has all its photos. */
  seed: async () => {
    const databaseUrl = env.DATABASE_URL ?? "";
    await migrate(databaseUrl);
    const deps = await createDeps(env, databaseUrl);
    await seedDemo(deps, { isProduction: false });
    const path = await completeCar(deps);
    await processPhotos(deps);
    await deps.close();
    return path;
  },
});

/** Drawing all photos of all cars takes minutes; the measured car's are enough. */
async function completeCar(deps: Deps): Promise<string> {
  const tenantId = (await tenantIds(deps.db, [surabaya])).get(surabaya.subdomain) ?? 0;
  const cars = surabaya.cars.filter(({ code }) => code === MEASURED_CODE);
  const rest = { cars, drawings: createDrawings(drawCar), isStopping: () => false };
  await drawRemainingPhotosOf(seedCtx(deps, tenantId), deps.objectStore, rest);
  const where = { tenantId_displayCode: { tenantId, displayCode: MEASURED_CODE } };
  const { slug } = await deps.db.prisma.car.findUniqueOrThrow({ where, select: { slug: true } });
  return `/${slug}`;
}

/** One worker for each of two cores. */
async function processPhotos(deps: Deps): Promise<void> {
  const handlers = jobHandlers(deps);
  await Promise.all([deps.db.jobs.runWaiting(handlers), deps.db.jobs.runWaiting(handlers)]);
}
