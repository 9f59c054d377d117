import { describe, expect, test } from "bun:test";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { editCar, getCar, listCars } from "@/backend/features/cars";
import { addListedCar } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { signIn } from "../sign-in";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const PHOTO = resolve(import.meta.dir, "../../features/photos/fixtures/same-car-orientation-1.jpg");
const { deps, siteUrl } = await serveShowrooms();
const browser = await openBrowser();
const TIMEOUT_MS = 60_000;

type Room = { page: Page; ctx: Ctx; stock: string; site: string };

/** A showroom with its owner at the browser. */
async function openStock(size: { width: number; height: number }): Promise<Room> {
  const room = await createShowroom(deps);
  const owner = await signIn(deps, room, "owner");
  const site = siteUrl(room.tenant.subdomain);
  const [name = "", value = ""] = owner.cookie.split("=");
  await browser.addCookies([{ name, value, url: site }]);
  const page = await browser.newPage();
  await page.setViewportSize(size);
  const ctx: Ctx = { tenant: room.tenant, actor: owner.actor, db: deps.db, clock: deps.clock, requestId: "browser" };
  return { page, ctx, site, stock: `${site}/dashboard/stok` };
}

async function expectSound(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
}

describe.each([
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("on %s", (_, size) => {
  test(
    "a car goes from a pasted ad with a photo to the website, is sold, and the sale is undone",
    async () => {
      const { page, ctx, stock, site } = await openStock(size);
      await page.goto(stock);
      await page.getByRole("link", { name: "Tambah unit pertama" }).click();
      await page.getByText("Sudah punya iklannya?").click();
      await page
        .getByLabel("Teks iklan")
        .fill("Dijual Avanza 1.3 G 2020 manual hitam km 45rb harga 185jt plat L 1234 AB");
      await page.getByRole("button", { name: "Isi dari iklan" }).click();
      await page.getByText("Formulir sudah diisi dari iklan").waitFor();
      expect(await page.getByLabel("Plat nomor").inputValue()).toBe("L 1234 AB");
      await expectSound(page);

      await page.getByLabel("KM", { exact: true }).fill("banyak");
      await page.getByRole("button", { name: "Simpan dan terbitkan" }).click();
      await page.getByText("Tidak terbaca. Tulis seperti 45rb").first().waitFor();
      expect(await page.getByLabel("KM", { exact: true }).inputValue()).toBe("banyak");
      await page.getByLabel("KM", { exact: true }).fill("46rb");
      await page.getByLabel("Foto unit").setInputFiles(PHOTO);
      await page.getByRole("button", { name: "Simpan dan terbitkan" }).click();
      await page.getByText("sudah tayang di website").waitFor();
      await page.getByRole("heading", { level: 1, name: /Avanza 2020 Hitam #A01/ }).waitFor();
      await expectSound(page);
      const visitor = await browser.newPage();
      await visitor.goto(`${site}/avanza-2020-hitam-a01`);
      expect(await visitor.locator("main").textContent()).toContain("46.000");
      await visitor.close();

      await page.getByLabel("Harga terjual").fill("180jt");
      await page.getByRole("button", { name: "Tandai terjual" }).click();
      await page.getByText("sekarang Terjual").waitFor();
      await page.getByRole("button", { name: "Urungkan" }).click();
      await page.getByText(/Dikembalikan: Avanza 2020 Hitam #A01/).waitFor();
      expect((await listCars(ctx)).cars[0]).toMatchObject({
        status: "available",
        soldPriceRupiah: null,
        plate: "L 1234 AB",
      });
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "a car is added without photos",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      await page.goto(`${stock}/baru`);
      for (const [label, value] of Object.entries({ Merek: "Toyota", Model: "Avanza", Warna: "Hitam", KM: "45rb" })) {
        await page.getByLabel(label, { exact: true }).fill(value);
      }
      await page.getByLabel("Tahun", { exact: true }).fill("2020");
      await page.getByLabel("Transmisi").selectOption("Manual");
      await page.getByRole("button", { name: "Simpan draf" }).click();
      await page.getByText("Avanza 2020 Hitam #A01 tersimpan.").waitFor();
      expect((await listCars(ctx)).total).toBe(1);
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "rows are searched, ticked, changed at once after a question, and put back",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      await addListedCar(ctx, { plate: "L 1 AB" });
      await addListedCar(ctx, { brand: "Honda", model: "Brio" });
      await page.goto(stock);
      await expectSound(page);
      await page.getByLabel("Cari unit").last().fill("avansa manual");
      await page.keyboard.press("Enter");
      await page.waitForURL(/avansa/);
      await page.getByText("Toyota Avanza").first().waitFor();
      expect(await page.getByRole("link", { name: /Brio/ }).count()).toBe(0);

      await page.getByRole("checkbox", { name: "Pilih Avanza 2020 Hitam #A01" }).check();
      await page.getByLabel("Ubah yang dipilih").selectOption({ label: "Jadikan Booking" });
      await page.getByRole("button", { name: "Lanjut" }).click();
      await expectSound(page);
      await page.getByRole("button", { name: "Ya, ubah 1 unit" }).click();
      await page.getByText("1 unit diubah").waitFor();
      expect(page.url()).toContain("search=avansa");
      await page.getByRole("button", { name: "Urungkan" }).click();
      await page.getByText("1 unit dikembalikan").waitFor();
      expect((await listCars(ctx, { brand: "Toyota" })).cars[0]?.status).toBe("available");
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "the second of two editors is shown what changed and chooses",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      const { id: carId } = await addListedCar(ctx);
      await page.goto(`${stock}/${carId}`);
      const actor = {
        type: "user",
        userId: crypto.randomUUID(),
        name: "Sari",
        role: "admin",
        permissions: [],
      } as const;
      await editCar({ ...ctx, actor }, { carId, changes: { km: 50_000, color: "Putih" }, channel: "web" });

      await page.getByLabel("KM", { exact: true }).fill("46rb");
      await page.getByLabel("Deskripsi").fill("Mulus sekali");
      await page.getByRole("button", { name: "Simpan perubahan" }).click();
      await page.getByRole("heading", { name: "Unit ini baru saja diubah orang lain" }).waitFor();
      await expectSound(page);
      expect(await page.getByRole("radio", { name: /Putih/ }).isChecked()).toBe(true);
      await page.getByRole("radio", { name: /46.000 km/ }).check();
      await page.getByRole("button", { name: "Simpan pilihan" }).click();
      await page.getByText("tersimpan.").waitFor();
      expect(await getCar(ctx, { carId })).toMatchObject({ km: 46_000, color: "Putih", description: "Mulus sekali" });
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "what is typed and not saved yet outlives another form and leaving the page, until it is saved or dropped",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      const { id: carId } = await addListedCar(ctx);
      const notes = page.getByLabel("Catatan kondisi");
      const featured = page.getByRole("switch", { name: "Unit unggulan" });
      await page.goto(`${stock}/${carId}`);
      await notes.fill("Baret di pintu kiri");
      await featured.check();
      await page.getByRole("button", { name: "Tandai booking" }).click();
      await page.getByText("sekarang Booking").waitFor();
      expect([await notes.inputValue(), await featured.isChecked()]).toEqual(["Baret di pintu kiri", true]);
      await page.getByText("Isian ini belum disimpan.").waitFor();
      await expectSound(page);

      await page.getByLabel("KM", { exact: true }).fill("banyak");
      await page.getByRole("button", { name: "Simpan perubahan" }).click();
      await page.getByText("Tidak terbaca. Tulis seperti 45rb").first().waitFor();
      await page.goto(stock);
      await page.goto(`${stock}/${carId}`);
      expect([await notes.inputValue(), await page.getByLabel("KM", { exact: true }).inputValue()]).toEqual([
        "Baret di pintu kiri",
        "banyak",
      ]);
      await page.getByLabel("KM", { exact: true }).fill("46rb");
      await page.getByRole("button", { name: "Simpan perubahan" }).click();
      await page.getByText("tersimpan.").waitFor();
      expect(await getCar(ctx, { carId })).toMatchObject({ conditionNotes: "Baret di pintu kiri", featured: true });

      await notes.fill("Salah ketik");
      await page.reload();
      await page.getByRole("button", { name: "Buang isian" }).click();
      expect(await notes.inputValue()).toBe("Baret di pintu kiri");
      await page.reload();
      expect(await notes.inputValue()).toBe("Baret di pintu kiri");
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "what was typed into a field that somebody else changed meanwhile asks instead of writing over it",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      const { id: carId } = await addListedCar(ctx);
      await page.goto(`${stock}/${carId}`);
      await page.getByLabel("Warna").fill("Silver");
      await editCar(ctx, { carId, changes: { color: "Putih" }, channel: "wa" });
      await page.reload();
      expect(await page.getByLabel("Warna").inputValue()).toBe("Silver");
      await page.getByRole("button", { name: "Simpan perubahan" }).click();
      await page.getByRole("heading", { name: "Unit ini baru saja diubah orang lain" }).waitFor();
      expect((await getCar(ctx, { carId })).color).toBe("Putih");
      await page.close();
    },
    TIMEOUT_MS,
  );

  test(
    "a sheet is checked before it is imported",
    async () => {
      const { page, ctx, stock } = await openStock(size);
      await page.goto(`${stock}/impor`);
      await expectSound(page);
      const text =
        "Nopol,Merk,Model,Tahun,Warna,Transmisi,KM,Harga\nL 3 AB,Honda,Brio,2021,Merah,AT,20rb,150jt\nL 4 AB,Honda,Brio,abc,Merah,AT,20rb,150jt\n";
      await page
        .getByLabel("File CSV")
        .setInputFiles({ name: "stok.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Periksa file" }).click();
      await page.getByText("Tahun: Harus angka bulat").waitFor();
      await expectSound(page);
      expect((await listCars(ctx)).total).toBe(0);
      await page.getByRole("button", { name: "Simpan 1 unit" }).click();
      await page.getByRole("heading", { name: "Impor selesai" }).waitFor();
      expect((await listCars(ctx)).cars.map(({ plate }) => plate)).toEqual(["L 3 AB"]);
      await page.close();
    },
    TIMEOUT_MS,
  );
});
