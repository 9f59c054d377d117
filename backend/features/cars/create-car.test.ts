import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { createCar } from "./create-car";
import { DuplicatePlateError } from "./duplicate-plate-error";
import { getCar } from "./get-car";
import { reserveCarCodes } from "./reserve-car-codes";
import { setCarStatus } from "./set-car-status";
import { addListedCar, addPhoto, carInput, staffMember } from "./test-cars";

const db = await openTestDatabase();

async function newShowroom() {
  const tenant = await createTenant(db);
  return { tenant, ctx: testCtx(db, tenant) };
}

describe("codes", () => {
  test("run per tenant and first letter of the model, and the address is made of the public name", async () => {
    const { ctx } = await newShowroom();
    const first = await createCar(ctx, carInput());
    const second = await createCar(ctx, carInput());
    const veloz = await createCar(ctx, carInput({ model: "Veloz" }));
    expect([first, second, veloz].map((car) => [car.displayCode, car.stockCode, car.plate])).toEqual([
      ["#A01", "STK-001", "TEMP-001"],
      ["#A02", "STK-002", "TEMP-002"],
      ["#V01", "STK-003", "TEMP-003"],
    ]);
    expect([first.publicName, first.slug]).toEqual(["Avanza 2020 Hitam #A01", "avanza-2020-hitam-a01"]);
  });

  test("A99 is followed by A100", async () => {
    const { ctx, tenant } = await newShowroom();
    await withTenant(ctx, (tx) => tx.counter.create({ data: { tenantId: tenant.id, name: "display:A", value: 98 } }));
    expect((await createCar(ctx, carInput())).displayCode).toBe("#A99");
    expect((await createCar(ctx, carInput())).displayCode).toBe("#A100");
  });

  test("fifty cars added at once get fifty different codes without a gap", async () => {
    const { ctx } = await newShowroom();
    const cars = await Promise.all(Array.from({ length: 50 }, () => createCar(ctx, carInput())));
    const running = Array.from({ length: 50 }, (_, index) => index + 1);
    const expected = (write: (number: number) => string) => running.map(write).toSorted();
    expect(cars.map((car) => car.stockCode).toSorted()).toEqual(expected((n) => `STK-${String(n).padStart(3, "0")}`));
    expect(cars.map((car) => car.displayCode).toSorted()).toEqual(expected((n) => `#A${String(n).padStart(2, "0")}`));
    expect(new Set(cars.map((car) => car.slug)).size).toBe(50);
  });

  test("reserved codes go to the car they were reserved for, with the address of its final facts", async () => {
    const { ctx } = await newShowroom();
    const codes = await reserveCarCodes(ctx, { model: "Avanza", year: 2020, color: "hitam" });
    expect(codes).toEqual({
      stockCode: "STK-001",
      displayCode: "#A01",
      slug: "avanza-2020-hitam-a01",
      publicName: "Avanza 2020 Hitam #A01",
      plate: "TEMP-001",
    });
    const other = await createCar(ctx, carInput());
    const car = await createCar(ctx, carInput({ codes, color: "Putih" }));
    expect(other.displayCode).toBe("#A02");
    expect([car.displayCode, car.slug, car.plate]).toEqual(["#A01", "avanza-2020-putih-a01", "TEMP-001"]);
  });
});

