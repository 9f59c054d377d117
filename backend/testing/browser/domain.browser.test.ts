import { describe, expect, test } from "bun:test";
import type { BrowserContext, Page } from "playwright-core";
import { createApp } from "@/backend/app";
import { openDomainWorld } from "../domain-world";
import { signIn } from "../sign-in";
import { testClock } from "../test-database";
import { createShowroom } from "../test-showroom";
import { accessibilityProblems } from "./accessibility";
import { DESKTOP, openBrowser, PHONE } from "./open-browser";
import { serveShowrooms } from "./serve-showrooms";

const world = await openDomainWorld(testClock());
const { deps, siteUrl } = await serveShowrooms({ domains: world.deps });
const app = createApp(deps);
const withScripts = await openBrowser();
const withoutScripts = await openBrowser({ javaScriptEnabled: false });
let nextDomain = 0;

/** A page on which the owner of a new showroom is logged in. */
async function ownersPage(browser: BrowserContext, size: { width: number; height: number }) {
  const room = await createShowroom(deps);
  const { cookie } = await signIn(deps, room, "owner");
  const site = siteUrl(room.tenant.subdomain);
  const [name = "", value = ""] = cookie.split("=");
  await browser.addCookies([{ name, value, url: site }]);
  const page = await browser.newPage();
  await page.setViewportSize(size);
  nextDomain += 1;
  return { page, site, domain: `mobil-peramban-${nextDomain}.com` };
}

/** Sets what the page asks for, as the owner would at the registrar. */
async function setRecords(page: Page, domain: string): Promise<void> {
  const token = /[0-9a-f]{40}/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  world.zone.set(`_autoleads.${domain}`, { txt: [token] });
  for (const host of [domain, `www.${domain}`]) world.web.set(host, { type: "tokens", tokens: [token] });
}

async function looksRight(page: Page): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).toBeLessThanOrEqual(0);
}

describe.each([
  ["a phone", PHONE],
  ["a desktop", DESKTOP],
])("on %s", (_name, size) => {
  test("the owner enters a domain, is told what is missing, sets it and is redirected there", async () => {
    const { page, site, domain } = await ownersPage(withScripts, size);
    await page.goto(`${site}/dashboard/pengaturan/domain`);
    await looksRight(page);

    await page.getByLabel("Nama domain").fill("ini bukan domain");
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByText("Tulis seperti ini: showroomanda.com").first().waitFor();
    expect(await page.getByLabel("Nama domain").inputValue()).toBe("ini bukan domain");
    await looksRight(page);

    await page.getByLabel("Nama domain").fill(`www.${domain}`);
    await page.getByRole("button", { name: "Lanjut" }).click();
    await page.getByRole("heading", { name: "Record DNS yang dipasang" }).waitFor();
    await looksRight(page);

    await page.getByRole("button", { name: "Periksa sekarang" }).first().click();
    await page.getByText("Belum semua benar").waitFor();
    await page.getByText("Record TXT belum ditemukan").waitFor();
    await looksRight(page);

    await setRecords(page, domain);
    await page.getByRole("button", { name: "Periksa sekarang" }).first().click();
    await page.getByText(`www.${domain} aktif.`).waitFor();
    await looksRight(page);

    const redirect = await app.request(`${site}/mobil?brand=Toyota`, { headers: { host: new URL(site).host } });
    const location = redirect.headers.get("location") ?? "";
    expect([redirect.status, location]).toEqual([307, `https://www.${domain}/mobil?brand=Toyota`]);
    await serveDomain(page, `www.${domain}`);
    await page.goto(location);
    await page.locator("#hasil").waitFor();
    await page.close();
  });
});

test("without scripts the whole way works by plain forms, and giving the domain back asks first", async () => {
  const { page, site, domain } = await ownersPage(withoutScripts, DESKTOP);
  await page.goto(`${site}/dashboard/pengaturan/domain`);
  await page.getByLabel("Nama domain").fill(domain);
  await page.getByRole("button", { name: "Lanjut" }).click();
  expect(await page.getByRole("button", { name: /^Salin/ }).count()).toBe(0);
  await setRecords(page, domain);
  await page.getByRole("button", { name: "Periksa sekarang" }).first().click();
  await page.getByText(`${domain} aktif.`, { exact: true }).waitFor();

  await page.getByRole("link", { name: "Lepas domain" }).click();
  await page.getByRole("heading", { name: `Lepas ${domain}?` }).waitFor();
  await page.getByRole("button", { name: "Lepas domain" }).click();
  await page.getByText(`${domain} dilepas.`).waitFor();
  await page.close();
});

test("a value of a record is copied by its button", async () => {
  const { page, site, domain } = await ownersPage(withScripts, DESKTOP);
  await withScripts.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site });
  await page.goto(`${site}/dashboard/pengaturan/domain`);
  await page.getByLabel("Nama domain").fill(domain);
  await page.getByRole("button", { name: "Lanjut" }).click();
  await page.getByRole("button", { name: "Salin nilai record TXT" }).click();
  await page.getByText("Tersalin").waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(/^[0-9a-f]{40}$/);
  await page.close();
});

test("the API's documentation is readable with nothing from other hosts", async () => {
  const page = await withScripts.newPage();
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto(`${siteUrl("mana-saja")}/api/docs`);
  await page.getByText("/api/admin/domain/verify").first().waitFor();
  expect(problems).toEqual([]);
  expect([...hosts].filter((host) => host !== "" && host !== new URL(siteUrl("mana-saja")).host)).toEqual([]);
  await page.close();
});

/** The domain's DNS and certificate are not there in a test: its requests are answered by the app, under its own host. */
async function serveDomain(page: Page, host: string): Promise<void> {
  await page.route(`https://${host}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await app.request(`https://${host}${pathname}${search}`, { headers: { host } });
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
}
