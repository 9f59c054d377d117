import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { createCar, deleteCar, editCar, setCarStatus } from "@/backend/features/cars";
import { publicCarRoutes } from "@/backend/features/cars/routes.public";
import { addListedCar, addPhoto, carInput } from "@/backend/features/cars/test-cars";
import type { SearchEntry } from "@/backend/features/insights";
import { createTenantDirectory } from "@/backend/features/tenants";
import { loadAssets } from "@/backend/http/assets";
import type { TenantEnv } from "@/backend/http/middleware/tenant";
import { createDiskObjectStore } from "@/backend/platform/object-store/disk-object-store";
import { createTenant, openTestDatabase, owner, testClock, testCtx } from "@/backend/testing/test-database";
import { buildAssets } from "@/scripts/build-assets";
import { storefrontRoutes } from "./index";

await buildAssets();
const db = await openTestDatabase();
const directory = createTenantDirectory(db);
const folder = await mkdtemp(join(tmpdir(), "autoleads-storefront-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
const objectStore = createDiskObjectStore(folder);
const assets = loadAssets();
const searches: SearchEntry[] = [];
const views: string[] = [];
const channel = "web" as const;
const phone = { "user-agent": "Mozilla/5.0 Chrome/141.0 Mobile" };

async function newShowroom() {
  const tenant = await createTenant(db);
  await db.prisma.tenant.update({
    where: { id: tenant.id },
    data: { phone: "08123456789", address: "Jl. Raya Darmo No. 123", city: "Surabaya", tagline: "Mobil pilihan" },
  });
  const clock = testClock();
  const deps = {
    ...{ db, clock, objectStore, assets },
    origin: { appDomain: "localhost", protocol: "http:", port: "3000" },
    searchLog: { record: (entry: SearchEntry) => searches.push(entry) },
    viewCounter: { record: (view: { carId: string }) => views.push(view.carId) },
  };
  const app = new Hono<TenantEnv>();
  app.use(async (c, next) => {
    const profile = await directory.byId(tenant.id);
    if (profile) c.set("tenant", profile);
    c.set("requestId", "test");
    await next();
  });
  app.route("/api/cars", publicCarRoutes(deps));
  app.route("/", storefrontRoutes(deps));
  const get = (path: string, headers: Record<string, string> = phone) => app.request(path, { headers });
  const html = async (path: string) => (await get(path)).text();
  return {
    tenant,
    clock,
    ctx: testCtx(db, tenant, owner, clock),
    get,
    html,
    origin: `http://${tenant.subdomain}.localhost:3000`,
  };
}

describe("nothing internal is in any public byte", () => {
  const plates = ["L 8765 QX", "N 4321 ZWV", "B 2468 KJH"];
  // Digits together with letters: digits alone also turn up in content hashes.
  const internal =
    /(8765[\s._-]*QX|4321[\s._-]*ZWV|2468[\s._-]*KJH)|STK-?\d|TEMP-?\d|771[.,]?177[.,]?000|originals\/|plate_?clean|cost_?price/i;
  const seen = new Map<string, string>();

  beforeAll(async () => {
    const { ctx, get } = await newShowroom();
    const texts = { description: "Plat L8765QX, mulus", keyFeatures: ["nopol l-8765-qx", "Velg racing"] };
    await addListedCar(ctx, { plate: plates[0], costPriceRupiah: 771_177_000, ...texts });
    const sold = await addListedCar(ctx, { plate: plates[1], color: "Putih" });
    await setCarStatus(ctx, { carId: sold.id, status: "sold", channel });
    const renamed = await addListedCar(ctx, { plate: plates[2], model: "Innova", fuel: "Diesel" });
    await editCar(ctx, { carId: renamed.id, changes: { color: "Silver" }, channel });
    await addListedCar(ctx, {});
    await createCar(ctx, carInput({ plate: "L 1 DRF", model: "Rush" }));
    for (let n = 0; n < 12; n++) await addListedCar(ctx, { model: "Brio", brand: "Honda" });
    await crawl(get, [
      ...["/", "/mobil", "/sitemap.xml", "/robots.txt", "/tidak-ada", `/${sold.slug}`, `/${renamed.slug}`],
      ...["/api/cars?limit=48", `/api/cars/${sold.slug}`, "/api/cars?search=B2468KJH", "/mobil?page=99", "/api/x"],
    ]);
  });

  /** Follows every address of the same site it finds in HTML, JSON and XML, redirects included. */
  async function crawl(get: (path: string) => Promise<Response> | Response, start: string[]): Promise<void> {
    const waiting = [...start];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      const response = await get(path);
      const text = await response.text();
      seen.set(path, `${path}\n${JSON.stringify([...response.headers])}\n${text}`);
      const found = [...text.matchAll(/(?:href="|<loc>|"slug":"|"url":")([^"<]+)/g)].map((match) => match[1] ?? "");
      for (const raw of [...found, response.headers.get("location") ?? ""]) {
        const address = raw
          .replaceAll("&amp;", "&")
          .replace(/^http:\/\/[^/]+localhost:3000/, "")
          .replace(/#.*/, "");
        const next = /^[a-z0-9-]+$/.test(address) ? `/api/cars/${address}` : address;
        if (/^\/(?!media|assets|og|\/)/.test(next) && !seen.has(next) && seen.size < 400) waiting.push(next);
      }
    }
  }

  test("the crawl reached the pages it is about", () => {
    const paths = [...seen.keys()];
    expect(paths.length).toBeGreaterThan(40);
    for (const part of [
      "/avanza-2020-hitam-a01",
      "/innova-2020-silver-i01",
      "/mobil?page=2",
      "/api/cars/brio",
      "/sitemap.xml",
    ]) {
      expect(paths.some((path) => path.startsWith(part))).toBe(true);
    }
  });

  test("no plate, stock code or cost price, in no page, header, address or document", () => {
    const leaks = [...seen].filter(
      ([path, bytes]) => internal.test(bytes.replaceAll(path, "")) && !path.includes("B2468KJH"),
    );
    expect(leaks.map(([path, bytes]) => `${path}: ${internal.exec(bytes)?.[0]}`)).toEqual([]);
  });

  test("no draft is linked or listed", () => {
    expect([...seen].filter(([, bytes]) => /rush-2020|"Rush"/.test(bytes)).map(([path]) => path)).toEqual([]);
  });
});

describe("pages", () => {
  test("home, listing and car say who, what and how much, with canonical address and structured data", async () => {
    const { ctx, html, origin } = await newShowroom();
    const { slug } = await addListedCar(ctx, { plate: "L 1234 AB", taxMonth: "2027-05" });
    const [home, listing, car] = [await html("/"), await html("/mobil"), await html(`/${slug}`)];
    expect(home).toContain(`<link rel="canonical" href="${origin}/"/>`);
    expect(home).toContain('"@type":"AutoDealer"');
    expect(listing).toContain('"@type":"ItemList"');
    expect(listing).toContain(`href="/${slug}"`);
    expect(car).toContain(`<link rel="canonical" href="${origin}/${slug}"/>`);
    for (const part of [
      '"@type":"Car"',
      '"price":185000000',
      "Plat L (Surabaya) · genap",
      "Mei 2027",
      "wa.me/628123456789",
      "/og/",
    ]) {
      expect(car).toContain(part);
    }
    for (const page of [home, listing, car]) expect(page).not.toMatch(/<script(?![^>]*(?:src=|ld\+json))/);
  });

  test("the policy allows the page's own style by its hash and no inline script", async () => {
    const { get } = await newShowroom();
    const response = await get("/mobil");
    const style = /<style>([\s\S]*?)<\/style>/.exec(await response.text())?.[1] ?? "";
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`'sha256-${new Bun.CryptoHasher("sha256").update(style).digest("base64")}'`);
    expect(policy).toContain("script-src 'self';");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("an old address redirects for good, an unknown one is a 404 with search, an address with a slash loses it", async () => {
    const { ctx, get } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    const { slug: newSlug } = await editCar(ctx, { carId, changes: { year: 2021 }, channel });
    const old = await get(`/${slug}`);
    expect([old.status, old.headers.get("location")]).toEqual([301, `/${newSlug}`]);
    const missing = await get("/tidak-ada");
    expect([missing.status, (await missing.text()).includes('name="search"')]).toEqual([404, true]);
    expect([(await get("/mobil/")).status, (await get("/mobil/")).headers.get("location")]).toEqual([301, "/mobil"]);
    for (const path of ["/a/b/c", "/%00", "/%E0%A4%A", "/AVANZA", "/og/x.jpg", "//evil.example/"]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get("/api/unknown")).headers.get("content-type")).toContain("json");
  });

  test("whatever the address says, a listing answers, and tells what it made of it", async () => {
    const { ctx, get } = await newShowroom();
    await addListedCar(ctx);
    for (const query of [
      "page=999",
      "page=-1&year=x",
      "minPrice=9&maxPrice=1",
      "brand=ferrari",
      "search=%00%27%3B--",
      "color=&color=",
      "brand=%00&model=a%00b&color=%0a",
      "search=a&search=b",
      "search=mobil+99999999999+seat+di+bawah+99999999999999+km+tahun+99999",
      "search=di+bawah+99999999999999999999+juta",
      "%E0%A4%A=%ff",
    ]) {
      const response = await get(`/mobil?${query}`);
      expect([query, response.status]).toEqual([query, 200]);
    }
    expect(await (await get("/mobil?page=999")).text()).toContain("Halaman 999 tidak ada");
    expect(await (await get("/mobil?search=avanza+putih")).text()).toContain("warna selain putih");
    expect(await (await get("/mobil?search=avansa")).text()).toContain("“avansa” kami baca sebagai Avanza");
  });

  test("what a shopper types is text, never markup", async () => {
    const { html } = await newShowroom();
    const page = await html(`/mobil?search=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(page).not.toContain("<script>alert");
  });
});

describe("a sold car", () => {
  test("is gone from home, listing, search, sitemap and API at the next request, and its page says so", async () => {
    const { ctx, get, html } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    await addListedCar(ctx, { model: "Brio", brand: "Honda", priceRupiah: 140_000_000 });
    const places = ["/", "/mobil", "/mobil?search=avanza", "/sitemap.xml", "/api/cars"];
    for (const place of places) expect([place, (await html(place)).includes(slug)]).toEqual([place, true]);
    expect((await get(`/${slug}`)).status).toBe(200);

    await setCarStatus(ctx, { carId, status: "sold", channel: "wa" });
    for (const place of places) expect([place, (await html(place)).includes(slug)]).toEqual([place, false]);
    const page = await get(`/${slug}`);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain("TERJUAL");
    expect(text).toContain('content="noindex, follow"');
    expect(text).not.toMatch(/185[.\s]?000|"@type":"Offer"/);
    expect((await get(`/api/cars/${slug}`)).status).toBe(404);
  });

  test("answers 410 after ninety days", async () => {
    const { ctx, get, clock } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    await setCarStatus(ctx, { carId, status: "sold", channel });
    await get(`/${slug}`);
    clock.advance(91 * 24 * 60 * 60 * 1000);
    const response = await get(`/${slug}`);
    expect([response.status, (await response.text()).includes("sudah lama terjual")]).toEqual([410, true]);
  });
});

describe("the page cache", () => {
  test("an unchanged page is a 304, in each encoding its own, until the catalogue changes", async () => {
    const { ctx, get } = await newShowroom();
    await addListedCar(ctx);
    const plain = await get("/mobil");
    const brotli = await get("/mobil", { "accept-encoding": "gzip, br" });
    const etag = plain.headers.get("etag") ?? "";
    expect(brotli.headers.get("content-encoding")).toBe("br");
    expect(brotli.headers.get("etag")).not.toBe(etag);
    expect((await get("/mobil", { "if-none-match": `"x", W/${etag}` })).status).toBe(304);
    await addListedCar(ctx);
    expect((await get("/mobil", { "if-none-match": etag })).status).toBe(200);
  });

  test("two showrooms never share a page", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const { slug } = await addListedCar(mine.ctx, { model: "Xenia" });
    expect(await mine.html("/mobil")).toContain(slug);
    expect(await theirs.html("/mobil")).not.toContain(slug);
    expect((await theirs.get(`/${slug}`)).status).toBe(404);
  });

  test("searches are logged and people's views counted also when the page comes from the cache", async () => {
    const { ctx, get } = await newShowroom();
    const { id, slug } = await addListedCar(ctx);
    searches.length = 0;
    views.length = 0;
    for (let n = 0; n < 3; n++) {
      await get("/mobil?search=avanza");
      await get(`/${slug}?utm_source=ig&n=${n}`);
      await get("/mobil");
    }
    expect(searches.map((entry) => [entry.terms, entry.resultCount])).toEqual(Array(3).fill(["avanza", 1]));
    expect(views).toEqual([id, id, id]);
  });

  test("a page does not go on saying the showroom is open after it closed", async () => {
    const { html, tenant, clock } = await newShowroom();
    const weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const hours = Object.fromEntries(weekday.map((day) => [day, [["09:00", "18:00"]]]));
    await db.prisma.tenant.update({ where: { id: tenant.id }, data: { businessHours: hours } });
    db.signals.dispatch("catalog", "");
    expect(await html("/")).toContain("Buka sekarang");
    clock.advance(8 * 60 * 60 * 1000 - 1);
    expect(await html("/")).toContain("Buka sekarang");
    clock.advance(1);
    expect(await html("/")).toContain("Tutup · buka besok 09.00");
  });
});

describe("files", () => {
  test("only this showroom's public pictures are served, for ever and as what they are", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const bytes = new Uint8Array([1, 2, 3]);
    const key = `photos/${mine.tenant.id}/abc-640.avif`;
    for (const stored of [key, `originals/${mine.tenant.id}/abc.jpg`, `photos/${mine.tenant.id}/page.json`]) {
      await objectStore.put(stored, bytes, "image/avif");
    }
    const served = await mine.get(`/media/${key}`);
    expect([served.status, served.headers.get("content-type")]).toEqual([200, "image/avif"]);
    expect(served.headers.get("cache-control")).toContain("immutable");
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(bytes);
    expect((await theirs.get(`/media/${key}`)).status).toBe(404);
    const refused = [
      `originals/${mine.tenant.id}/abc.jpg`,
      `photos/${mine.tenant.id}/page.json`,
      "photos/../../etc/passwd",
    ];
    for (const path of [...refused, `photos/${mine.tenant.id}/..%2f..%2fx.jpg`, `photos/${mine.tenant.id}/none.jpg`]) {
      expect([path, (await mine.get(`/media/${path}`)).status]).toEqual([path, 404]);
    }
  });

  test("the sharing picture is a JPEG, drawn once, and another one when the price changes", async () => {
    const { ctx, get, html } = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    const address = async () => /property="og:image" content="([^"]+)"/.exec(await html(`/${slug}`))?.[1] ?? "";
    const before = await address();
    const picture = await get(new URL(before).pathname);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
    expect((await picture.arrayBuffer()).byteLength).toBeLessThan(300_000);
    await editCar(ctx, { carId, changes: { priceRupiah: 170_000_000 }, channel });
    expect(await address()).not.toBe(before);
    await deleteCar(ctx, { carId, channel });
    expect((await get(new URL(before).pathname)).status).toBe(404);
  });

  test("a photo still being processed does not break a page", async () => {
    const { ctx, html } = await newShowroom();
    const photoId = await addPhoto(ctx);
    const { slug } = await createCar(ctx, carInput({ photoIds: [photoId], status: "available" }));
    await db.prisma.carPhoto.updateMany({
      where: { id: photoId },
      data: { status: "pending", variants: [], width: null },
    });
    expect(await html(`/${slug}`)).toContain("Foto sedang diproses");
  });
});
