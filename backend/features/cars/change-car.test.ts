import { describe, expect, test } from "bun:test";
import type { Actor } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import {
  createTenant,
  openTestDatabase,
  owner,
  salesPerson,
  testClock,
  testCtx,
} from "@/backend/testing/test-database";
import { changeCarPrice } from "./change-car-price";
import { createCar } from "./create-car";
import { deleteCar } from "./delete-car";
import { editCar } from "./edit-car";
import { getCar } from "./get-car";
import { listCars } from "./list-cars";
import { publishCar } from "./publish-car";
import { salesStats } from "./sales-stats";
import { setCarStatus } from "./set-car-status";
import { addListedCar, addPhoto, carInput, staffMember } from "./test-cars";

const db = await openTestDatabase();
const channel = "wa" as const;

async function newShowroom() {
  const tenant = await createTenant(db);
  return { tenant, ctx: testCtx(db, tenant) };
}

const changes: Record<string, (ctx: Ctx, carId: string) => Promise<unknown>> = {
  publishCar: (ctx, carId) => publishCar(ctx, { carId, channel }),
  setCarStatus: (ctx, carId) => setCarStatus(ctx, { carId, status: "booking", channel }),
  changeCarPrice: (ctx, carId) => changeCarPrice(ctx, { carId, priceRupiah: 1_000_000, channel }),
  editCar: (ctx, carId) => editCar(ctx, { carId, changes: { km: 1 }, channel }),
  deleteCar: (ctx, carId) => deleteCar(ctx, { carId, channel }),
};

describe.each(Object.entries(changes))("%s", (_, change) => {
  test("hides another showroom's car and leaves it as it was", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const car = await addListedCar(theirs.ctx);
    await expect(change(mine.ctx, car.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await getCar(theirs.ctx, { carId: car.id })).toEqual(car);
  });

  test("refuses a sales actor without the permission, a customer and a visitor", async () => {
    const { ctx, tenant } = await newShowroom();
    const car = await addListedCar(ctx);
    const strangers: Actor[] = [salesPerson, { type: "visitor" }, { type: "customer", phone: "628123" }];
    for (const actor of strangers) {
      await expect(change(testCtx(db, tenant, actor), car.id)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await getCar(ctx, { carId: car.id })).toEqual(car);
  });
});

test.each(["getCar", "listCars"] as const)("%s refuses who does not work here", async (verb) => {
  const { ctx, tenant } = await newShowroom();
  const { id } = await createCar(ctx, carInput());
  const visitor = testCtx(db, tenant, { type: "visitor" });
  const read = verb === "getCar" ? getCar(visitor, { carId: id }) : listCars(visitor);
  await expect(read).rejects.toMatchObject({ code: "forbidden" });
});

describe("status", () => {
  test("a draft is published once it has a price and a photo", async () => {
    const { ctx } = await newShowroom();
    const draft = await createCar(ctx, carInput());
    await expect(publishCar(ctx, { carId: draft.id, channel })).rejects.toThrow("Belum ada foto");
    const complete = await createCar(ctx, carInput({ photoIds: [await addPhoto(ctx)] }));
    const published = await publishCar(ctx, { carId: complete.id, channel });
    expect([published.status, published.publishedAt]).toEqual(["available", ctx.clock.now()]);
  });

  test("booking, sold and back again are recorded, and a car that is back has no sale", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    await setCarStatus(ctx, { carId, status: "booking", channel });
    const sold = await setCarStatus(ctx, { carId, status: "sold", soldPriceRupiah: 180_000_000, channel });
    expect([sold.soldAt, sold.soldPriceRupiah]).toEqual([ctx.clock.now(), 180_000_000]);
    const back = await setCarStatus(ctx, { carId, status: "available", channel });
    expect([back.soldAt, back.soldPriceRupiah]).toEqual([null, null]);

    const history = await withTenant(ctx, (tx) => tx.carEvent.findMany({ where: { carId }, orderBy: { id: "asc" } }));
    expect(history.slice(1).map((event) => [event.type, event.channel, event.data])).toEqual([
      ["status_changed", "wa", { from: "available", to: "booking", revision: 2 }],
      ["status_changed", "wa", { from: "booking", to: "sold", soldPriceRupiah: 180_000_000, revision: 3 }],
      [
        "status_changed",
        "wa",
        {
          from: "sold",
          to: "available",
          revision: 4,
          formerSale: { soldAt: ctx.clock.now().toISOString(), soldPriceRupiah: 180_000_000 },
        },
      ],
    ]);
  });

  test("the status it already has changes nothing, not even the catalogue version", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    const version = () => withTenant(ctx, async (tx) => (await tx.tenant.findFirstOrThrow()).catalogVersion);
    const before = await version();
    await setCarStatus(ctx, { carId, status: "available", channel });
    expect(await version()).toBe(before);
  });

  test("a draft cannot be sold or booked, and a sold car is no draft", async () => {
    const { ctx } = await newShowroom();
    const draft = await createCar(ctx, carInput());
    for (const status of ["sold", "booking"] as const) {
      await expect(setCarStatus(ctx, { carId: draft.id, status, channel })).rejects.toMatchObject({ code: "rule" });
    }
    const { id: carId } = await addListedCar(ctx);
    await setCarStatus(ctx, { carId, status: "sold", channel });
    await expect(setCarStatus(ctx, { carId, status: "draft", channel })).rejects.toMatchObject({ code: "rule" });
  });

  test("of two people who sell the same car at once, one records the sale", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    await Promise.all([1, 2, 3].map(() => setCarStatus(ctx, { carId, status: "sold", channel })));
    const sales = await withTenant(ctx, (tx) => tx.carEvent.count({ where: { carId, type: "status_changed" } }));
    expect(sales).toBe(1);
  });
});

