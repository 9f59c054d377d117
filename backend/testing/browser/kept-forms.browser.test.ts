import { beforeEach, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { editCar, getCar, listCars } from "@/backend/features/cars";
import { addListedCar } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { type SignedIn, signIn } from "../sign-in";
import { createShowroom } from "../test-showroom";
import { openBrowser } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const { deps, siteUrl } = await serveShowrooms();
const browser = await openBrowser();
const TIMEOUT_MS = 60_000;
const CAR = { Merek: "Toyota", Model: "Avanza", Tahun: "2020", Warna: "Hitam", KM: "45rb" };

let page: Page;
let ctx: Ctx;
let dashboard: string;
let owner: SignedIn;
let sales: SignedIn;

beforeEach(async () => {
  const room = await createShowroom(deps);
  owner = await signIn(deps, room, "owner");
  sales = await signIn(deps, room, "sales", { permissions: ["upload"] });
  dashboard = `${siteUrl(room.tenant.subdomain)}/dashboard`;
  ctx = { tenant: room.tenant, actor: owner.actor, db: deps.db, clock: deps.clock, requestId: "browser" };
  page = await browser.newPage();
  await enterAs(owner);
});

test.each([
  ["has no signal", "abort"],
  ["ends in a fault", "fault"],
] as const)(
  "a new car whose sending %s is typed in again on the way back, and gone from the form once it is saved",
  async (_, how) => {
    await page.goto(`${dashboard}/stok/baru`);
    await typeCar();
    await page.route("**/stok/baru", (route) => {
      if (route.request().method() !== "POST") return route.continue();
      return how === "abort"
        ? route.abort("internetdisconnected")
        : route.fulfill({ status: 500, body: "Ada gangguan" });
    });
    const carId = await page.locator("input[name=carId]").inputValue();
    const isOver = how === "abort" ? page.waitForEvent("requestfailed") : page.waitForEvent("requestfinished");
    await page.getByRole("button", { name: "Simpan draf" }).click({ noWaitAfter: true });
    await isOver;
    await page.unroute("**/stok/baru");
    await page.goto(`${dashboard}/stok`);
    await page.goto(`${dashboard}/stok/baru`);
    await page.getByText("Isian ini belum disimpan.").waitFor();
    for (const [label, value] of Object.entries(CAR)) {
      expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value);
    }

    await page.getByRole("button", { name: "Simpan draf" }).click();
    await page.getByText("Avanza 2020 Hitam #A01 tersimpan.").waitFor();
    expect((await listCars(ctx)).cars.map(({ id }) => id)).toEqual([carId]);
    await page.goto(`${dashboard}/stok/baru`);
    expect(await page.getByLabel("Merek", { exact: true }).inputValue()).toBe("");
    expect(await page.getByText("Isian ini belum disimpan.").isVisible()).toBe(false);
    expect(await page.locator("input[name=carId]").inputValue()).not.toBe(carId);
    await page.close();
  },
  TIMEOUT_MS,
);

test(
  "going back from a sending that failed shows what was typed",
  async () => {
    await page.goto(`${dashboard}/stok/baru`);
    await typeCar();
    await page.route("**/stok/baru", (route) =>
      route.request().method() === "POST" ? route.fulfill({ status: 500, body: "Ada gangguan" }) : route.continue(),
    );
    await page.getByRole("button", { name: "Simpan draf" }).click();
    await page.getByText("Ada gangguan").waitFor();
    await page.goBack();
    await page.getByText("Isian ini belum disimpan.").waitFor();
    expect(await page.getByLabel("Model", { exact: true }).inputValue()).toBe("Avanza");
    await page.close();
  },
  TIMEOUT_MS,
);

test(
  "another form of the same address that is taken does not take what is typed and was never sent",
  async () => {
    await page.goto(`${dashboard}/pengaturan/jam`);
    await page.getByLabel("Tanggal").fill("2031-12-25");
    await page.getByLabel("Nama hari libur").fill("Natal");
    await page.getByRole("button", { name: "Tambah hari libur" }).click();
    await page.getByText("Natal ditambahkan.").waitFor();
    expect(await page.getByLabel("Nama hari libur").inputValue()).toBe("");
    await page.getByRole("button", { name: /^Hapus Natal/ }).click();
    await page.getByText("Natal dihapus.").waitFor();
    await page.getByLabel("Nama hari libur").fill("Cuti bersama");
    await page.getByRole("button", { name: "Kembalikan" }).click();
    await page.getByText("Natal ditambahkan.").waitFor();
    expect(await page.getByLabel("Nama hari libur").inputValue()).toBe("Cuti bersama");
    await page.close();
  },
  TIMEOUT_MS,
);

test(
  "what the owner typed is shown to nobody else who logs in in the same tab, and is gone after logging out",
  async () => {
    await page.goto(`${dashboard}/stok/baru`);
    await typeCar();
    expect(await remembered()).toContain("Avanza");
    await enterAs(sales);
    await page.goto(`${dashboard}/stok/baru`);
    expect(await page.getByLabel("Model", { exact: true }).inputValue()).toBe("");
    expect(await remembered()).not.toContain("Avanza");

    await enterAs(owner);
    await page.goto(`${dashboard}/stok/baru`);
    expect(await page.getByLabel("Model", { exact: true }).inputValue()).toBe("");
    await typeCar();
    await page.getByText(owner.user.name).first().click();
    await page.getByRole("button", { name: "Keluar" }).first().click();
    await page.getByRole("button", { name: "Masuk" }).waitFor();
    expect(await remembered()).toBe("");
    await page.close();
  },
  TIMEOUT_MS,
);

test(
  "what was typed is there again for the same person when a session ran out meanwhile",
  async () => {
    await page.goto(`${dashboard}/stok/baru`);
    await typeCar();
    await browser.clearCookies();
    await page.goto(`${dashboard}/stok/baru`);
    await page.getByRole("button", { name: "Masuk" }).waitFor();
    await enterAs(owner);
    await page.goto(`${dashboard}/stok/baru`);
    expect(await page.getByLabel("Model", { exact: true }).inputValue()).toBe("Avanza");
    await page.close();
  },
  TIMEOUT_MS,
);

test(
  "what is typed after dropping what stood against somebody else's change is no conflict",
  async () => {
    const { id: carId } = await addListedCar(ctx);
    await page.goto(`${dashboard}/stok/${carId}`);
    await page.getByLabel("Warna").fill("Silver");
    await editCar(ctx, { carId, changes: { color: "Putih" }, channel: "wa" });
    await page.reload();
    await page.getByRole("button", { name: "Buang isian" }).click();
    await page.getByLabel("Warna").fill("Merah");
    await page.getByRole("button", { name: "Simpan perubahan" }).click();
    await page.getByText("tersimpan.").waitFor();
    expect((await getCar(ctx, { carId })).color).toBe("Merah");
    await page.close();
  },
  TIMEOUT_MS,
);

async function typeCar(): Promise<void> {
  for (const [label, value] of Object.entries(CAR)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Transmisi").selectOption("Manual");
}

async function enterAs({ cookie }: SignedIn): Promise<void> {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await browser.clearCookies();
  await browser.addCookies([{ name, value, url: dashboard }]);
}

function remembered(): Promise<string> {
  return page.evaluate(() => Object.values({ ...sessionStorage }).join(" "));
}
