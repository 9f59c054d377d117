import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { Locator, Page } from "playwright-core";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const { deps, port } = await serveShowrooms();
await createShowroom(deps, { subdomain: "surabaya" });
await createShowroom(deps, { subdomain: "malang" });
const browser = await openBrowser();
const origin = `http://localhost:${port}`;

let page: Page;
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(`${origin}/health`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(`${origin}/simulator`);
  await phone(/^Ponsel Pemilik/).waitFor();
});
afterEach(() => page.close());

describe("the whole team's story in the phone simulator", () => {
  test("a customer's chat appears on the showroom's phone, and whoever types there takes it over", async () => {
    await page.getByRole("button", { name: /^Cerita lengkap/ }).click();
    const [customer, showroom] = [phone(/^Ponsel Pelanggan/), phone(/^Ponsel HP showroom/)];
    const strip = page.locator(".strip");
    await write(customer, "Ada Avanza?");
    await strip.getByText(/Bot menjawab/).waitFor();

    await showroom.getByRole("button", { name: /Ada Avanza|Bot/ }).click();
    await showroom.getByText("Ada Avanza?").waitFor();
    await write(showroom, "Halo kak, saya Budi");
    await customer.getByText("Halo kak, saya Budi").waitFor();
    await customer.getByText("Tim showroom").waitFor();
    await strip.getByText(/HP showroom mengambil alih/).waitFor();

    await showroom.getByRole("button", { name: "Kembali ke daftar chat" }).click();
    await showroom.getByRole("button", { name: /Halo kak, saya Budi.*HP showroom/s }).waitFor();
  });

  test("a step of the story opens the customer's chat on the showroom's phone and waits there to be sent", async () => {
    await page.getByRole("button", { name: /^Cerita lengkap/ }).click();
    await page.getByRole("button", { name: /Ada Avanza 2020 hitam.*Pelanggan:/ }).click();
    await page.keyboard.press("Enter");
    await page
      .locator(".strip")
      .getByText(/Bot menjawab/)
      .waitFor();
    await page
      .getByRole("button", { name: /Halo kak, saya/ })
      .first()
      .click();
    const box = phone(/^Ponsel HP showroom/).getByLabel("Ketik pesan");
    expect(await box.inputValue()).toContain("Halo kak, saya Budi dari tim sales");
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
  });
});

describe("the phones on the page", () => {
  test("are added and removed with the keyboard, and are still there at the next visit", async () => {
    await page.getByRole("button", { name: "Tambah HP" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^HP showroom/ }).focus();
    await page.keyboard.press("Enter");
    await phone(/^Ponsel HP showroom/).waitFor();
    await page.getByRole("button", { name: /^Singkirkan HP Pak Hadi/ }).focus();
    await page.keyboard.press("Enter");
    await page.reload();
    await phone(/^Ponsel HP showroom/).waitFor();
    expect(await page.locator("section.phone").count()).toBe(3);
    expect(await phone(/^Ponsel Pemilik/).count()).toBe(0);
  });

  test("are tabs on a small screen", async () => {
    await page.setViewportSize(PHONE);
    const tabs = page.getByRole("navigation", { name: "Pilih ponsel" });
    await tabs.getByRole("button", { name: "Panduan" }).click();
    await page.getByRole("button", { name: /^Cerita lengkap/ }).click();
    await tabs.getByRole("button", { name: "HP showroom" }).click();
    await phone(/^Ponsel HP showroom/).waitFor();
    await phone(/^Ponsel Pelanggan/).waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
  });

  test.each([DESKTOP, PHONE])("have no accessibility problem at $width px, whatever is open", async (size) => {
    await page.getByRole("button", { name: /^Cerita lengkap/ }).click();
    await write(phone(/^Ponsel Pelanggan/), "Ada Avanza?");
    await page
      .locator(".strip")
      .getByText(/Bot menjawab/)
      .waitFor();
    await page.setViewportSize(size);
    const isSmall = size === PHONE;
    const show = (tab: string) => isSmall && page.locator(".phone-tabs").getByRole("button", { name: tab }).click();

    await show("Panduan");
    expect(await accessibilityProblems(page)).toEqual([]);
    await show("HP showroom");
    expect(await accessibilityProblems(page)).toEqual([]);
    await phone(/^Ponsel HP showroom/)
      .locator(".chat-list button")
      .first()
      .click();
    await write(phone(/^Ponsel HP showroom/), "Halo kak");
    await page.locator(".holder-mark[data-holder=showroom_phone]").first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Tambah HP" }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize(DESKTOP);
  });
});

function phone(name: RegExp): Locator {
  return page.getByLabel(name).first();
}

async function write(on: Locator, text: string): Promise<void> {
  await on.getByLabel("Ketik pesan").fill(text);
  await on.getByLabel("Kirim", { exact: true }).click();
  await on.getByText(text, { exact: true }).first().waitFor();
}
