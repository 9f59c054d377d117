import { describe, expect, test } from "bun:test";
import { join, resolve } from "node:path";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { openBrowser } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const FIXTURES = resolve(import.meta.dir, "../../features/photos/fixtures");
const ALBUM = [1, 2, 3, 4, 5].map((number) => join(FIXTURES, `same-car-orientation-${number}.jpg`));

const { deps, port, siteUrl } = await serveShowrooms();
await createShowroom(deps, { subdomain: "surabaya" });
const browser = await openBrowser();

describe("a newcomer puts a car online in the phone simulator and sells it", () => {
  test("from five photos to TERJUAL, on the phone and on the site", async () => {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/simulator`);
    const phone = page.getByLabel(/^Ponsel Pemilik/).first();
    const write = async (text: string, answer: string | RegExp) => {
      await phone.getByLabel("Ketik pesan").fill(text);
      await phone.getByLabel("Kirim", { exact: true }).click();
      await phone.getByText(answer).last().waitFor();
    };

    await phone.getByLabel("Ketik pesan").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await write("/upload", "Kirim foto mobil (maks 10 foto).");
    await phone.locator('input[type="file"]').setInputFiles(ALBUM);
    await phone.getByLabel("Kirim", { exact: true }).click();
    await phone.getByText("5 foto diterima").waitFor();
    await write("B1234XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam", "Kode stok: STK-001");
    await write("velg racing, spoiler", /Catatan kondisi/);
    await write("SKIP", "1 = Publish sekarang");
    await write("1", /BERHASIL PUBLISH! Unit #A01 \(B 1234 XYZ\) sudah live!/);

    const site = await browser.newPage();
    await site.goto(`${siteUrl("surabaya")}/mobil`);
    await site.getByRole("searchbox").first().fill("avansa itm manual");
    await site.getByRole("searchbox").first().press("Enter");
    await site
      .getByRole("link", { name: /Avanza 2020 Hitam/ })
      .first()
      .click();
    await site.getByRole("heading", { level: 1, name: /Avanza 2020 Hitam/ }).waitFor();
    expect(await site.content()).not.toMatch(/B\s?1234\s?XYZ/);

    await write("#A01 terjual", /Ketik YA/);
    await write("YA", /sekarang TERJUAL/);
    await site.reload();
    expect(await site.getByText(/terjual/i).count()).toBeGreaterThan(0);
    await site.goto(`${siteUrl("surabaya")}/mobil?search=avanza`);
    expect(await site.getByRole("link", { name: /Avanza 2020 Hitam/ }).count()).toBe(0);
    await Promise.all([page.close(), site.close()]);
  });
});
