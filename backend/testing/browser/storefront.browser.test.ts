import { describe, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { createCar } from "@/backend/features/cars";
import { addPhotos, storeOriginal } from "@/backend/features/photos";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { drawCar } from "@/prisma/seed-art/draw-car";
import { owner, testCtx } from "../test-database";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const { deps, siteUrl } = await serveShowrooms();
const room = await createShowroom(deps, { subdomain: "surabaya" });
await stockCars();
const site = siteUrl("surabaya");
const browser = await openBrowser();
const withoutScripts = await openBrowser({ javaScriptEnabled: false });

const PAGES = [
  "/",
  "/mobil",
  "/mobil?search=inova+diesel",
  "/mobil?search=ferrari",
  "/avanza-2020-hitam-a01",
  "/tidak-ada",
];

describe.each([
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("on %s", (_name, viewport) => {
  test.each(PAGES)("%s fits, has no error and passes WCAG 2.2 AA", async (path) => {
    const page = await openPage(path, viewport);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });
});

describe("without JavaScript", () => {
  test("searching, filtering and sorting work by plain forms and links", async () => {
    const page = await withoutScripts.newPage();
    await page.goto(`${site}/mobil`);
    await page.getByRole("checkbox", { name: /Honda/ }).first().check();
    await page
      .getByRole("button", { name: /Tampilkan/ })
      .first()
      .click();
    await page.waitForURL(/brand=Honda/i);
    expect(await carNames(page)).toEqual(["Jazz 2019 Putih"]);

    await page.goto(`${site}/mobil?sort=price_asc`);
    expect((await carNames(page))[0]).toBe("Avanza 2020 Hitam");
  });

  test("every photo of a car can be reached by swiping", async () => {
    const page = await withoutScripts.newPage();
    await page.setViewportSize(PHONE);
    await page.goto(`${site}/avanza-2020-hitam-a01`);
    expect(await page.locator("picture img").count()).toBeGreaterThan(1);
  });
});

test("choosing a filter with JavaScript changes the list without leaving the page", async () => {
  const page = await openPage("/mobil", DESKTOP);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await page.getByRole("checkbox", { name: /Honda/ }).first().check();
  await page.waitForURL(/brand=Honda/i);
  await page
    .locator("#hasil")
    .getByRole("link", { name: /Avanza/ })
    .first()
    .waitFor({ state: "detached" });
  expect(await page.evaluate(() => "stillHere" in window)).toBe(true);
});

test("the showroom's photos arrive in modern formats, sized, and none is broken", async () => {
  const page = await openPage("/avanza-2020-hitam-a01", PHONE);
  const image = page.locator("picture img").first();
  await image.evaluate((element: HTMLImageElement) => element.decode());
  expect(await image.evaluate((element: HTMLImageElement) => element.currentSrc)).toMatch(/\.avif$/);
  expect(await image.getAttribute("width")).not.toBeNull();
});

async function openPage(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewportSize(viewport);
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(`${site}${path}`, { waitUntil: "networkidle" });
  expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
  return page;
}

async function carNames(page: Page): Promise<string[]> {
  const names = await page.locator("#hasil article h3, #hasil li h3").allInnerTexts();
  return names.map((name) => name.replace(/\s*#\w+\s*$/, "").trim());
}

async function stockCars(): Promise<void> {
  const ctx = testCtx(deps.db, room.tenant, owner, deps.clock);
  const photos = await Promise.all(
    (["side", "rear"] as const).map(async (view) => {
      const stored = await storeOriginal(
        deps.objectStore,
        room.tenant.id,
        await drawCar({ bodyType: "mpv", colorName: "hitam", view, seed: 2 }),
      );
      if (!stored.ok) throw new Error(stored.userMessage);
      return stored.photo;
    }),
  );
  const cars = [
    { brand: "Toyota", model: "Avanza", year: 2020, color: "Hitam", priceRupiah: 185_000_000, transmission: "Manual" },
    { brand: "Honda", model: "Jazz", year: 2019, color: "Putih", priceRupiah: 215_000_000, transmission: "Matic" },
    {
      brand: "Toyota",
      model: "Innova",
      year: 2018,
      color: "Silver",
      priceRupiah: 275_000_000,
      transmission: "Matic",
      fuel: "Diesel",
    },
  ];
  for (const car of cars) {
    await withTenant(ctx, async (tx) => {
      const photoIds = await addPhotos(joined(ctx, tx), photos);
      await createCar(joined(ctx, tx), {
        ...car,
        km: 45_000,
        photoIds,
        status: "available",
        channel: "web",
        conditionNotes: "Mulus",
      });
    });
  }
  for (let attempt = 0; attempt < 200; attempt++) {
    const pending = await withTenant(ctx, (tx) => tx.carPhoto.count({ where: { status: "pending" } }));
    if (pending === 0) return;
    await Bun.sleep(100);
  }
  throw new Error("photos were not processed");
}
