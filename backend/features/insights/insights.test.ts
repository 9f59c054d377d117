import { describe, expect, test } from "bun:test";
import { deleteCar } from "@/backend/features/cars";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, owner, testClock, testCtx } from "@/backend/testing/test-database";
import { createBatch } from "./batch";
import { createSearchLog, createViewCounter } from "./index";
import { isBot } from "./is-bot";

const db = await openTestDatabase();
const phone = "Mozilla/5.0 (Linux; Android 15; SM-A556E) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36";

async function newShowroom(start?: string) {
  const tenant = await createTenant(db);
  const clock = testClock(start);
  return { tenant, clock, ctx: testCtx(db, tenant, owner, clock) };
}

describe("search log", () => {
  test("a graceful stop leaves no search unwritten, each in its own showroom", async () => {
    const [first, second] = [await newShowroom(), await newShowroom()];
    const log = createSearchLog(db, first.clock);
    for (let n = 0; n < 40; n++) {
      const { id: tenantId } = n % 4 === 0 ? second.tenant : first.tenant;
      log.record({ tenantId, terms: `avanza ${n}`, filters: { color: ["hitam"] }, resultCount: n, channel: "web" });
      if (n === 20) void log.flush();
    }
    await log.stop();

    const rows = await withTenant(first.ctx, (tx) => tx.searchLog.findMany({ orderBy: { resultCount: "asc" } }));
    expect(rows.map((row) => row.resultCount)).toEqual(
      Array.from({ length: 40 }, (_, n) => n).filter((n) => n % 4 !== 0),
    );
    expect(rows[0]).toMatchObject({
      terms: "avanza 1",
      filters: { color: ["hitam"] },
      channel: "web",
      createdAt: first.clock.now(),
    });
    expect(await withTenant(second.ctx, (tx) => tx.searchLog.count())).toBe(10);
  });

  test("characters Postgres refuses do not hold up the other searches", async () => {
    const { tenant, ctx, clock } = await newShowroom();
    const log = createSearchLog(db, clock);
    const entry = { tenantId: tenant.id, resultCount: 0, channel: "web" } as const;
    log.record({ ...entry, terms: "a\0b", filters: { brands: ["\0"] } });
    log.record({ ...entry, terms: "c", filters: {} });
    await log.stop();
    const rows = await withTenant(ctx, (tx) => tx.searchLog.findMany({ orderBy: { terms: "asc" } }));
    expect(rows.map((row) => row.terms)).toEqual(["a b", "c"]);
  });

  test("what could not be written is written by the next flush, once and in order", async () => {
    const written: string[] = [];
    let isDown = true;
    const batch = createBatch<string>(async (_, entries) => {
      if (isDown) throw new Error("database away");
      written.push(...entries);
    });
    batch.add(1, "a");
    await batch.flush();
    batch.add(1, "b");
    isDown = false;
    await batch.stop();
    await batch.stop();
    expect(written).toEqual(["a", "b"]);
  });
});

describe("view counter", () => {
  test("counts people per car and the showroom's own day, and adds to what is there", async () => {
    const { ctx, tenant, clock } = await newShowroom("2026-11-20T16:59:00Z");
    const { id: carId } = await addListedCar(ctx);
    const counter = createViewCounter(db, clock);
    const view = { tenantId: tenant.id, timezone: "Asia/Jakarta", carId, userAgent: phone };
    counter.record(view);
    counter.record({ ...view, userAgent: "Googlebot/2.1" });
    await counter.flush();
    counter.record(view);
    clock.advance(60_000);
    counter.record(view);
    await counter.stop();

    const days = await withTenant(ctx, (tx) => tx.carViewDay.findMany({ orderBy: { day: "asc" } }));
    expect(days.map((row) => [row.day.toISOString().slice(0, 10), row.views])).toEqual([
      ["2026-11-20", 2],
      ["2026-11-21", 1],
    ]);
  });

  test("a car deleted meanwhile, or another showroom's, does not lose the views of the others", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const [kept, deleted] = [await addListedCar(mine.ctx), await addListedCar(mine.ctx)];
    const foreign = await addListedCar(theirs.ctx);
    await deleteCar(mine.ctx, { carId: deleted.id, channel: "web" });
    const counter = createViewCounter(db, mine.clock);
    for (const { id: carId } of [deleted, kept, foreign]) {
      counter.record({ tenantId: mine.tenant.id, timezone: "Asia/Jakarta", carId, userAgent: phone });
    }
    await counter.stop();
    const rows = await withTenant(mine.ctx, (tx) => tx.carViewDay.findMany());
    expect(rows.map((row) => [row.carId, row.views])).toEqual([[kept.id, 1]]);
  });
});

test.each([
  ["", true],
  ["WhatsApp/2.23.20.0", true],
  ["facebookexternalhit/1.1", true],
  ["curl/8.5.0", true],
  [phone, false],
])("%p is a bot: %p", (userAgent, expected) => {
  expect(isBot(userAgent)).toBe(expected);
});