describe("what is stored", () => {
  test("plate region and parity follow from the plate, and any spelling of a word becomes the one we use", async () => {
    const { ctx } = await newShowroom();
    const input = carInput({
      plate: "l1234ab",
      transmission: "MATIC",
      fuel: "diesel",
      bodyType: "suv",
      color: "hitam metalik",
    });
    expect(await createCar(ctx, input)).toMatchObject({
      plate: "L 1234 AB",
      plateRegion: "L",
      plateParity: "genap",
      transmission: "Matic",
      fuel: "Diesel",
      bodyType: "SUV",
      color: "Hitam Metalik",
    });
  });

  test("body type, seats and fuel of a known model are filled in where they were not said", async () => {
    const { ctx } = await newShowroom();
    const unsaid = { bodyType: null, seats: null, fuel: null };
    expect(await createCar(ctx, carInput(unsaid))).toMatchObject({ bodyType: "MPV", seats: 7, fuel: "Bensin" });
    expect(await createCar(ctx, carInput({ ...unsaid, seats: 8 }))).toMatchObject({ seats: 8 });
    expect(await createCar(ctx, carInput({ ...unsaid, model: "Karya Sendiri" }))).toMatchObject(unsaid);
  });

  test("the plate is taken out of every public text, however it is spelled there", async () => {
    const { ctx } = await newShowroom();
    const car = await createCar(
      ctx,
      carInput({
        plate: "B 1234 XYZ",
        keyFeatures: ["velg racing", "plat b1234xyz"],
        description: "Avanza mulus. Plat: B-1234-XYZ, pajak hidup",
        conditionNotes: "nopol b 1234xyz istimewa",
      }),
    );
    expect(car.plate).toBe("B 1234 XYZ");
    expect(JSON.stringify({ ...car, plate: "" })).not.toMatch(/1234[\s._-]*xyz/i);
    expect([car.keyFeatures, car.conditionNotes]).toEqual([["velg racing"], "istimewa"]);
  });

  test("so is the plate of any other car; wheels, engines and trims stay", async () => {
    const { ctx } = await newShowroom();
    const keyFeatures = ["velg R17 HSR", "mesin 1500 cc", "E300 AMG Line", "ban 265/65 R17 AT", "velg ex L 1478 GH"];
    const description = "Bekas tukar tambah nopol AG-1290-BC, unit istimewa. Km 45 rb, DP 20 jt, B2B ok";
    const car = await createCar(ctx, carInput({ keyFeatures, description }));
    expect(car.keyFeatures).toEqual([...keyFeatures.slice(0, 4), "velg ex"]);
    expect(car.description).toBe("Bekas tukar tambah , unit istimewa. Km 45 rb, DP 20 jt, B2B ok");
    const benz = await createCar(ctx, carInput({ brand: "Mercedes-Benz", model: "E-Class", variant: "E 200 CGI" }));
    expect(benz.variant).toBe("E 200 CGI");
  });

  test("photos hang on the car in the order given, the first as its cover", async () => {
    const { ctx } = await newShowroom();
    const photoIds = [await addPhoto(ctx), await addPhoto(ctx), await addPhoto(ctx)].toReversed();
    const { id } = await createCar(ctx, carInput({ photoIds }));
    const { photos } = await getCar(ctx, { carId: id });
    expect(photos.map((photo) => [photo.id, photo.isPrimary])).toEqual(photoIds.map((photo, n) => [photo, n === 0]));
  });

  test("every new car makes a new catalogue version and an audit entry", async () => {
    const { ctx, tenant } = await newShowroom();
    const car = await createCar(ctx, carInput());
    const state = await withTenant(ctx, async (tx) => ({
      version: (await tx.tenant.findFirstOrThrow()).catalogVersion,
      events: (await tx.event.findMany()).map((event) => event.type),
      history: (await tx.carEvent.findMany()).map(({ carId, type, channel }) => ({ carId, type, channel })),
    }));
    expect(state).toEqual({
      version: tenant.catalogVersion + 1,
      events: ["car.created"],
      history: [{ carId: car.id, type: "created", channel: "web" }],
    });
  });
});

describe("refusals", () => {
  test("a plate that is in stock already is a conflict naming that car, in any spelling; once sold it may return", async () => {
    const { ctx } = await newShowroom();
    const first = await addListedCar(ctx, { plate: "B 1234 XYZ" });
    const again = await createCar(ctx, carInput({ plate: "b1234-xyz" })).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(DuplicatePlateError);
    expect(again).toMatchObject({ code: "conflict", carId: first.id, displayCode: "#A01" });

    await setCarStatus(ctx, { carId: first.id, status: "sold", channel: "web" });
    expect((await createCar(ctx, carInput({ plate: "B1234XYZ" }))).displayCode).toBe("#A02");
  });

  test("of two cars with one plate added at once, one is refused", async () => {
    const { ctx } = await newShowroom();
    const added = await Promise.allSettled([1, 2, 3].map(() => createCar(ctx, carInput({ plate: "L 1 AB" }))));
    expect(added.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  });

  test("a car without price or photo is not published, and no code is lost to it", async () => {
    const { ctx } = await newShowroom();
    await expect(createCar(ctx, carInput({ status: "available" }))).rejects.toThrow("Belum ada foto");
    const unpriced = carInput({ status: "available", priceRupiah: 0, photoIds: [await addPhoto(ctx)] });
    await expect(createCar(ctx, unpriced)).rejects.toThrow("Harga belum diisi");
    expect((await createCar(ctx, carInput())).displayCode).toBe("#A01");
  });

  test("a photo of another showroom is not found, and nothing is created", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const photoIds = [await addPhoto(theirs.ctx)];
    await expect(createCar(mine.ctx, carInput({ photoIds }))).rejects.toMatchObject({ code: "not_found" });
    expect(await withTenant(mine.ctx, (tx) => tx.car.count())).toBe(0);
  });

  test("what is wrong is said per field", async () => {
    const { ctx } = await newShowroom();
    const wrong = createCar(ctx, carInput({ year: 20, transmission: "otomatis?", km: -1, brand: " " }));
    await expect(wrong).rejects.toMatchObject({
      code: "validation",
      fields: {
        year: expect.any(String),
        transmission: expect.any(String),
        km: expect.any(String),
        brand: "Wajib diisi",
      },
    });
  });

  test("refuses a sales actor without the upload permission, and a cost price from anybody but the owner", async () => {
    const { tenant } = await newShowroom();
    const asSales = testCtx(db, tenant, salesPerson);
    await expect(createCar(asSales, carInput())).rejects.toMatchObject({ code: "forbidden" });
    await expect(reserveCarCodes(asSales, { model: "A", year: 2020, color: "Hitam" })).rejects.toMatchObject({
      code: "forbidden",
    });

    const uploader = testCtx(db, tenant, staffMember("sales", ["upload"]));
    expect((await createCar(uploader, carInput())).displayCode).toBe("#A01");
    await expect(createCar(uploader, carInput({ costPriceRupiah: 1 }))).rejects.toMatchObject({ code: "forbidden" });
  });
});
