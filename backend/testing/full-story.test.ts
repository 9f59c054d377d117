import { afterAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createApp } from "@/backend/app";
import type { Deps } from "@/backend/deps";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { type App, crawl } from "./crawl";
import { startFakeFonnte } from "./fake-fonnte";
import {
  createShowroom,
  createTestDeps,
  runJobs,
  say,
  sendPhotos,
  startLanes,
  type TestShowroom,
} from "./test-showroom";

const FIXTURES = resolve(import.meta.dir, "../features/photos/fixtures");
const ALBUM = [1, 2, 3, 4, 5].map((number) => `same-car-orientation-${number}.jpg`);
const DETAILS = "B1234XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam";
const SLUG = "avanza-2020-hitam-a01";

/** Writes as the owner and gives back what the showroom answered. */
type Owner = { writes(text: string): Promise<string>; sendsAlbum(): Promise<string> };

type World = { deps: Deps; app: App; room: TestShowroom; owner: Owner };

const simulated = await simulatorWorld();
const fonnte = await fonnteWorld();

describe.each([
  ["the simulator", simulated],
  ["Fonnte", fonnte],
])("an owner's photos become a live page and a sale takes it down, through %s", (_name, world) => {
  const { owner, deps } = world;

  test("five photos and one line are published after the recap", async () => {
    expect(await owner.writes("/upload")).toContain("Kirim foto mobil");
    expect(await owner.sendsAlbum()).toContain("5 foto diterima");
    expect(await owner.writes(DETAILS)).toContain("Kode: #A01");
    await owner.writes("velg racing, spoiler");
    expect(await owner.writes("body mulus, servis rutin")).toContain(SLUG);
    expect(await owner.writes("1")).toContain("BERHASIL PUBLISH! Unit #A01 (B 1234 XYZ) sudah live!");
  });

  test("the car is on the site at once, and its photos when they are made", async () => {
    expect(await html(world, `/${SLUG}`)).toContain("Rp 185.000.000".replaceAll(" ", " "));
    await runJobs(deps);
    const page = await html(world, `/${SLUG}`);
    const [photo = ""] = /\/media\/photos\/[^\s"',]+\.avif/.exec(page) ?? [];
    const response = await get(world, photo);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toContain("immutable");
  });

  test("a sloppy search finds it, with facets and API agreeing", async () => {
    expect(await html(world, "/mobil?search=avansa+itm+manual+2020an")).toContain(SLUG);
    expect(await slugs(world, "search=avnza")).toEqual([SLUG]);
    expect(await slugs(world, "brand=Toyota&maxPrice=190000000")).toEqual([SLUG]);
    expect(await slugs(world, "brand=Honda")).toEqual([]);
  });

  test("no plate and no stock code is in any byte the public can reach", async () => {
    const pages = await crawl(world.app, world.room.tenant.subdomain, [
      "/",
      "/mobil",
      "/sitemap.xml",
      "/robots.txt",
      "/api/cars",
      `/api/cars/${SLUG}`,
    ]);
    expect(pages.size).toBeGreaterThan(15);
    const telling = [...pages].filter(([, text]) => /b[\s_-]*1234[\s_-]*xyz|stk-\d/i.test(text)).map(([path]) => path);
    expect(telling).toEqual([]);
  });

  test("sold: gone from list, search, sitemap, home and API at once; its page says TERJUAL", async () => {
    expect(await owner.writes("#A01 terjual")).toContain("Ketik YA");
    expect(await owner.writes("YA")).toContain("TERJUAL");

    for (const path of ["/", "/mobil", "/mobil?search=avanza", "/sitemap.xml"]) {
      expect(await html(world, path)).not.toContain(`/${SLUG}"`);
      expect(await html(world, path)).not.toContain(`/${SLUG}<`);
    }
    expect(await slugs(world, "search=avanza")).toEqual([]);
    const page = await get(world, `/${SLUG}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/terjual/i);
  });

  test("the other showroom's host knows nothing of it, and an unknown host is 404", async () => {
    const other = await createShowroom(deps);
    expect((await get({ ...world, room: other }, `/${SLUG}`)).status).toBe(404);
    const nobody = await world.app.request("http://x/", { headers: { host: "nobody.localhost" } });
    expect(nobody.status).toBe(404);
    expect(await nobody.text()).toContain("nobody.localhost");
  });
});

async function simulatorWorld(): Promise<World> {
  const deps = await createTestDeps();
  const app = createApp(deps);
  const room = await createShowroom(deps, { subdomain: "surabaya" });
  startLanes(deps);
  return {
    deps,
    app,
    room,
    owner: {
      writes: (text) => say(deps, room, room.owner, text),
      sendsAlbum: () => sendPhotos(deps, room, room.owner, ALBUM),
    },
  };
}

async function fonnteWorld(): Promise<World> {
  const fake = await startFakeFonnte({ token: "device-token" });
  afterAll(() => fake.stop());
  const deps = await createTestDeps(
    {},
    {
      WHATSAPP_GATEWAY: "fonnte",
      FONNTE_API_URL: fake.url,
      FONNTE_WEBHOOK_SECRET: "path-secret",
      MEDIA_ALLOWED_HOSTS: new URL(fake.url).host,
    },
  );
  const app = createApp(deps);
  const room = await createShowroom(deps, { subdomain: "malang" });
  await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.device.updateMany({ data: { gateway: null, tokenEncrypted: deps.encryption.encrypt("device-token") } }),
  );
  startLanes(deps);

  let inboxId = 1_000;
  async function deliver(fields: Record<string, string>): Promise<void> {
    inboxId += 1;
    const body = new URLSearchParams({
      device: room.device,
      sender: room.owner,
      name: "Pak Hadi",
      inboxid: String(inboxId),
      ...fields,
    });
    const response = await app.request("/webhook/fonnte/path-secret", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(response.status).toBe(200);
  }
  async function answerTo(send: () => Promise<void>): Promise<string> {
    const before = fake.sent.length;
    await send();
    for (let attempt = 0; attempt < 400 && fake.sent.length === before; attempt++) await Bun.sleep(25);
    expect(fake.sent.length).toBe(before + 1);
    return fake.sent.at(-1)?.message ?? "";
  }
  return {
    deps,
    app,
    room,
    owner: {
      writes: (message) => answerTo(() => deliver({ message })),
      sendsAlbum: () =>
        answerTo(async () => {
          for (const name of ALBUM) {
            const url = fake.hostFile(readFileSync(join(FIXTURES, name)), "image/jpeg");
            await deliver({ message: "non-text message", url, extension: "jpg", type: "image" });
          }
        }),
    },
  };
}

async function get({ app, room }: Pick<World, "app" | "room">, path: string): Promise<Response> {
  return app.request(`http://x${path}`, { headers: { host: `${room.tenant.subdomain}.localhost` } });
}

async function html(world: World, path: string): Promise<string> {
  const response = await get(world, path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.text()).replaceAll("&nbsp;", " ");
}

async function slugs(world: World, query: string): Promise<string[]> {
  const response = await get(world, `/api/cars?${query}`);
  const { data }: { data: { cars: { slug: string }[] } } = await response.json();
  return data.cars.map(({ slug }) => slug);
}
