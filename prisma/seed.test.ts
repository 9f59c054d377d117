import { describe, expect, test } from "bun:test";
import { readListingAddress, searchCatalog } from "@/backend/features/cars";
import { createDomainDeps } from "@/backend/features/domains";
import { loadSharp } from "@/backend/features/photos/load-sharp";
import { createTenantDirectory } from "@/backend/features/tenants";
import { jobHandlers } from "@/backend/jobs";
import { systemClock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { ObjectStore, StoredObject } from "@/backend/platform/object-store/object-store";
import { openTestDatabase } from "@/backend/testing/test-database";
import { drawRemainingPhotos, seedDemo } from "./seed";
import type { CarDrawing } from "./seed-art/draw-car";
import { demoShowrooms } from "./seed-data/demo-showrooms";
import { DEMO_PASSWORD } from "./seed-steps/add-staff";
import { undrawnCovers } from "./seed-steps/covers";
import { seedCtx } from "./seed-steps/seed-ctx";
import { claimTenant, tenantIds } from "./seed-steps/showroom-rows";

const db = await openTestDatabase();
const deps = { db, clock: systemClock, objectStore: memoryStore() };
const seed = () => seedDemo(deps, { isProduction: false });

// What a start leaves that was killed between the first row and the rest.
const [surabayaShowroom, malangShowroom] = demoShowrooms;
if (surabayaShowroom) await claimTenant(db, surabayaShowroom);
const isNew = await seed();
const surabaya = await ctxOf(surabayaShowroom?.subdomain);
const malang = await ctxOf(malangShowroom?.subdomain);

describe("seedDemo", () => {
  test("is refused in production", async () => {
    await expect(seedDemo(deps, { isProduction: true })).rejects.toThrow("production");
  });

  test("creates the showrooms once, also after a start that was cut short", async () => {
    const before = await rowCounts(db);
    expect(isNew).toBe(true);
    expect(await seed()).toBe(false);
    expect(await rowCounts(db)).toEqual(before);
    expect(before).toMatchObject({ tenants: 2, cars: 36, users: 6, devices: 2 });
  });

  test("gives the cars everybody will ask for their codes", async () => {
    const cars = await withTenant(surabaya, (tx) =>
      tx.car.findMany({ where: { displayCode: { in: ["#A01", "#A02", "#V01"] } }, orderBy: { displayCode: "asc" } }),
    );
    expect(cars.map((car) => [car.displayCode, car.model, car.variant, car.kmTotal, Number(car.priceRupiah)])).toEqual([
      ["#A01", "Avanza", "1.3 G", 45_000, 185_000_000],
      ["#A02", "Avanza", "1.3 G", 50_000, 180_000_000],
      ["#V01", "Veloz", "1.5", 40_000, 215_000_000],
    ]);
    expect(await withTenant(malang, (tx) => tx.car.count({ where: { displayCode: "#A01" } }))).toBe(1);
  });

  test("lets no plate into anything the public reads", async () => {
    for (const ctx of [surabaya, malang]) {
      const cars = await withTenant(ctx, (tx) => tx.car.findMany());
      const texts = cars.flatMap((car) => [car.slug, car.searchText, car.description, car.conditionNotes, car.model]);
      const everything = texts
        .join(" ")
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, "");
      for (const { plateClean } of cars) expect(everything).not.toContain(plateClean);
    }
  });

  test.each([
    ["inova diesel matic 200an", 1],
    ["mobil 7 seat di bawah 150", 3],
    ["avansa 2019 ke atas", 2],
    ["mobil listrik", 1],
  ])("has cars for the search %p", async (words, atLeast) => {
    const { query } = readListingAddress(new URLSearchParams({ search: words }));
    const { exactTotal } = await searchCatalog(surabaya, query, { photoCount: 1, isForgiving: true });
    expect(exactTotal).toBeGreaterThanOrEqual(atLeast);
  });

  test("lets its people log in, and leaves no message for a lane to pick up", async () => {
    await withTenant(surabaya, async (tx) => {
      const owner = await tx.user.findFirstOrThrow({ where: { email: "owner@showroom-surabaya.com" } });
      expect(await Bun.password.verify(DEMO_PASSWORD, owner.passwordHash)).toBe(true);
      expect(await tx.message.count({ where: { direction: "inbound", doneAt: null } })).toBe(0);
      expect(await tx.message.count({ where: { status: { in: ["queued", "sending"] } } })).toBe(0);
      expect(await tx.conversation.count()).toBeGreaterThan(2);
    });
  });
});

