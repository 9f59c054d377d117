import { describe, expect, test } from "bun:test";
import { createTenant, openTestDatabase, owner, testClock, testCtx } from "@/backend/testing/test-database";
import { createCar } from "../create-car";
import { deleteCar } from "../delete-car";
import { editCar } from "../edit-car";
import { setCarStatus } from "../set-car-status";
import { addListedCar, carInput } from "../test-cars";
import { catalogHome } from "./catalog-home";
import { getPublicCar } from "./get-public-car";
import { sitemapEntries } from "./sitemap-entries";
import { interestText, whatsappLink } from "./whatsapp-link";

const db = await openTestDatabase();
const channel = "web" as const;
const dayMs = 24 * 60 * 60 * 1000;

async function newShowroom() {
  const clock = testClock();
  return { clock, ctx: testCtx(db, await createTenant(db), owner, clock) };
}

describe("an address of a car", () => {
  test("leads to the car, without anything internal", async () => {
    const { ctx } = await newShowroom();
    const { slug } = await addListedCar(ctx, { plate: "L 8765 QX", costPriceRupiah: 123_456_789 });
    const answer = await getPublicCar(ctx, slug);
    expect(answer).toMatchObject({
      type: "car",
      car: { publicName: "Avanza 2020 Hitam #A01", plateRegion: "L", plateParity: "ganjil" },
    });
    expect(JSON.stringify(answer)).not.toMatch(/8765\s*QX|STK-|123456789|originals/);
  });

  test("that it had before leads to the one it has now", async () => {
    const { ctx } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    await editCar(ctx, { carId, changes: { color: "Putih" }, channel });
    await editCar(ctx, { carId, changes: { color: "Merah" }, channel });
    for (const old of [slug, "avanza-2020-putih-a01"]) {
      expect(await getPublicCar(ctx, old)).toEqual({ type: "redirect", slug: "avanza-2020-merah-a01" });
    }
  });

  test("says sold without a price, is gone after 90 days, and comes back with the car", async () => {
    const { ctx, clock } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    const { displayCode } = await addListedCar(ctx);
    await setCarStatus(ctx, { carId, status: "sold", channel });

    const sold = await getPublicCar(ctx, slug);
    expect(sold).toMatchObject({ type: "sold", similar: [{ displayCode }] });
    expect(JSON.stringify(sold?.type === "sold" && sold.car)).not.toMatch(/price|185000000/i);
    clock.advance(90 * dayMs);
    expect(await getPublicCar(ctx, slug)).toMatchObject({ type: "sold" });
    clock.advance(1);
    expect(await getPublicCar(ctx, slug)).toMatchObject({ type: "gone" });
    await setCarStatus(ctx, { carId, status: "available", channel });
    expect(await getPublicCar(ctx, slug)).toMatchObject({ type: "car" });
  });

  test("leads nowhere for a draft, a car taken off, a deleted one and another showroom's", async () => {
    const { ctx } = await newShowroom();
    const { ctx: other } = await newShowroom();
    const draft = await createCar(ctx, carInput());
    const taken = await addListedCar(ctx);
    await setCarStatus(ctx, { carId: taken.id, status: "draft", channel });
    const deleted = await addListedCar(ctx);
    await deleteCar(ctx, { carId: deleted.id, channel });
    const theirs = await addListedCar(other, { color: "Ungu" });
    for (const { slug } of [draft, taken, deleted, theirs]) expect(await getPublicCar(ctx, slug)).toBeNull();
    expect(await getPublicCar(ctx, "x'; DROP TABLE cars; --")).toBeNull();
  });
});

test("similar cars are of the same kind and price first, then the nearest, never the car itself or a sold one", async () => {
  const { ctx } = await newShowroom();
  const { slug } = await addListedCar(ctx, { priceRupiah: 200_000_000 });
  const suvNear = await addListedCar(ctx, { model: "Rush", bodyType: "SUV", priceRupiah: 210_000_000 });
  const mpvFar = await addListedCar(ctx, { model: "Xenia", priceRupiah: 400_000_000 });
  const suvFar = await addListedCar(ctx, { model: "Fortuner", bodyType: "SUV", priceRupiah: 500_000_000 });
  const mpvNear = await addListedCar(ctx, { model: "Xenia", priceRupiah: 180_000_000 });
  const sold = await addListedCar(ctx);
  await setCarStatus(ctx, { carId: sold.id, status: "sold", channel });

  const answer = await getPublicCar(ctx, slug);
  const similar = answer?.type === "car" ? answer.similar.map((car) => car.id) : [];
  expect(similar).toEqual([mpvNear, suvNear, mpvFar, suvFar].map((car) => car.id));
});

test("home shows featured cars first, then the newest, and the sitemap has listed cars only", async () => {
  const { ctx, clock } = await newShowroom();
  const cars = [];
  for (const featured of [true, false, false]) {
    cars.push(await addListedCar(ctx, { featured }));
    clock.advance(1000);
  }
  const [featured, older, newer] = cars.map((car) => car.slug);
  await createCar(ctx, carInput());
  const home = await catalogHome(ctx);
  expect(home.featured.map((car) => car.slug)).toEqual([featured, newer, older].map((slug) => slug ?? ""));
  expect([home.total, home.facets.brand]).toEqual([3, [{ value: "Toyota", count: 3 }]]);
  expect((await sitemapEntries(ctx)).map((entry) => entry.slug)).toEqual(
    [newer, older, featured].map((slug) => slug ?? ""),
  );
});

test("the WhatsApp link carries the ready sentence; a number that is none gives no link", () => {
  const car = { brand: "Toyota", model: "Avanza", year: 2020, displayCode: "#A01", priceRupiah: 185_000_000 };
  const link = whatsappLink("0812-3456-789", interestText(car));
  expect(link).toStartWith("https://wa.me/628123456789?text=Halo%2C%20saya%20tertarik");
  expect(new URL(link ?? "").searchParams.get("text")).toBe(
    "Halo, saya tertarik dengan Toyota Avanza 2020 kode #A01 seharga Rp 185.000.000",
  );
  expect(whatsappLink("", "x")).toBeNull();
});
