import { describe, expect, test } from "bun:test";
import { createTenant, openTestDatabase, testCtx } from "@/backend/testing/test-database";
import { changeCarPrice } from "../change-car-price";
import { createCar } from "../create-car";
import { setCarStatus } from "../set-car-status";
import { addListedCar, addPhoto, carInput } from "../test-cars";
import { type CatalogQuery, readListingAddress } from "./catalog-query";
import { searchCatalog } from "./search-catalog";

const db = await openTestDatabase();
const ctx = testCtx(db, await createTenant(db));
const other = testCtx(db, await createTenant(db));

const million = 1_000_000;
await addListedCar(ctx, { plate: "B 1234 XYZ", keyFeatures: ["Velg racing"] });
await addListedCar(ctx, { year: 2018, color: "Hitam Metalik", transmission: "Matic", priceRupiah: 150 * million });
await addListedCar(ctx, { model: "Veloz", variant: "1.5", transmission: "Matic", priceRupiah: 215 * million });
const innova = { model: "Innova", variant: "Reborn 2.4 G", fuel: "Diesel", seats: 8 };
await addListedCar(ctx, { ...innova, transmission: "Matic", priceRupiah: 285 * million, color: "Putih" });
await addListedCar(ctx, { ...innova, transmission: "Manual", priceRupiah: 310 * million, color: "Silver" });
await addListedCar(ctx, {
  brand: "Honda",
  model: "Brio",
  variant: "Satya E",
  bodyType: "Hatchback",
  seats: 5,
  color: "Merah",
  priceRupiah: 140 * million,
});
await createCar(ctx, carInput({ model: "Rush", photoIds: [await addPhoto(ctx)] }));
await addListedCar(other, { brand: "BMW", model: "3 Series", color: "Biru" });

function queryOf(address: string): CatalogQuery {
  return readListingAddress(new URLSearchParams(address)).query;
}

async function listing(address: string) {
  const result = await searchCatalog(ctx, queryOf(address), { photoCount: 1, isForgiving: true });
  return { ...result, codes: result.cars.map((car) => car.displayCode).toSorted() };
}

