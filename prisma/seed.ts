import { resolve } from "node:path";
import { createDeps } from "@/backend/deps";
import { migrate } from "@/backend/platform/database/migrate";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { readEnv } from "@/backend/platform/env";
import { startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";
import { drawCar } from "./seed-art/draw-car";
import type { DemoShowroom } from "./seed-data/demo-showroom";
import { demoShowrooms } from "./seed-data/demo-showrooms";
import { addCars } from "./seed-steps/add-cars";
import { addLeads } from "./seed-steps/add-leads";
import { addStaff, hashDemoPassword } from "./seed-steps/add-staff";
import { addTraffic } from "./seed-steps/add-traffic";
import { undrawnCovers } from "./seed-steps/covers";
import { drawCovers, drawRemainingPhotosOf } from "./seed-steps/draw-remaining-photos";
import { createDrawings, type DrawCar } from "./seed-steps/drawings";
import { type SeedDeps, seedCtx } from "./seed-steps/seed-ctx";
import { claimTenant, missingShowrooms, tenantIds } from "./seed-steps/showroom-rows";

/**
 * Creates the two demo showrooms: people, stock, leads, conversations, two weeks of traffic. False, within
 * milliseconds, when both are there; throws in production. The pictures follow with `drawRemainingPhotos`.
 */
export async function seedDemo(deps: SeedDeps, { isProduction }: { isProduction: boolean }): Promise<boolean> {
  if (isProduction) throw new Error("demo showrooms are not for production");
  const showrooms = await missingShowrooms(deps.db, demoShowrooms);
  for (const showroom of showrooms) await fillShowroom(deps, await claimTenant(deps.db, showroom), showroom);
  return showrooms.length > 0;
}

export type DrawOptions = { drawCar?: DrawCar; isStopping?(): boolean };

/**
 * Draws the demo's pictures, covers first, and hands each to the photo pipeline; for the background, while people
 * already look around. Goes on where an earlier start stopped.
 */
export async function drawRemainingPhotos(deps: SeedDeps, options: DrawOptions = {}): Promise<void> {
  const { drawCar: draw = drawCar, isStopping = () => false } = options;
  const studio = { drawings: createDrawings(draw), isStopping };
  const ids = await tenantIds(deps.db, demoShowrooms);
  const showrooms = demoShowrooms.flatMap(({ subdomain, cars }) => {
    const id = ids.get(subdomain);
    return id ? [{ ctx: seedCtx(deps, id), cars }] : [];
  });

  // Nobody should look at a site without pictures because the other showroom is being completed first.
  const covers = await Promise.all(showrooms.map(({ ctx }) => undrawnCovers(ctx)));
  await drawCovers(deps.objectStore, covers.flat(), studio);
  for (const { ctx, cars } of showrooms) await drawRemainingPhotosOf(ctx, deps.objectStore, { ...studio, cars });
}

/** All of it or nothing, so that a start that was cut short is simply done again. */
async function fillShowroom(deps: SeedDeps, tenantId: number, showroom: DemoShowroom): Promise<void> {
  const passwordHashes = await Promise.all(showroom.users.map(hashDemoPassword));
  const ctx = seedCtx(deps, tenantId);

  await withTenant(ctx, async (tx) => {
    const inside = joined(ctx, tx);
    const staff = await addStaff(tx, inside, showroom, passwordHashes);
    const asOwner = { ...inside, actor: ownerOf(showroom, staff.users) };
    const cars = await addCars(tx, asOwner, showroom.cars, staff.branches);
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
