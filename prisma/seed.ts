import { resolve } from "node:path";
import { createDeps } from "@/backend/deps";
import { migrate } from "@/backend/platform/database/migrate";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { readEnv } from "@/backend/platform/env";
import { startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";
import { drawCar } from "./seed-art/draw-car";
import type { DemoShowroom } from "./seed-data/demo-showroom";
import { malang } from "./seed-data/malang";
import { surabaya } from "./seed-data/surabaya";
import { addCars } from "./seed-steps/add-cars";
import { addCovers, type Covers, drawCovers } from "./seed-steps/add-covers";
import { addLeads } from "./seed-steps/add-leads";
import { addStaff, hashDemoPassword } from "./seed-steps/add-staff";
import { addTraffic } from "./seed-steps/add-traffic";
import { drawRemainingPhotosOf } from "./seed-steps/draw-remaining-photos";
import { createDrawings, type DrawCar } from "./seed-steps/drawings";
import { type SeedDeps, seedCtx } from "./seed-steps/seed-ctx";
import { claimTenant, missingShowrooms, tenantIds } from "./seed-steps/showroom-rows";

export const demoShowrooms: readonly DemoShowroom[] = [surabaya, malang];

export type SeedOptions = { isProduction: boolean; drawCar?: DrawCar };

/**
 * Creates the two demo showrooms: people, stock with covers, leads, conversations, two weeks of traffic. False, within
 * milliseconds, when both are there. Throws in production. About 10 s on two cores, nearly all of it drawing covers.
 */
export async function seedDemo(deps: SeedDeps, { isProduction, drawCar: draw = drawCar }: SeedOptions) {
  if (isProduction) throw new Error("demo showrooms are not for production");
  const showrooms = await missingShowrooms(deps.db, demoShowrooms);
  if (showrooms.length === 0) return false;

  const drawings = createDrawings(draw);
  await drawCovers(
    showrooms.flatMap(({ cars }) => cars),
    drawings,
  );
  for (const showroom of showrooms) {
    const ctx = seedCtx(deps, await claimTenant(deps.db, showroom));
    const covers = await addCovers(ctx, deps.objectStore, showroom.cars, drawings);
    await fillShowroom(deps, ctx.tenant.id, showroom, covers);
  }
  return true;
}

export type RemainingPhotosOptions = { drawCar?: DrawCar; isStopping?(): boolean };

/** Draws the other views of the demo's cars; for the background, once people can already look around. */
export async function drawRemainingPhotos(deps: SeedDeps, options: RemainingPhotosOptions = {}): Promise<void> {
  const { drawCar: draw = drawCar, isStopping = () => false } = options;
  const drawings = createDrawings(draw);
  const ids = await tenantIds(deps.db, demoShowrooms);
  for (const { subdomain, cars } of demoShowrooms) {
    const id = ids.get(subdomain);
    if (id) await drawRemainingPhotosOf(seedCtx(deps, id), deps.objectStore, { cars, drawings, isStopping });
  }
}

/** All of it or nothing, so that a start that was cut short is simply done again. */
async function fillShowroom(deps: SeedDeps, tenantId: number, showroom: DemoShowroom, covers: Covers): Promise<void> {
  const passwordHashes = await Promise.all(showroom.users.map(hashDemoPassword));
  const ctx = seedCtx(deps, tenantId);

  await withTenant(ctx, async (tx) => {
    const inside = joined(ctx, tx);
    const staff = await addStaff(tx, inside, showroom, passwordHashes);
    const asOwner = { ...inside, actor: ownerOf(showroom, staff.users) };
    const cars = await addCars(asOwner, showroom.cars, { covers, branches: staff.branches });
    await addLeads(tx, inside, showroom.leads, { staff, cars });
    await addTraffic(tx, inside, showroom, cars);
  });
}

function ownerOf({ users }: DemoShowroom, userIds: ReadonlyMap<string, string>) {
  const owner = users.find(({ role }) => role === "owner");
  const userId = owner && userIds.get(owner.email);
  if (!userId) throw new Error("a demo showroom needs an owner");
  return { type: "user", userId, name: owner.name, role: owner.role, permissions: owner.permissions } as const;
}

if (import.meta.main) {
  const env = readEnv();
  const postgres = env.DATABASE_URL ? null : await startLocalPostgres({ dataDirectory: resolve(env.DATA_DIR) });
  const databaseUrl = env.DATABASE_URL ?? postgres?.urlOf("postgres") ?? "";
  await migrate(databaseUrl);
  const deps = await createDeps(env, databaseUrl);
  const isNew = await seedDemo(deps, { isProduction: env.NODE_ENV === "production" });
  await drawRemainingPhotos(deps);
  await deps.close();
  await postgres?.stop();
  process.stdout.write(isNew ? "The demo showrooms are ready.\n" : "The demo showrooms were there already.\n");
}