describe("search reads how people type", () => {
  test.each([
    ["inova diesel matic 200an", ["#I01"]],
    ["avansa 2019 ke atas", ["#A01"]],
    ["mobil 7 seat di bawah 150", ["#A02"]],
    ["avanza veloz", ["#V01"]],
    ["Avanza hitam", ["#A01", "#A02"]],
    ["velg rcing", ["#A01"]],
    ["#v1", ["#V01"]],
    ["honda merah", ["#B01"]],
    ["mobil diesel", ["#I01", "#I02"]],
    ["plat b genap", ["#A01"]],
    ["brio innova", ["#B01", "#I01", "#I02"]],
    ["innova/brio merah", ["#B01"]],
    ["honda atau toyota matic", ["#A02", "#I01", "#V01"]],
    ["mobil keluarga 7 orang maks 150", ["#A02"]],
  ])("%s", async (search, codes) => {
    const result = await listing(`search=${encodeURIComponent(search)}`);
    expect([result.codes, result.relaxed]).toEqual([codes, []]);
  });

  test.each([
    ["selain toyota", ["#B01"]],
    ["matic bukan avanza", ["#I01", "#V01"]],
    ["mobil jangan yg hitam atau putih", ["#B01", "#I02"]],
    ["toyota non diesel jangan manual", ["#A02", "#V01"]],
    ["kecuali mpv", ["#B01"]],
    ["diesel ga mau yg putih", ["#I02"]],
    ["merah bukan avanza", ["#B01"]],
    ["avanza bukan veloz", ["#A01", "#A02"]],
    ["brio bukan rs", ["#B01"]],
    ["mobil selain innova reborn g, diesel ga mau", ["#A01", "#A02", "#B01", "#V01"]],
  ])("“%s” leaves out what is ruled out", async (search, codes) => {
    const result = await listing(`search=${encodeURIComponent(search)}`);
    expect([result.codes, result.relaxed]).toEqual([codes, []]);
    expect(result.understood.join(" ")).toContain("selain");
  });

  test("a trim that is ruled out leaves the other trims of the model, and names are said as they are written", async () => {
    expect(await listing("search=innova+bukan+reborn")).toMatchObject({
      codes: [],
      understood: ["Innova", "selain REBORN"],
    });
    const { understood } = await listing("search=selain+hrv+bmw+pajero+dakar");
    expect(understood).toEqual(["selain HR-V / BMW / Pajero Sport DAKAR"]);
  });

  test.each([
    ["mobil listrik atau diesel", ["#I01", "#I02"], "listrik / diesel"],
    ["hybrid/bensin matic", ["#A02", "#V01"], "hybrid / bensin"],
    ["hybrid, listrik atau yang diesel", ["#I01", "#I02"], "hybrid / listrik / diesel"],
  ])("“%s” finds either fuel", async (search, codes, said) => {
    const result = await listing(`search=${encodeURIComponent(search)}`);
    expect([result.codes, result.relaxed]).toEqual([codes, []]);
    expect(result.understood).toContain(said);
  });

  test("the colour that is wished for instead is found, and said alone", async () => {
    const { codes, understood } = await listing("search=jangan+yang+hitam,+putih+ada?");
    expect([codes, understood]).toEqual([["#I01"], ["putih"]]);
  });

  test("what is ruled out is never shown as the nearest that fits", async () => {
    expect((await listing("search=avanza+matic+tahun+2018+selain+hitam")).codes).toEqual([]);
  });

  test.each([
    ["mobil yg paling murah", "#B01", "price_asc"],
    ["mobil termahal", "#I02", "price_desc"],
    ["matic termahal", "#I01", "price_desc"],
    ["tahun paling tua", "#A02", "year_asc"],
    ["tahun muda km rendah", null, "year_desc"],
    ["km paling dikit", null, "km_asc"],
  ])("“%s” chooses the order", async (search, first, sort) => {
    const { cars, ...result } = await listing(`search=${encodeURIComponent(search)}`);
    expect<unknown>([result.sort, result.relaxed]).toEqual([sort, []]);
    if (first) expect(cars[0]?.displayCode).toBe(first);
    expect((await listing(`search=${encodeURIComponent(search)}&sort=newest`)).sort).toBe("newest");
  });

  test("a misspelt name is said", async () => {
    expect((await listing("search=inova")).corrections).toEqual([{ from: "inova", to: "Innova" }]);
  });

  test("a plate, a stock code, a draft or another showroom's car is never found", async () => {
    for (const search of ["B 1234 XYZ", "B1234XYZ", "STK-001", "TEMP-001", "rush", "bmw"]) {
      expect((await listing(`search=${encodeURIComponent(search)}`)).codes).toEqual([]);
    }
  });
});

describe("nothing fits exactly", () => {
  test("one criterion is given up, the easiest first, and the result says which", async () => {
    const result = await listing("search=avanza putih");
    expect([result.codes, result.exactTotal, result.relaxed]).toEqual([["#A01", "#A02"], 0, ["warna selain putih"]]);
  });

  test("years and prices are widened a little before they are given up", async () => {
    expect(await listing("search=avanza 2017")).toMatchObject({ codes: ["#A02"], relaxed: ["tahun 2016–2018"] });
    expect(await listing("search=innova maks 260 juta")).toMatchObject({
      codes: ["#I01"],
      relaxed: ["harga sampai Rp 286 jt"],
    });
  });

  test("several are given up together only when no single one helps", async () => {
    const result = await listing("search=brio putih matic");
    expect([result.codes, result.relaxed]).toEqual([["#B01"], ["warna selain putih", "transmisi selain matic"]]);
  });

  test("a model that is not in stock, or words nobody knows, give nothing and no other car", async () => {
    for (const search of ["pajero", "alphard hitam 2020", "asdfgh qwerty", "#A99"]) {
      expect(await listing(`search=${encodeURIComponent(search)}`)).toMatchObject({ cars: [], total: 0, relaxed: [] });
    }
  });

  test("filters that were picked are never given up", async () => {
    expect(await listing("search=avanza&color=putih")).toMatchObject({ total: 0, relaxed: [] });
    expect(await listing("search=avanza putih&year=2018")).toMatchObject({
      codes: ["#A02"],
      relaxed: ["warna selain putih"],
    });
  });
});

