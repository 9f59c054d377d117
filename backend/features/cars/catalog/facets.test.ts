import { expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { anyCar, type CatalogCriteria } from "./criteria";
import type { FacetOption } from "./facets";
import { searchCatalog } from "./search-catalog";

const db = await openTestDatabase();
const tenant = await createTenant(db);
const ctx = testCtx(db, tenant);

const random = seededRandom(20_261_120);
const stock = Array.from({ length: 150 }, (_, index) => randomCar(index));
await withTenant(ctx, (tx) => tx.car.createMany({ data: stock.map(toRow) }));

type Car = ReturnType<typeof randomCar>;
type Filter = keyof ReturnType<typeof verdicts>;

test("every count equals counting by hand, each facet under all filters but its own", async () => {
  for (let round = 0; round < 120; round++) {
    const picked = randomCriteria();
    const query = { search: "", picked, sort: "price_asc", page: 1, limit: 48 } as const;
    const result = await searchCatalog(ctx, query, { photoCount: 1, isForgiving: false });

    const fitting = fittingWithout(picked, null);
    expect(result.total).toBe(fitting.length);
    expect(result.cars.map((car) => car.id).toSorted()).toEqual(cheapest(fitting, 48));
    expect(result.facets.brand).toEqual(countBy(fittingWithout(picked, "brand"), (car) => car.brand));
    expect(result.facets.model).toEqual(countBy(fittingWithout(picked, "model"), (car) => car.model));
    expect(result.facets.transmission).toEqual(
      countBy(fittingWithout(picked, "transmission"), (car) => car.transmission),
    );
    expect(result.facets.fuel).toEqual(countBy(fittingWithout(picked, "fuel"), (car) => car.fuel));
    expect(result.facets.bodyType).toEqual(countBy(fittingWithout(picked, "bodyType"), (car) => car.bodyType));
    expect(result.facets.color).toEqual(countBy(fittingWithout(picked, "color"), baseColor));
    expect(result.facets.year).toEqual(rangeOf(fittingWithout(picked, "year"), (car) => car.year));
    expect(result.facets.price).toEqual(rangeOf(fittingWithout(picked, "price"), (car) => car.price));
    expect(result.totalWithout.color).toBe(fittingWithout(picked, "color").length);
    expect(result.totalWithout.fuel).toBe(fittingWithout(picked, "fuel").length);
  }
});

function verdicts(car: Car, wanted: CatalogCriteria) {
  const oneOf = (names: string[], value: string | null) =>
    names.length === 0 || names.includes(value?.toLowerCase() ?? "");
  return {
    brand: oneOf(wanted.brands, car.brand),
    model: oneOf(wanted.models, car.model),
    transmission: oneOf(wanted.transmissions, car.transmission),
    fuel: oneOf(wanted.fuels, car.fuel),
    bodyType: oneOf(wanted.bodyTypes, car.bodyType),
    color: oneOf(wanted.colors, baseColor(car)),
    year: car.year >= (wanted.yearMin ?? 0) && car.year <= (wanted.yearMax ?? 9999),
    price: car.price >= (wanted.priceMinRupiah ?? 0) && car.price <= (wanted.priceMaxRupiah ?? 1e12),
    variant: wanted.variantWords.every((word) => `${car.model} ${car.variant}`.toLowerCase().split(" ").includes(word)),
    seats: wanted.seats === null || car.seats === wanted.seats || car.seats === wanted.seats + 1,
    km: car.km <= (wanted.kmMax ?? 1e9),
    parity: wanted.plateParity === null || car.plateParity === wanted.plateParity,
    code: wanted.displayCode === null || car.displayCode === wanted.displayCode,
  };
}

function fittingWithout(wanted: CatalogCriteria, own: Filter | null): Car[] {
  const listed = stock.filter((car) => car.status === "available" || car.status === "booking");
  return listed.filter((car) => Object.entries(verdicts(car, wanted)).every(([name, fits]) => fits || name === own));
}

function randomCar(index: number) {
  return {
    id: crypto.randomUUID(),
    displayCode: `#A${index + 1}`,
    brand: pick(["Toyota", "Honda", "Daihatsu"]),
    model: pick(["Avanza", "Brio", "Xenia"]),
    variant: pick(["1.3 G", "1.5 S", "E", ""]),
    color: pick(["Hitam", "Hitam Metalik", "Putih", "Abu-abu"]),
    transmission: pick(["Manual", "Matic"]),
    fuel: pick(["Bensin", "Diesel", null]),
    bodyType: pick(["MPV", "SUV", null]),
    year: 2015 + Math.floor(random() * 8),
    price: 1_000_000 * (100 + index),
    seats: pick([5, 7, 8, null]),
    km: 10_000 * Math.floor(random() * 15),
    plateParity: pick(["ganjil", "genap", null]),
    status: pick(["draft", "available", "available", "available", "booking", "sold"] as const),
  };
}

function toRow({ price, km, ...car }: Car) {
  const internal = { plate: `B ${car.displayCode}`, plateClean: "", stockCode: `STK${car.displayCode}`, slug: car.id };
  const { id: tenantId } = tenant;
  return { ...car, ...internal, tenantId, priceRupiah: BigInt(price), kmTotal: km, searchText: "", keyFeatures: [] };
}

function randomCriteria(): CatalogCriteria {
  const maybe = <T>(value: T): T | null => (random() < 0.25 ? value : null);
  const some = (values: string[]) => (random() < 0.3 ? values.filter(() => random() < 0.5) : []);
  return {
    ...anyCar,
    brands: some(["toyota", "honda", "daihatsu"]),
    models: some(["avanza", "brio", "xenia"]),
    transmissions: some(["manual", "matic"]),
    fuels: some(["bensin", "diesel"]),
    bodyTypes: some(["mpv", "suv"]),
    colors: some(["hitam", "putih", "abu-abu"]),
    yearMin: maybe(2016 + Math.floor(random() * 4)),
    yearMax: maybe(2018 + Math.floor(random() * 4)),
    priceMinRupiah: maybe(120_000_000),
    priceMaxRupiah: maybe(210_000_000),
    variantWords: random() < 0.2 ? ["g"] : [],
    seats: maybe(7),
    kmMax: maybe(60_000),
    plateParity: maybe("genap"),
    displayCode: random() < 0.03 ? "#A5" : null,
  };
}

function countBy(cars: Car[], read: (car: Car) => string | null): FacetOption[] {
  const counts = new Map<string, number>();
  for (const car of cars) {
    const value = read(car);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const options = [...counts].map(([value, count]) => ({ value, count }));
  return options.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function rangeOf(cars: Car[], read: (car: Car) => number): { min: number; max: number } | null {
  const values = cars.map(read);
  return values.length === 0 ? null : { min: Math.min(...values), max: Math.max(...values) };
}

function cheapest(cars: Car[], limit: number): string[] {
  return cars
    .toSorted((a, b) => a.price - b.price)
    .slice(0, limit)
    .map((car) => car.id)
    .sort();
}

function baseColor(car: Car): string {
  return car.color.split(" ")[0] ?? "";
}

function pick<const T>(values: readonly T[]): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

/** mulberry32: the same stock and queries in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
