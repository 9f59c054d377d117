import { describe, expect, test } from "bun:test";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { createCar } from "./create-car";
import { findCarsByReference } from "./find-cars-by-reference";
import { listCars } from "./list-cars";
import type { CarReference } from "./rank-cars";
import type { ListCarsInput } from "./schemas";
import { addListedCar, carInput } from "./test-cars";

const db = await openTestDatabase();
const ctx = testCtx(db, await createTenant(db));
const other = testCtx(db, await createTenant(db));

await addListedCar(ctx, { plate: "B 1234 XYZ", keyFeatures: ["velg racing"] });
await addListedCar(ctx, { plate: "B 1243 XYZ", year: 2019, keyFeatures: ["ban baru"] });
await addListedCar(ctx, { plate: "L 77 A", model: "Veloz", transmission: "Matic", color: "Putih Mutiara" });
await createCar(ctx, carInput({ plate: "N 900 QQ", brand: "Honda", model: "Brio", color: "Merah" }));
await addListedCar(other, { plate: "B 9999 ZZ" });

async function found(reference: CarReference): Promise<string[]> {
  return (await findCarsByReference(ctx, reference)).map((car) => car.displayCode);
}

describe("a car is found", () => {
  test.each<[string, CarReference, string[]]>([
    ["by its code in any spelling", { displayCode: "a1" }, ["#A01"]],
    ["by its stock code in any spelling", { stockCode: "stk 3" }, ["#V01"]],
    ["by its exact plate alone, although another differs by one swap", { plate: "b1234xyz" }, ["#A01"]],
    ["by a plate with a typo, with every candidate", { plate: "B1233XYZ" }, ["#A01", "#A02"]],
    ["by two missing letters", { plate: "B 1243 X" }, ["#A02"]],
    ["by a short plate with one wrong character", { plate: "L 78 A" }, ["#V01"]],
    ["by model and year", { model: "avanza", year: 2019 }, ["#A02"]],
    ["by colour without its finish", { color: "putih" }, ["#V01"]],
    ["by words about it, with a typo", { brand: "Toyota", text: "velg raching" }, ["#A01"]],
    ["as a draft too", { model: "Brio" }, ["#B01"]],
  ])("%s", async (_, reference, codes) => {
    expect((await found(reference)).toSorted()).toEqual(codes);
  });

  test.each<[string, CarReference]>([
    ["another showroom's plate", { plate: "B 9999 ZZ" }],
    ["a plate that is like none", { plate: "D 5555 KK" }],
    ["a code that was never given", { displayCode: "#A99" }],
    ["a description that fits none in all parts", { model: "Avanza", color: "merah" }],
    ["nothing at all", {}],
    ["blank words", { text: "  " }],
  ])("but not by %s", async (_, reference) => {
    expect(await found(reference)).toEqual([]);
  });

  test("only among the statuses asked for", async () => {
    expect(await findCarsByReference(ctx, { model: "Brio" }, { statuses: ["available"] })).toEqual([]);
  });
});

describe("the list", () => {
  test.each<[ListCarsInput, string[]]>([
    [{}, ["#B01", "#V01", "#A02", "#A01"]],
    [{ statuses: ["draft"] }, ["#B01"]],
    [{ brand: "toyota", transmission: "matic" }, ["#V01"]],
    [{ search: "hitam racing" }, ["#A01"]],
    [{ search: "1234" }, ["#A01"]],
    [{ search: "a2" }, ["#A02"]],
    [{ yearMax: 2019 }, ["#A02"]],
    [{ without: ["brand:Toyota"] }, ["#B01"]],
    [{ without: ["model:avanza", "color:Merah"] }, ["#V01"]],
    [{ without: ["fuel:Diesel", "bodyType:SUV"] }, ["#B01", "#V01", "#A02", "#A01"]],
    [{ order: "oldest", limit: 1 }, ["#A02"]],
    [{ page: 2, limit: 3 }, ["#A01"]],
  ])("%o", async (filters, codes) => {
    expect((await listCars(ctx, filters)).cars.map((car) => car.displayCode)).toEqual(codes);
  });

  test("leaves out a car without a price where a price matters", async () => {
    const room = testCtx(db, await createTenant(db));
    await createCar(room, carInput({ plate: "N 1 QA", priceRupiah: 0 }));
    await addListedCar(room, { plate: "N 2 QA", priceRupiah: 140_000_000 });
    const platesOf = async (filters: ListCarsInput) => (await listCars(room, filters)).cars.map(({ plate }) => plate);
    expect(await platesOf({})).toEqual(["N 2 QA", "N 1 QA"]);
    expect(await platesOf({ priceMaxRupiah: 150_000_000 })).toEqual(["N 2 QA"]);
    expect(await platesOf({ order: "cheapest" })).toEqual(["N 2 QA"]);
  });

  test("says how many there are on how many pages", async () => {
    expect(await listCars(ctx, { limit: 3 })).toMatchObject({ total: 4, page: 1, totalPages: 2 });
  });
});
