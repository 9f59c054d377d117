import { describe, expect, test } from "bun:test";
import type { BrowserContext, Page } from "playwright-core";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { type SignedIn, signIn } from "../sign-in";
import { testCtx } from "../test-database";
import { createShowroom, type TestShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const { deps, siteUrl } = await serveShowrooms();
const browser = await openBrowser();
const withoutScripts = await openBrowser({ javaScriptEnabled: false });
const REPORTS = ["", "/pencarian", "/unit", "/respons", "/asisten", "/perintah"];

/** A showroom in which things have happened today. */
async function busyShowroom() {
  const room = await createShowroom(deps);
  const owner = await signIn(deps, room, "owner");
  const ctx = testCtx(deps.db, room.tenant, owner.actor, deps.clock);
  const car = await addListedCar(ctx);
  await withTenant(ctx, async (tx) => {
    const tenantId = room.tenant.id;
    await tx.lead.create({ data: { tenantId, name: "Andi", phone: "6281230000001", source: "wa", status: "hot" } });
    await tx.searchLog.create({ data: { tenantId, terms: "alphard", resultCount: 0, channel: "wa" } });
    await tx.carViewDay.create({ data: { tenantId, carId: car.id, day: new Date(), views: 12 } });
    await tx.event.create({
      data: { tenantId, type: "command.run", actor: { ...owner.actor }, data: { command: "list" } },
    });
    const device = await tx.device.findFirstOrThrow();
    const chat = { tenantId, deviceId: device.id, persona: "customer" as const, chatId: "6281230000001", unread: 3 };
    const { id: conversationId } = await tx.conversation.create({ data: { ...chat, attention: "complaint" } });
    const message = { tenantId, conversationId, deviceId: device.id, text: "Halo" };
    await tx.message.create({ data: { ...message, direction: "inbound", sender: "customer", status: "received" } });
    await tx.message.create({ data: { ...message, direction: "outbound", sender: "bot", status: "sent" } });
  });
  return { room, owner };
}

async function open(context: BrowserContext, room: TestShowroom, person: SignedIn, size: typeof PHONE): Promise<Page> {
  const [name = "", value = ""] = person.cookie.split("=");
  await context.addCookies([{ name, value, url: siteUrl(room.tenant.subdomain) }]);
  const page = await context.newPage();
  await page.setViewportSize(size);
  return page;
}

async function looksRight(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
}

describe.each([
  ["a small phone", { width: 360, height: 740 }],
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("on %s", (_name, size) => {
  test("overview and every report are accessible and fit the screen, with much and with nothing to show", async () => {
    const busy = await busyShowroom();
    const emptyRoom = await createShowroom(deps);
    const empty = { room: emptyRoom, owner: await signIn(deps, emptyRoom, "owner") };
    for (const { room, owner } of [busy, empty]) {
      const page = await open(browser, room, owner, size);
      for (const path of ["", ...REPORTS.map((report) => `/laporan${report}`), "/tidak-ada"]) {
        await page.goto(`${siteUrl(room.tenant.subdomain)}/dashboard${path}`);
        await looksRight(page);
      }
      await page.close();
    }
  }, 60_000);

  test("the reports' numbers are drawn as charts, under the strict policy", async () => {
    const { room, owner } = await busyShowroom();
    const page = await open(browser, room, owner, size);
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(`${siteUrl(room.tenant.subdomain)}/dashboard/laporan/unit`);
    await page.getByRole("img", { name: /Halaman unit dilihat per hari/ }).waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});

test("somebody with a keyboard skips the navigation, opens the user menu and logs out", async () => {
  const { room, owner } = await busyShowroom();
  const page = await open(browser, room, owner, DESKTOP);
  await page.goto(`${siteUrl(room.tenant.subdomain)}/dashboard`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Langsung ke isi");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("konten");

  await page.locator("aside summary").focus();
  await page.keyboard.press("Enter");
  await looksRight(page);
  await page.locator("aside").getByRole("button", { name: "Keluar" }).press("Enter");
  await page.waitForURL(/\/dashboard\/masuk/);
  await page.close();
});

test("without scripts a phone gets to the reports by the menu and reads the numbers", async () => {
  const { room, owner } = await busyShowroom();
  const page = await open(withoutScripts, room, owner, PHONE);
  await page.goto(`${siteUrl(room.tenant.subdomain)}/dashboard`);
  await page.locator(".bottombar summary").click();
  await page.locator(".bottombar").getByRole("link", { name: "Laporan" }).click();
  await page.getByRole("heading", { name: "Laporan" }).waitFor();
  await page.getByRole("link", { name: "Unit dilihat" }).click();
  await page.getByRole("cell", { name: "12", exact: true }).waitFor();
  await page.close();
});
