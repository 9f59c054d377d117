import { describe, expect, test } from "bun:test";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { createCar, publishCar } from "@/backend/features/cars";
import { listPhotos, uploadPhotos } from "@/backend/features/photos";
import { loadSharp } from "@/backend/features/photos/load-sharp";
import { signIn } from "../sign-in";
import { testCtx } from "../test-database";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const FIXTURES = resolve(import.meta.dir, "../../features/photos/fixtures");
const PICTURES = ["same-car-orientation-1.jpg", "webp-gps.webp", "png-named.jpg"];

const { deps, port, siteUrl } = await serveShowrooms();
const room = await createShowroom(deps, { subdomain: "surabaya" });
const owner = await signIn(deps, room, "owner");
const site = siteUrl("surabaya");
const browser = await openBrowser();
const plainBrowser = await openBrowser({ javaScriptEnabled: false });
await logIn();

describe.each([
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("on %s", (_name, viewport) => {
  test("photos are uploaded with progress, put in order and the broken one is refused with a sentence", async () => {
    const car = await newCar();
    const page = await openPage(`/dashboard/stok/${car.id}/foto`, viewport);
    await page
      .getByLabel(/Tambah foto/)
      .setInputFiles([...PICTURES, "truncated.jpg"].map((file) => join(FIXTURES, file)));
    await page.getByText(/belum terkirim utuh/).waitFor();
    await waitForPictures(page, 3);
    expect(await accessibilityProblems(page)).toEqual([]);

    const before = await idsOf(car.id);
    await page.getByRole("button", { name: "Mundurkan foto 1" }).click();
    await waitForOrder(car.id, [before[1], before[0], before[2]]);
    await page.getByRole("button", { name: "Jadikan foto 3 sampul" }).click();
    await waitForOrder(car.id, [before[2], before[1], before[0]]);
    await page.getByRole("button", { name: "Urutkan foto 1" }).focus();
    await page.keyboard.press("Space");
    await heard(page, "Di urutan 1.");
    await pressUntilHeard(page, "ArrowRight", "Di urutan 2.");
    await page.keyboard.press("Space");
    await waitForOrder(car.id, [before[1], before[2], before[0]]);

    await page.getByRole("link", { name: "Hapus foto 1" }).click();
    await page.getByRole("heading", { name: /Hapus foto ini/ }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.close();
  });

  test("a plate is covered by drawing a box, and the public page shows the covered picture only", async () => {
    const car = await newCar(PICTURES.slice(0, 2));
    const publicPage = await openPage(`/${car.slug}`, viewport);
    const oldSource = await shownSource(publicPage);

    const page = await openPage(`/dashboard/stok/${car.id}/foto`, viewport);
    await page.getByRole("link", { name: /Samarkan plat foto 1/ }).click();
    // The drawing board, not the picture of the form it takes the place of.
    const stage = page.getByRole("img", { name: /Foto asli dengan/ });
    await stage.waitFor();
    const box = page.getByRole("button", { name: "Kotak 1", exact: true });
    // The stage takes its size when the picture has come: on a busy machine a first stroke may miss it.
    for (let stroke = 0; stroke < 5 && !(await box.isVisible()); stroke++) {
      await drawBox(page, stage, [0.2, 0.6], [0.5, 0.75]);
      await page.waitForTimeout(200);
    }
    await box.press("ArrowRight");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Pratinjau" }).click();
    await page.getByRole("button", { name: "Simpan foto" }).click();
    await page.getByText("Ditutup", { exact: true }).waitFor();
    await waitForPictures(page, 2);

    expect((await download(oldSource)).status).toBe(404);
    await publicPage.reload();
    const newSource = await shownSource(publicPage);
    expect(newSource).not.toBe(oldSource);
    expect(await colorAt(newSource, [0.36, 0.62])).toBe("covered");
    await Promise.all([page.close(), publicPage.close()]);
  });
});

test.each(["", "/editor"])("nothing is cut off at 360 px (%s)", async (suffix) => {
  const car = await newCar(PICTURES);
  const [photoId] = await idsOf(car.id);
  const page = await openPage(`/dashboard/stok/${car.id}/foto${suffix && `/${photoId}`}`, { width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.close();
});

test("photos are dragged with the mouse", async () => {
  const car = await newCar(PICTURES);
  const page = await openPage(`/dashboard/stok/${car.id}/foto`, DESKTOP);
  await waitForPictures(page, 3);
  const before = await idsOf(car.id);
  const [first, third] = await Promise.all([1, 3].map((number) => centre(page, `Foto ${number}`)));
  await page.mouse.move(...(first ?? [0, 0]));
  await page.mouse.down();
  await page.mouse.move(...(third ?? [0, 0]), { steps: 8 });
  await page.mouse.up();
  await waitForOrder(car.id, [before[1], before[2], before[0]]);
  await page.close();
});

test("without scripts the same is done by forms", async () => {
  const car = await newCar(PICTURES.slice(0, 2));
  const page = await plainBrowser.newPage();
  await page.setViewportSize(PHONE);
  await page.goto(`${site}/dashboard/stok/${car.id}/foto`);
  await page.getByLabel("Tambah foto").setInputFiles(join(FIXTURES, "png-named.jpg"));
  await page.getByRole("button", { name: "Unggah foto" }).click();
  await page.getByText("1 foto diunggah").waitFor();
  const before = await idsOf(car.id);
  await page.getByRole("button", { name: "Majukan foto 2" }).click();
  await waitForOrder(car.id, [before[1], before[0], before[2]]);
  await page.getByRole("link", { name: "Hapus foto 3" }).click();
  await page.getByRole("button", { name: "Hapus foto" }).click();
  await page.getByText("Foto sudah dihapus").waitFor();

  await page.getByRole("link", { name: /Samarkan plat foto 1/ }).click();
  await page.getByLabel("Kiri").first().fill("dua puluh");
  await page.getByRole("button", { name: "Simpan foto" }).click();
  await page.getByText("Isi angka 0 sampai 100").first().waitFor();
  expect(await page.getByLabel("Kiri").first().inputValue()).toBe("dua puluh");
  const mask = page.getByRole("group", { name: "Kotak penutup 1" });
  for (const [label, percent] of [
    ["Kiri", "20"],
    ["Atas", "60,5"],
    ["Lebar", "30"],
    ["Tinggi", "10"],
  ] as const) {
    await mask.getByLabel(label).fill(percent);
  }
  await page.getByRole("button", { name: "Simpan foto" }).click();
  await page.getByText("Foto disimpan.").waitFor();
  const [cover] = await listPhotos(ownerCtx(), { carId: car.id });
  expect(cover?.edits.masks).toEqual([{ x: 0.2, y: 0.605, width: 0.3, height: 0.1 }]);
  await page.close();
});

function ownerCtx() {
  return testCtx(deps.db, room.tenant, owner.actor, deps.clock);
}

async function newCar(pictures: readonly string[] = []) {
  const car = await createCar(ownerCtx(), {
    ...{ brand: "Toyota", model: "Avanza", year: 2020, color: "Hitam", transmission: "Manual", km: 45_000 },
    ...{ priceRupiah: 185_000_000, channel: "web", status: "draft" },
  });
  if (pictures.length === 0) return car;
  const files = await Promise.all(
    pictures.map(async (fileName) => ({ fileName, bytes: await Bun.file(join(FIXTURES, fileName)).bytes() })),
  );
  await uploadPhotos(ownerCtx(), deps.objectStore, { carId: car.id, files });
  await publishCar(ownerCtx(), { carId: car.id, channel: "web" });
  await until(async () => (await listPhotos(ownerCtx(), { carId: car.id })).every(({ status }) => status === "ready"));
  return car;
}

async function logIn(): Promise<void> {
  const [name = "", value = ""] = owner.cookie.split(/=(.*)/s);
  await Promise.all([browser, plainBrowser].map((one) => one.addCookies([{ name, value, url: site }])));
}

async function openPage(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewportSize(viewport);
  await page.goto(site + path, { waitUntil: "networkidle" });
  return page;
}

function waitForPictures(page: Page, count: number): Promise<unknown> {
  return page.waitForFunction(
    (wanted) => document.querySelectorAll('main img[src^="/media/"]').length === wanted,
    count,
  );
}

async function idsOf(carId: string): Promise<string[]> {
  return (await listPhotos(ownerCtx(), { carId })).map(({ id }) => id);
}

function waitForOrder(carId: string, wanted: readonly (string | undefined)[]): Promise<void> {
  return until(async () => (await idsOf(carId)).join() === wanted.join());
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await isTrue()) return;
    await Bun.sleep(50);
  }
  throw new Error("it never became true");
}

async function drawBox(page: Page, stage: ReturnType<Page["getByRole"]>, from: [number, number], to: [number, number]) {
  await stage.scrollIntoViewIfNeeded();
  const area = await stage.boundingBox();
  if (!area) throw new Error("the stage is not shown");
  const at = ([x, y]: [number, number]): [number, number] => [area.x + x * area.width, area.y + y * area.height];
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 6 });
  await page.mouse.up();
}

async function centre(page: Page, alt: string): Promise<[number, number]> {
  const area = await page.getByAltText(alt, { exact: true }).boundingBox();
  return area ? [area.x + area.width / 2, area.y + area.height / 2] : [0, 0];
}

function shownSource(page: Page): Promise<string> {
  return page
    .locator("[data-strip] img")
    .first()
    .evaluate((image: HTMLImageElement) => image.src);
}

/** Past the browser's cache. */
function download(source: string): Promise<Response> {
  const { pathname } = new URL(source);
  return fetch(`http://127.0.0.1:${port}${pathname}`, { headers: { host: new URL(site).host } });
}

/** What a screen reader says while a photo is moved. */
async function heard(page: Page, words: string): Promise<void> {
  await page.getByText(words).waitFor({ state: "attached" });
}

/** The listener for the arrows is there a moment after the photo was lifted, as for a person who presses again. */
async function pressUntilHeard(page: Page, key: string, words: string): Promise<void> {
  const said = page.getByText(words);
  for (let attempt = 0; attempt < 5 && (await said.count()) === 0; attempt += 1) {
    await page.keyboard.press(key);
    await said.waitFor({ state: "attached", timeout: 2_000 }).catch(() => undefined);
  }
  await said.waitFor({ state: "attached" });
}

/** Whether a point of a picture has the showroom's colour. */
async function colorAt(source: string, [x, y]: [number, number]): Promise<string> {
  const sharp = await loadSharp();
  const picture = sharp(await (await download(source)).bytes());
  const { width = 0, height = 0 } = await picture.metadata();
  const point = { left: Math.round(x * width), top: Math.round(y * height), width: 1, height: 1 };
  const [red = 0, green = 0, blue = 0] = await picture.extract(point).raw().toBuffer();
  const { primaryColor } = await deps.db.prisma.tenant.findUniqueOrThrow({ where: { id: room.tenant.id } });
  const wanted = [1, 3, 5].map((start) => Number.parseInt(primaryColor.slice(start, start + 2), 16));
  const distance = Math.max(...[red, green, blue].map((channel, index) => Math.abs(channel - (wanted[index] ?? 0))));
  return distance < 24 ? "covered" : `rgb(${red}, ${green}, ${blue})`;
}