describe("drawRemainingPhotos", () => {
  test("goes on where it was stopped, and then never comes back", async () => {
    let drawn = 0;
    await drawRemainingPhotos(deps, { drawCar: drawSwatch, isStopping: () => drawn++ > 10 });
    expect(await undrawnCount()).toBeGreaterThan(0);
    await drawRemainingPhotos(deps, { drawCar: drawSwatch, isStopping: () => drawn++ > 100 });
    expect(await undrawnCount()).toBe(0);
    expect(await carsWithOnePhoto()).toBeGreaterThan(0);
    await drawRemainingPhotos(deps, { drawCar: drawSwatch });
    expect(await carsWithOnePhoto()).toBe(0);

    await withTenant(surabaya, (tx) => tx.carPhoto.deleteMany({ where: { isPrimary: false } }));
    const before = await rowCounts(db);
    await drawRemainingPhotos(deps, { drawCar: drawSwatch });
    expect(await rowCounts(db)).toEqual(before);
  });

  test("leaves every picture stored, and its processing waiting or done", async () => {
    const photos = await withTenant(malang, (tx) => tx.carPhoto.findMany());
    for (const { originalKey } of photos) expect(await deps.objectStore.exists(originalKey)).toBe(true);
    const origin = { appDomain: "localhost", protocol: "http:", port: "" };
    const domains = createDomainDeps({ dnsServers: [], origin, clock: deps.clock });
    await db.jobs.runWaiting(jobHandlers({ ...deps, directory: createTenantDirectory(db), origin, domains }));
    const counts = await withTenant(malang, (tx) => tx.carPhoto.groupBy({ by: ["status"], _count: true }));
    expect(counts).toEqual([{ status: "ready", _count: photos.length }]);
  });
});

async function undrawnCount(): Promise<number> {
  return (await undrawnCovers(surabaya)).length + (await undrawnCovers(malang)).length;
}

async function ctxOf(subdomain = "") {
  const id = (await tenantIds(db, demoShowrooms)).get(subdomain);
  if (!id) throw new Error(`${subdomain} was not seeded`);
  return seedCtx(deps, id);
}

async function carsWithOnePhoto(): Promise<number> {
  const counts = await withTenant(surabaya, (tx) => tx.carPhoto.groupBy({ by: ["carId"], _count: true }));
  return counts.filter(({ _count }) => _count === 1).length;
}

async function rowCounts({ pool }: Database): Promise<Record<string, number>> {
  const tables = [
    "tenants",
    "cars",
    "users",
    "devices",
    "car_photos",
    "leads",
    "messages",
    "car_events",
    "search_logs",
  ];
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    counts[table] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** A plain picture that differs from drawing to drawing; the real ones are slow and have tests of their own. */
async function drawSwatch(drawing: CarDrawing): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const background = `#${Bun.hash.crc32(JSON.stringify(drawing)).toString(16).padStart(8, "0").slice(0, 6)}`;
  return sharp({ create: { width: 8, height: 6, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

function memoryStore(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  return {
    put: async (key, bytes, contentType) => void objects.set(key, { bytes, contentType }),
    get: async (key) => objects.get(key) ?? null,
    delete: async (key) => void objects.delete(key),
    exists: async (key) => objects.has(key),
  };
}
