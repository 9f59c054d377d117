/** Child process: the product as it runs in production, with commands for what a benchmark has to cause inside it. */
import { z } from "zod";
import type { Deps } from "@/backend/deps";
import { createCar, setCarStatus } from "@/backend/features/cars";
import { writeCatalogSignal } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { readEnv } from "@/backend/platform/env";
import { startServer } from "@/backend/server";
import { MEASURED_TENANT_ID } from "./catalog-data";
import { answerCommands, processUsage, sharedNowMs } from "./child-process";

const changing = { value: false, version: 1_000_000 };
const { deps, stop } = await startServer(readEnv(), async (created) => {
  created.directory = whoseCatalogChanges(created);
});
process.on("SIGTERM", () => void stop().then(() => process.exit(0)));

answerCommands({
  usage: processUsage,
  /** From now on the measured showroom's catalogue has a new version at every request, or no longer. */
  changeAtEveryRequest: (value) => {
    changing.value = z.boolean().parse(value);
  },
  publishCar: () => publishCar(benchCtx(deps)),
  sellCar: (carId) => sellCar(benchCtx(deps), z.string().parse(carId)),
});

/** Tells this process about a new version before a request looks the showroom up, as a change of a car would. */
function whoseCatalogChanges({ directory, db }: Deps): Deps["directory"] {
  return {
    byId: directory.byId,
    find(match) {
      if (changing.value) {
        changing.version += 1;
        const signal = { tenantId: MEASURED_TENANT_ID, version: changing.version, profileChanged: false };
        db.signals.dispatch("catalog", writeCatalogSignal(signal));
      }
      return directory.find(match);
    },
  };
}

/** A car with a photo; its row is committed when this returns, and `startedAtMs` is from before the transaction. */
async function publishCar(ctx: Ctx) {
  const photoId = Bun.randomUUIDv7();
  const tenantId = ctx.tenant.id;
  const photo = { tenantId, id: photoId, originalKey: `originals/${photoId}.jpg`, sha256: photoId };
  await withTenant(ctx, (tx) => tx.carPhoto.create({ data: photo }));
  const startedAtMs = sharedNowMs();
  const car = await createCar(ctx, {
    ...{ brand: "Toyota", model: "Avanza", variant: "1.3 G", year: 2020, color: "Hitam", transmission: "Manual" },
    ...{ km: 45_000, priceRupiah: 185_000_000, photoIds: [photoId], status: "available", channel: "system" },
  });
  return { carId: car.id, displayCode: car.displayCode, startedAtMs };
}

async function sellCar(ctx: Ctx, carId: string) {
  const startedAtMs = sharedNowMs();
  await setCarStatus(ctx, { carId, status: "sold", channel: "system" });
  return { startedAtMs };
}

function benchCtx({ db, clock }: Deps): Ctx {
  const tenant = { id: MEASURED_TENANT_ID };
  return { tenant, actor: { type: "system", name: "bench" }, db, clock, requestId: "bench" };
}