test("the showroom's own city asks for nothing, another one does", async () => {
  const here = testCtx(db, await createTenant(db));
  await db.prisma.branch.create({ data: { tenantId: here.tenant.id, name: "Pusat", city: "Kota Surabaya" } });
  await addListedCar(here);
  const search = (words: string) =>
    searchCatalog(here, queryOf(`search=${words}`), { photoCount: 1, isForgiving: true });
  expect(await search("avanza+bekas+daerah+surabaya")).toMatchObject({ total: 1, relaxed: [] });
  expect(await search("mobil+surabaya")).toMatchObject({ total: 1, relaxed: [], understood: [] });
  expect((await search("avanza+jakarta")).relaxed).toEqual([expect.stringContaining("jakarta")]);
});

describe("filters", () => {
  test.each([
    ["brand=toyota&brand=HONDA", ["#A01", "#A02", "#B01", "#I01", "#I02", "#V01"]],
    ["color=hitam&transmission=matic", ["#A02", "#V01"]],
    ["minPrice=150000000&maxPrice=285000000&fuel=bensin", ["#A01", "#A02", "#V01"]],
    ["year=2018", ["#A02"]],
    ["search=avanza&model=brio", ["#B01"]],
    ["search=avanza merah&brand=honda", ["#B01"]],
    ["bodyType=hatchback", ["#B01"]],
  ])("%s", async (address, codes) => {
    expect((await listing(address)).codes).toEqual(codes);
  });

  test.each([
    ["price_asc", "#B01"],
    ["price_desc", "#I02"],
    ["year_asc", "#A02"],
    ["newest", "#B01"],
  ])("sort %s begins with %s", async (sort, first) => {
    expect((await listing(`sort=${sort}`)).cars[0]?.displayCode).toBe(first);
  });

  test("pages follow each other without a car twice or missing", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => listing(`limit=2&page=${page}`)));
    expect(pages.map((page) => [page.page, page.totalPages, page.cars.length])).toEqual([
      [1, 3, 2],
      [2, 3, 2],
      [3, 3, 2],
    ]);
    expect(new Set(pages.flatMap((page) => page.codes)).size).toBe(6);
  });
});

describe("a listing for people is always the nearest one", () => {
  test("a page after the last is the last, and it is said", async () => {
    expect(await listing("page=999&limit=4")).toMatchObject({
      page: 2,
      notices: ["Halaman 999 tidak ada. Ini halaman terakhir, 2."],
    });
  });

  test("a brand that is not in stock is left out and said; one that is, but does not fit, is not", async () => {
    const unknown = await listing("brand=Ferrari&year=2018");
    expect([unknown.codes, unknown.notices]).toEqual([["#A02"], [expect.stringContaining("ferrari")]]);
    expect(await listing("brand=Honda&year=2018")).toMatchObject({ total: 0, notices: [] });
  });

  test("a range the wrong way round is turned, and nonsense is left out", () => {
    const { query, notices } = readListingAddress(
      new URLSearchParams("minPrice=300000000&maxPrice=100000000&year=abc&sort=best&page=-2&color=&x=1"),
    );
    expect(query).toMatchObject({
      sort: null,
      page: 1,
      picked: { priceMinRupiah: 100 * million, yearMin: null, colors: [] },
    });
    expect(notices).toHaveLength(4);
  });
});

test("a sold car is gone from list, search and facets at once, and back when it is back", async () => {
  const fresh = testCtx(db, await createTenant(db));
  const { id: carId } = await addListedCar(fresh, { brand: "Mazda", model: "CX-5", color: "Merah" });
  await addListedCar(fresh);
  const seen = async () => {
    const all = await searchCatalog(fresh, queryOf("search=mazda"), { photoCount: 1, isForgiving: true });
    return [all.total, all.facets.brand.some((brand) => brand.value === "Mazda"), all.stockTotal];
  };
  expect(await seen()).toEqual([1, true, 2]);
  await setCarStatus(fresh, { carId, status: "sold", channel: "wa" });
  expect(await seen()).toEqual([0, false, 1]);
  await setCarStatus(fresh, { carId, status: "booking", channel: "wa" });
  expect(await seen()).toEqual([1, true, 2]);
  await changeCarPrice(fresh, { carId, priceRupiah: 99 * million, channel: "wa" });
  const [car] = (await searchCatalog(fresh, queryOf("search=mazda"), { photoCount: 1, isForgiving: true })).cars;
  expect([car?.priceRupiah, car?.status]).toEqual([99 * million, "booking"]);
});
