import { describe, expect, test } from "bun:test";
import { carNames } from "@/backend/features/language";
import type { Actor } from "@/backend/platform/actor";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, salesPerson, testClock, testCtx } from "@/backend/testing/test-database";
import { changeCarPrice } from "../change-car-price";
import { createCar } from "../create-car";
import { getCar } from "../get-car";
import { setCarStatus } from "../set-car-status";
import { addListedCar, carInput, staffMember } from "../test-cars";
import { bulkChangeCars } from "./bulk-change-cars";
import type { BulkAction } from "./bulk-schemas";
import { getStockRow } from "./get-stock-row";
import { listStock } from "./list-stock";
import { nameSuggestions } from "./name-suggestions";
import { planBulkChange } from "./plan-bulk-change";
import type { ListStockInput } from "./stock-schemas";
import { undoBulkChange } from "./undo-bulk-change";

const db = await openTestDatabase();
const channel = "web" as const;

async function newShowroom() {
  const tenant = await createTenant(db);
  const clock = testClock();
  const ctx = testCtx(db, tenant, undefined, clock);
  return { tenant, clock, ctx, as: (actor: Actor) => testCtx(db, tenant, actor, clock) };
}

describe("the stock table", async () => {
  const { ctx, clock, as } = await newShowroom();
  await addListedCar(ctx, { plate: "B 1234 XYZ", keyFeatures: ["velg racing"] });
  clock.advance(86_400_000);
  await addListedCar(ctx, { plate: "L 77 A", model: "Veloz", transmission: "Matic", priceRupiah: 215_000_000 });
  await createCar(ctx, carInput({ plate: "N 9 QQ", brand: "Honda", model: "Brio", color: "Merah", year: 2018 }));
  const codes = async (input: ListStockInput, actor?: Actor) =>
    (await listStock(actor ? as(actor) : ctx, input)).rows.map((row) => row.displayCode);

  test.each<[ListStockInput, string[]]>([
    [{}, ["#B01", "#V01", "#A01"]],
    [{ sort: "price_desc" }, ["#V01", "#B01", "#A01"]],
    [{ sort: "oldest", limit: 1, page: 2 }, ["#V01"]],
    [{ status: "draft" }, ["#B01"]],
    [{ brand: "honda" }, ["#B01"]],
    [{ yearMax: 2019 }, ["#B01"]],
    [{ priceMinRupiah: 200_000_000 }, ["#V01"]],
    [{ branchId: "none", status: "available" }, ["#V01", "#A01"]],
    [{ search: "b1234xyz" }, ["#A01"]],
    [{ search: "B 1234 XYZ" }, ["#A01"]],
    [{ search: "stk-003" }, ["#B01"]],
    [{ search: "a1" }, ["#A01"]],
    [{ search: "racing" }, ["#A01"]],
    [{ search: "avansa" }, ["#A01"]],
    [{ search: "velos matic di atas 200" }, ["#V01"]],
    [{ search: "avanza blablabla" }, ["#A01"]],
    [{ search: "sepeda" }, []],
  ])("finds %o", async (input, expected) => {
    expect((await codes(input)).toSorted()).toEqual(expected.toSorted());
    if (input.sort || Object.keys(input).length === 0) expect(await codes(input)).toEqual(expected);
  });

  test("a search that rules a brand out finds the others and says so", async () => {
    expect(await listStock(ctx, { search: "mobil selain toyota" })).toMatchObject({
      total: 1,
      readAs: "selain Toyota",
    });
  });

  test("says how a search was read when its words alone find nothing", async () => {
    expect((await listStock(ctx, { search: "avansa" })).readAs).toBe("Toyota Avanza");
    expect((await listStock(ctx, { search: "avanza" })).readAs).toBeNull();
  });

  test("a page after the last is the last, and counts are of the whole stock", async () => {
    const page = await listStock(ctx, { status: "draft", page: 9 });
    expect([page.page, page.totalPages, page.total]).toEqual([1, 1, 1]);
    expect(page.counts).toEqual({ draft: 1, available: 2, booking: 0, sold: 0 });
    expect(page.brands).toEqual([
      { name: "Honda", count: 1 },
      { name: "Toyota", count: 2 },
    ]);
  });

  test("has age, views, leads and a small cover", async () => {
    const { id } = (await listStock(ctx, { search: "#A01" })).rows[0] ?? { id: "" };
    await withTenant(ctx, async (tx) => {
      const tenantId = ctx.tenant.id;
      await tx.carViewDay.create({ data: { tenantId, carId: id, day: new Date("2026-11-19"), views: 3 } });
      await tx.carViewDay.create({ data: { tenantId, carId: id, day: new Date("2026-11-20"), views: 4 } });
    });
    const [row] = (await listStock(ctx, { search: "#A01" })).rows;
    expect(row).toMatchObject({ ageDays: 1, views: 7, leads: 0, photoCount: 1, plate: "B 1234 XYZ" });
    expect(row?.coverKey).toEndWith("-320.webp");
  });

  test("sales see no plate and find nothing by it, unless they may", async () => {
    expect(await codes({ search: "1234" }, salesPerson)).toEqual([]);
    expect(await codes({ search: "B1234XYZ" }, salesPerson)).toEqual([]);
    expect((await listStock(as(salesPerson))).rows.every((row) => row.plate === null)).toBe(true);
    expect(await codes({ search: "1234" }, staffMember("sales", ["status"]))).toEqual(["#A01"]);
    await expect(listStock(as({ type: "visitor" }))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of another showroom is empty", async () => {
    const { ctx: other } = await newShowroom();
    expect((await listStock(other)).total).toBe(0);
    const market = carNames().flatMap(({ models }) => models);
    expect((await nameSuggestions(other)).models).toEqual([...new Set(market)]);
    const { id: carId } = (await listStock(ctx)).rows[0] ?? { id: "" };
    expect((await getStockRow(ctx, { carId })).displayCode).toBe("#B01");
    await expect(getStockRow(other, { carId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a bulk change", () => {
  test("changes what may change, names what may not, and one undo takes it all back", async () => {
    const { ctx } = await newShowroom();
    const [first, second] = [await addListedCar(ctx), await addListedCar(ctx)];
    const draft = await createCar(ctx, carInput());
    await setCarStatus(ctx, { carId: second.id, status: "booking", channel });
    const carIds = [first.id, second.id, draft.id];
    const action: BulkAction = { type: "status", status: "sold" };

    const plan = await planBulkChange(ctx, { carIds, action });
    expect((await getCar(ctx, { carId: first.id })).status).toBe("available");
    const result = await bulkChangeCars(ctx, { carIds, action, channel });
    expect(result.willChange.map(({ id }) => id)).toEqual(plan.willChange.map(({ id }) => id));
    expect(result.refused.map(({ id, reason }) => [id, reason.slice(0, 19)])).toEqual([
      [draft.id, "Unit ini masih draf"],
    ]);

    const undo = { bulkId: result.bulkId ?? "", channel };
    expect(await undoBulkChange(ctx, undo)).toEqual({ restored: 2, skipped: 0 });
    const statuses = await Promise.all(carIds.map(async (carId) => (await getCar(ctx, { carId })).status));
    expect(statuses).toEqual(["available", "booking", "draft"]);
    expect(await undoBulkChange(ctx, undo)).toEqual({ restored: 0, skipped: 2 });
  });

  test("of featured and of the branch is undone too, but not where a car has changed again", async () => {
    const { ctx, tenant } = await newShowroom();
    const branch = await db.prisma.branch.create({ data: { tenantId: tenant.id, name: "Darmo" } });
    const [first, second] = [await addListedCar(ctx), await addListedCar(ctx)];
    const carIds = [first.id, second.id];
    const moved = await bulkChangeCars(ctx, { carIds, action: { type: "branch", branchId: branch.id }, channel });
    await changeCarPrice(ctx, { carId: first.id, priceRupiah: 1_000_000, channel });
    expect(await undoBulkChange(ctx, { bulkId: moved.bulkId ?? "", channel })).toEqual({ restored: 1, skipped: 1 });
    expect((await getCar(ctx, { carId: first.id })).branchId).toBe(branch.id);
    expect((await getCar(ctx, { carId: second.id })).branchId).toBeNull();

    const { bulkId } = await bulkChangeCars(ctx, { carIds, action: { type: "featured", featured: true }, channel });
    await undoBulkChange(ctx, { bulkId: bulkId ?? "", channel });
    expect((await getCar(ctx, { carId: second.id })).featured).toBe(false);
  });

  test("with another showroom's car changes nothing, nor does its undo there", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const [own, foreign] = [await addListedCar(mine.ctx), await addListedCar(theirs.ctx)];
    const action: BulkAction = { type: "status", status: "booking" };
    const carIds = [own.id, foreign.id];
    await expect(bulkChangeCars(mine.ctx, { carIds, action, channel })).rejects.toMatchObject({ code: "not_found" });
    await expect(planBulkChange(mine.ctx, { carIds, action })).rejects.toMatchObject({ code: "not_found" });
    expect((await getCar(mine.ctx, { carId: own.id })).status).toBe("available");

    const { bulkId } = await bulkChangeCars(theirs.ctx, { carIds: [foreign.id], action, channel });
    const undo = undoBulkChange(mine.ctx, { bulkId: bulkId ?? "", channel });
    await expect(undo).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not for sales", async () => {
    const { ctx, as } = await newShowroom();
    const { id } = await addListedCar(ctx);
    const input = { carIds: [id], action: { type: "status", status: "sold" } as const, channel };
    const sales = as(staffMember("sales", ["status", "upload"]));
    await expect(bulkChangeCars(sales, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(planBulkChange(sales, input)).rejects.toMatchObject({ code: "forbidden" });
    const undo = undoBulkChange(sales, { bulkId: crypto.randomUUID(), channel });
    await expect(undo).rejects.toMatchObject({ code: "forbidden" });
  });

  test("two at once on the same cars in another order both finish", async () => {
    const { ctx } = await newShowroom();
    const cars = [await addListedCar(ctx), await addListedCar(ctx), await addListedCar(ctx)];
    const carIds = cars.map(({ id }) => id);
    const orders = [carIds, carIds.toReversed(), carIds, carIds.toReversed()];
    const results = await Promise.all(
      orders.map((ids, index) =>
        bulkChangeCars(ctx, { carIds: ids, action: { type: "featured", featured: index % 2 === 0 }, channel }),
      ),
    );
    expect(results).toHaveLength(4);
  });
});