describe("edits", () => {
  test("a new name gives a new address; codes stay and both addresses are remembered", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    const edited = await editCar(ctx, { carId, changes: { color: "putih", year: 2021 }, channel });
    expect([edited.slug, edited.displayCode]).toEqual(["avanza-2021-putih-a01", "#A01"]);
    const slugs = await withTenant(ctx, (tx) => tx.carSlug.findMany({ orderBy: { slug: "asc" } }));
    expect(slugs.map((row) => row.slug)).toEqual(["avanza-2020-hitam-a01", "avanza-2021-putih-a01"]);
  });

  test("only the given facts change, null empties one, and what follows from them follows", async () => {
    const { ctx } = await newShowroom();
    const car = await createCar(ctx, carInput({ plate: "L 1 AB", seats: 7, creditPriceRupiah: 200_000_000 }));
    const changes = { plate: "N 2 CD", seats: null, keyFeatures: ["Ban Baru"] };
    const edited = await editCar(ctx, { carId: car.id, changes, channel });
    expect(edited).toEqual({
      ...car,
      plate: "N 2 CD",
      plateRegion: "N",
      plateParity: "genap",
      seats: null,
      keyFeatures: ["Ban Baru"],
      revision: car.revision + 1,
    });
    const row = await withTenant(ctx, (tx) => tx.car.findFirstOrThrow());
    expect(row.searchText).toContain("ban baru");
    expect(row.searchText).not.toMatch(/n 2 cd|n2cd|stk/);
  });

  test("the plate of another car in stock is refused, its own is not", async () => {
    const { ctx } = await newShowroom();
    await createCar(ctx, carInput({ plate: "L 1 AB" }));
    const { id: carId } = await createCar(ctx, carInput({ plate: "L 2 AB" }));
    await expect(editCar(ctx, { carId, changes: { plate: "l1ab" }, channel })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await editCar(ctx, { carId, changes: { plate: "L2AB", km: 5 }, channel })).km).toBe(5);
  });

  test("a price changes only with the price permission, and both prices are in the history", async () => {
    const { ctx, tenant } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    const uploader = testCtx(db, tenant, staffMember("sales", ["upload"]));
    const viaEdit = editCar(uploader, { carId, changes: { priceRupiah: 1 }, channel });
    await expect(viaEdit).rejects.toMatchObject({ code: "forbidden" });

    const pricer = testCtx(db, tenant, staffMember("sales", ["price"]));
    await changeCarPrice(pricer, { carId, priceRupiah: 175_000_000, channel });
    const event = await withTenant(ctx, (tx) => tx.carEvent.findFirstOrThrow({ where: { type: "price_changed" } }));
    expect(event.data).toEqual({ fromRupiah: 185_000_000, toRupiah: 175_000_000, revision: 2 });
    expect(event.actor).toMatchObject({ type: "user", name: "Budi" });
  });

  test("a deleted car is gone with its photos and history; the audit trail and its code stay used", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    await deleteCar(ctx, { carId, channel });
    await expect(getCar(ctx, { carId })).rejects.toMatchObject({ code: "not_found" });
    const left = await withTenant(ctx, async (tx) => [
      await tx.carPhoto.count({ where: { status: { not: "failed" } } }),
      await tx.carEvent.count(),
      await tx.event.count({ where: { type: "car.deleted" } }),
    ]);
    expect(left).toEqual([0, 0, 1]);
    expect((await createCar(ctx, carInput())).displayCode).toBe("#A02");
  });
});

test("the cost price is the owner's alone, and plates are for sales people who may change something", async () => {
  const { ctx, tenant } = await newShowroom();
  const { id: carId } = await createCar(ctx, carInput({ plate: "L 1 AB", costPriceRupiah: 150_000_000 }));
  const seenBy = async (actor: Actor) => {
    const { costPriceRupiah, plate } = await getCar(testCtx(db, tenant, actor), { carId });
    return [costPriceRupiah, plate];
  };
  expect(await seenBy(owner)).toEqual([150_000_000, "L 1 AB"]);
  expect(await seenBy(staffMember("admin"))).toEqual([null, "L 1 AB"]);
  expect(await seenBy(salesPerson)).toEqual([null, null]);
  expect(await seenBy(staffMember("sales", ["status"]))).toEqual([null, "L 1 AB"]);
});

test("stats count from the tenant's own midnight, Monday and first of the month", async () => {
  const tenant = await createTenant(db);
  const clock = testClock("2026-11-18T16:30:00Z");
  const ctx = testCtx(db, tenant, owner, clock);
  const [late, early, booked] = [await addListedCar(ctx), await addListedCar(ctx), await addListedCar(ctx)];
  await addListedCar(ctx);
  await setCarStatus(ctx, { carId: late.id, status: "sold", soldPriceRupiah: 180_000_000, channel });
  clock.advance(60 * 60_000);
  await setCarStatus(ctx, { carId: early.id, status: "sold", channel });
  await setCarStatus(ctx, { carId: booked.id, status: "booking", channel });

  const stock = { newLeads: 0, availableCount: 1, bookingCount: 1 };
  expect(await salesStats(ctx, { period: "today" })).toEqual({ soldCount: 1, revenueRupiah: 185_000_000, ...stock });
  expect(await salesStats(ctx, { period: "week" })).toEqual({ soldCount: 2, revenueRupiah: 365_000_000, ...stock });
  await expect(salesStats(testCtx(db, tenant, salesPerson), { period: "week" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
