import { describe, expect, test } from "bun:test";
import type { Ctx } from "@/backend/platform/ctx";
import { createTenant, openTestDatabase, salesPerson, testClock, testCtx } from "@/backend/testing/test-database";
import { CarConflictError } from "./car-conflict-error";
import { carHistory } from "./car-history";
import { changeCarPrice } from "./change-car-price";
import { createCar } from "./create-car";
import { editCar } from "./edit-car";
import { getCar } from "./get-car";
import { publishCar } from "./publish-car";
import { setCarStatus } from "./set-car-status";
import { addListedCar, addPhoto, carInput, staffMember } from "./test-cars";
import { undoStatus } from "./undo-status";

const db = await openTestDatabase();
const channel = "web" as const;

async function newShowroom() {
  const tenant = await createTenant(db);
  const clock = testClock();
  const ctx = testCtx(db, tenant, undefined, clock);
  return { tenant, clock, ctx, as: (actor: Ctx["actor"]) => testCtx(db, tenant, actor, clock) };
}

describe("the revision", () => {
  test("grows with every change of a car and with nothing else", async () => {
    const { ctx } = await newShowroom();
    const { id: carId, revision } = await createCar(ctx, carInput({ photoIds: [await addPhoto(ctx)] }));
    const seen = [revision];
    seen.push((await publishCar(ctx, { carId, channel })).revision);
    seen.push((await changeCarPrice(ctx, { carId, priceRupiah: 1_000_000, channel })).revision);
    seen.push((await editCar(ctx, { carId, changes: { km: 1 }, channel })).revision);
    seen.push((await editCar(ctx, { carId, changes: { km: 1 }, channel })).revision);
    seen.push((await setCarStatus(ctx, { carId, status: "sold", channel })).revision);
    seen.push((await undoStatus(ctx, { carId, revision: 5, channel })).revision);
    expect(seen).toEqual([1, 2, 3, 4, 4, 5, 6]);
  });

  test("an edit of an older one is refused, saved by nobody, and told what others changed", async () => {
    const { ctx, as } = await newShowroom();
    const { id: carId, revision } = await addListedCar(ctx);
    const sari = as({ ...staffMember("admin"), name: "Sari" } as Ctx["actor"]);
    await editCar(sari, { carId, changes: { km: 50_000, color: "Putih" }, revision, channel });
    await changeCarPrice(sari, { carId, priceRupiah: 175_000_000, channel: "wa" });

    const late = editCar(ctx, { carId, changes: { km: 46_000 }, revision, channel });
    const error = await late.catch((thrown: unknown) => thrown);
    if (!(error instanceof CarConflictError)) throw new Error("no conflict");
    expect([error.code, error.car.km, error.car.revision]).toEqual(["conflict", 50_000, 3]);
    expect(error.changesSince.map(({ by, channel: from, changes }) => [by, from, changes])).toEqual([
      [
        "Sari",
        "web",
        [
          { field: "color", from: "Hitam", to: "Putih" },
          { field: "km", from: 45_000, to: 50_000 },
        ],
      ],
      ["Sari", "wa", [{ field: "priceRupiah", from: 185_000_000, to: 175_000_000 }]],
    ]);
    expect((await getCar(ctx, { carId })).km).toBe(50_000);
    expect((await editCar(ctx, { carId, changes: { km: 46_000 }, revision: 3, channel })).km).toBe(46_000);
  });

  test("of two people who save the same revision at once, one is told", async () => {
    const { ctx } = await newShowroom();
    const { id: carId, revision } = await addListedCar(ctx);
    const saves = await Promise.allSettled(
      [1, 2, 3].map((km) => editCar(ctx, { carId, changes: { km }, revision, channel })),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("history", () => {
  test("tells who changed what, from where, before and after, newest first", async () => {
    const { ctx, clock } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    clock.advance(60_000);
    await editCar(ctx, {
      carId,
      changes: { seats: null, costPriceRupiah: 150_000_000, plate: "L 9 AB" },
      channel: "wa",
    });
    clock.advance(60_000);
    await setCarStatus(ctx, { carId, status: "sold", soldPriceRupiah: 180_000_000, channel });
    const { entries, total } = await carHistory(ctx, { carId });
    expect(total).toBe(3);
    expect(entries.map(({ type, by, channel: from, changes }) => [type, by, from, changes])).toEqual([
      [
        "status_changed",
        "Pak Owner",
        "web",
        [
          { field: "status", from: "available", to: "sold" },
          { field: "soldPriceRupiah", from: null, to: 180_000_000 },
        ],
      ],
      [
        "edited",
        "Pak Owner",
        "wa",
        [
          { field: "plate", from: "TEMP-001", to: "L 9 AB" },
          { field: "seats", from: 7, to: null },
          { field: "costPriceRupiah", from: null, to: 150_000_000 },
        ],
      ],
      ["created", "Pak Owner", "web", []],
    ]);
  });

  test("hides cost prices from all but the owner and plates from sales", async () => {
    const { ctx, as } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    await editCar(ctx, { carId, changes: { costPriceRupiah: 1_000_000, plate: "L 9 AB", km: 1 }, channel });
    const fieldsFor = async (actor: Ctx["actor"]) =>
      (await carHistory(as(actor), { carId })).entries
        .flatMap(({ changes }) => changes.map(({ field }) => field))
        .toSorted();
    expect(await fieldsFor(staffMember("admin"))).toEqual(["km", "plate"]);
    expect(await fieldsFor(salesPerson)).toEqual(["km"]);
  });

  test("of another showroom's car is not found, and strangers may not ask", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const { id: carId } = await addListedCar(theirs.ctx);
    await expect(carHistory(mine.ctx, { carId })).rejects.toMatchObject({ code: "not_found" });
    await expect(carHistory(theirs.as({ type: "visitor" }), { carId })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("undoing a status", () => {
  test("puts a sale back with its day and price, and is itself in the history", async () => {
    const { ctx, clock } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    const sold = await setCarStatus(ctx, { carId, status: "sold", soldPriceRupiah: 180_000_000, channel });
    clock.advance(3_600_000);
    const back = await setCarStatus(ctx, { carId, status: "available", channel });
    const undone = await undoStatus(ctx, { carId, revision: back.revision, channel });
    expect([undone.status, undone.soldAt, undone.soldPriceRupiah]).toEqual(["sold", sold.soldAt, 180_000_000]);
    expect((await carHistory(ctx, { carId })).entries.filter(({ isUndo }) => isUndo)).toHaveLength(1);
  });

  test("takes a publication back to draft", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await createCar(ctx, carInput({ photoIds: [await addPhoto(ctx)] }));
    const { revision } = await publishCar(ctx, { carId, channel });
    expect((await undoStatus(ctx, { carId, revision, channel })).status).toBe("draft");
  });

  test("is refused once the car has changed again, and twice", async () => {
    const { ctx } = await newShowroom();
    const { id: carId } = await addListedCar(ctx);
    const { revision } = await setCarStatus(ctx, { carId, status: "booking", channel });
    await changeCarPrice(ctx, { carId, priceRupiah: 1_000_000, channel });
    await expect(undoStatus(ctx, { carId, revision, channel })).rejects.toMatchObject({ code: "rule" });
    await expect(undoStatus(ctx, { carId, revision: revision + 1, channel })).rejects.toMatchObject({ code: "rule" });
    expect((await getCar(ctx, { carId })).status).toBe("booking");
  });

  test("hides another showroom's car and refuses sales without the permission", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const { id: carId } = await addListedCar(theirs.ctx);
    const { revision } = await setCarStatus(theirs.ctx, { carId, status: "booking", channel });
    await expect(undoStatus(mine.ctx, { carId, revision, channel })).rejects.toMatchObject({ code: "not_found" });
    const sales = theirs.as(salesPerson);
    await expect(undoStatus(sales, { carId, revision, channel })).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a branch of another showroom, or none, is a wrong field", async () => {
  const [mine, theirs] = [await newShowroom(), await newShowroom()];
  const branch = await db.prisma.branch.create({ data: { tenantId: theirs.tenant.id, name: "Pusat" } });
  const { id: carId } = await addListedCar(mine.ctx);
  const failure = { code: "validation", fields: { branchId: "Cabang tidak ditemukan" } };
  const edit = editCar(mine.ctx, { carId, changes: { branchId: branch.id }, channel });
  await expect(edit).rejects.toMatchObject(failure);
  await expect(createCar(mine.ctx, carInput({ branchId: branch.id }))).rejects.toMatchObject(failure);
});
