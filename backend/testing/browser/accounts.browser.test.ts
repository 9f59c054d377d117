import { describe, expect, test } from "bun:test";
import type { Page } from "playwright-core";
import { hashPassword } from "@/backend/features/accounts/passwords/password-hash";
import { codeAt } from "@/backend/features/accounts/totp/one-time-code";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const PASSWORD = "kereta-api-malam";
const { deps, siteUrl } = await serveShowrooms();
const browser = await openBrowser();

async function openShowroom(subdomain: string) {
  const room = await createShowroom(deps, { subdomain });
  const passwordHash = await hashPassword(PASSWORD);
  await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.user.updateMany({ where: { role: "owner" }, data: { passwordHash } }),
  );
  return `${siteUrl(subdomain)}/dashboard`;
}

async function logIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByRole("button", { name: "Masuk" }).click();
}

async function expectGoodPage(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
}

describe.each([
  ["phone", PHONE],
  ["desktop", DESKTOP],
] as const)("on a %s", (name, viewport) => {
  test("the owner invites sales, who sets a password, logs in, and sees nothing of the team", async () => {
    const dashboard = await openShowroom(`tim-${name}`);
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.goto(`${dashboard}/pengaturan/tim`);
    await expectGoodPage(page);
    await logIn(page, "o@x.id", "bukan-ini");
    await page.getByText("E-mail atau kata sandi salah.").waitFor();
    await expectGoodPage(page);
    await logIn(page, "o@x.id", PASSWORD);
    await page.getByRole("heading", { level: 1, name: "Tim" }).waitFor();
    await expectGoodPage(page);

    await page.getByRole("link", { name: "Undang anggota" }).click();
    await page.getByLabel("Nama", { exact: true }).fill("Dewi");
    await page.getByLabel("E-mail").fill("dewi@contoh.id");
    await page.getByLabel(/Nomor WhatsApp/).fill("12");
    await page.getByRole("button", { name: "Simpan dan buat tautan" }).click();
    await page.getByRole("alert").waitFor();
    await expectGoodPage(page);
    await page.getByLabel(/Nomor WhatsApp/).fill("0812-3333-4444");
    await page.getByRole("button", { name: "Simpan dan buat tautan" }).click();
    const link = await page.getByLabel("Tautan sekali pakai").inputValue();
    await page.getByRole("button", { name: "Salin tautan" }).waitFor();
    await expectGoodPage(page);

    await page.context().clearCookies();
    await page.goto(link);
    await expectGoodPage(page);
    await page.getByLabel("Kata sandi baru", { exact: true }).fill("hujan-di-bulan-juni");
    await page.getByLabel("Ulangi kata sandi baru").fill("hujan-di-bulan-juni");
    await page.getByRole("button", { name: "Simpan kata sandi" }).click();
    await page.getByText("Kata sandi tersimpan").waitFor();
    await logIn(page, "dewi@contoh.id", "hujan-di-bulan-juni");
    await page.waitForURL(dashboard);
    const team = await page.goto(`${dashboard}/pengaturan/tim`);
    expect(team?.status()).toBe(403);
    await page.context().clearCookies();
    await page.close();
  }, 60_000);

  test("a form whose session ended is not lost", async () => {
    const dashboard = await openShowroom(`form-${name}`);
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.goto(`${dashboard}/pengaturan/tim/undang`);
    await logIn(page, "o@x.id", PASSWORD);
    await page.getByLabel("Nama", { exact: true }).fill("Rina");
    await page.getByLabel("E-mail").fill("rina@contoh.id");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "Simpan dan buat tautan" }).click();
    await page.getByText("Sesi Anda sudah berakhir").waitFor();
    await expectGoodPage(page);
    await logIn(page, "o@x.id", PASSWORD);
    await page.getByRole("heading", { name: "Kirim isian Anda" }).waitFor();
    await expectGoodPage(page);
    await page.getByRole("button", { name: "Kirim sekarang" }).click();
    await page.getByRole("heading", { name: "Undangan untuk Rina" }).waitFor();
    await page.context().clearCookies();
    await page.close();
  }, 60_000);

  test("the owner switches the second step on, is asked for it, and enters with a recovery code", async () => {
    const dashboard = await openShowroom(`dua-langkah-${name}`);
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.goto(`${dashboard}/pengaturan/akun`);
    await logIn(page, "o@x.id", PASSWORD);
    await page.getByRole("heading", { level: 1, name: "Akun saya" }).waitFor();
    await expectGoodPage(page);
    await page.getByRole("link", { name: "Aktifkan" }).click();
    await page.getByLabel("Kata sandi Anda").fill(PASSWORD);
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByText("Tidak bisa memindai?").click();
    await expectGoodPage(page);
    const secret = ((await page.locator("details[open] .num").textContent()) ?? "").replaceAll(" ", "");
    await page.getByLabel("Kode 6 angka dari aplikasi").fill(codeAt(secret, new Date()));
    await page.getByRole("button", { name: "Aktifkan" }).click();
    await page.getByRole("heading", { name: "Simpan kode cadangan ini" }).waitFor();
    await expectGoodPage(page);
    const code = (await page.locator("main ul.num li").first().textContent()) ?? "";

    await page.context().clearCookies();
    await page.goto(`${dashboard}/pengaturan/akun`);
    await logIn(page, "o@x.id", PASSWORD);
    await page.getByRole("heading", { name: "Verifikasi dua langkah" }).waitFor();
    await expectGoodPage(page);
    await page.getByLabel("Kode").fill(code);
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByRole("heading", { level: 1, name: "Akun saya" }).waitFor();
    await page.context().clearCookies();
    await page.close();
  }, 60_000);
});
