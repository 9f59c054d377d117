import { describe, expect, test } from "bun:test";
import { createApp } from "@/backend/app";
import { setCarStatus } from "@/backend/features/cars";
import { loadSharp } from "@/backend/features/photos/load-sharp";
import { createTenantDirectory, tenantFromHost } from "@/backend/features/tenants";
import { openDatabase } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { drawRemainingPhotos, seedDemo } from "@/prisma/seed";
import { demoShowrooms } from "@/prisma/seed-data/demo-showrooms";
import { crawl } from "./crawl";
import { owner, testCtx } from "./test-database";
import { createTestDeps, runJobs } from "./test-showroom";

const deps = await createTestDeps();
await seedDemo(deps, { isProduction: false });
await drawRemainingPhotos(deps, { drawCar: drawBlock });
await runJobs(deps);
const app = createApp(deps);
const tenants = await deps.db.prisma.tenant.findMany({ orderBy: { id: "asc" } });

describe.each(demoShowrooms.map(({ subdomain }) => subdomain))("everything the public can reach of %s", (subdomain) => {
  test("holds no plate, no stock code, no cost price and no number of its staff", async () => {
    const tenant = tenants.find((candidate) => candidate.subdomain === subdomain);
    if (!tenant) throw new Error(`${subdomain} was not seeded`);
    const { cars, users } = await withTenant({ db: deps.db, tenant }, async (tx) => ({
      cars: await tx.car.findMany(),
      users: await tx.user.findMany(),
    }));
    const slugs = cars.flatMap(({ slug }) => [`/${slug}`, `/api/cars/${slug}`, `/og/${slug}.jpg`]);
    const start = ["/", "/mobil", "/sitemap.xml", "/robots.txt", "/api/cars?limit=48", "/favicon.ico", ...slugs];
    const reached = await crawl(app, subdomain, start);

    // A cost that happens to be another car's asking price is no secret's trace.
    const prices = new Set(cars.flatMap((car) => [car.priceRupiah, car.creditPriceRupiah]));
    const costs = cars.flatMap(({ costPriceRupiah: cost }) => (cost && !prices.has(cost) ? [String(cost)] : []));
    const secrets = [
      ...cars.map(({ plate }) => plate.split(" ").map(quoted).join("[\\s_.-]*")),
      ...cars.map(({ stockCode }) => quoted(stockCode)),
      ...costs,
      ...users.flatMap(({ whatsappNumber }) => (whatsappNumber ? [whatsappNumber] : [])),
    ];
    expect(secrets.length).toBeGreaterThan(cars.length * 2);
    expect(reached.size).toBeGreaterThan(cars.length * 4);
    const pattern = new RegExp(`(?<![a-z0-9])(?:${secrets.join("|")})(?![a-z0-9])`, "i");
    const telling = [...reached].flatMap(([path, text]) => {
      const [found] = pattern.exec(text) ?? [];
      return found ? [`${path}: ${found}`] : [];
    });
    expect(telling).toEqual([]);
  });
});

test("a car sold in one process is gone from another one's cached pages at commit", async () => {
  const [tenant] = tenants;
  if (!tenant) throw new Error("nothing was seeded");
  const other = await openDatabase({ url: deps.db.pool.options.connectionString ?? "", poolSize: 4 });
  const elsewhere = createApp({ ...deps, db: other, directory: createTenantDirectory(other) });
  const read = async (path: string) =>
    (await elsewhere.request(`http://x${path}`, { headers: { host: `${tenant.subdomain}.localhost` } })).text();
  try {
    for (let attempt = 0; attempt < 100 && !other.signals.isListening(); attempt++) await Bun.sleep(20);
    const link = 'href="/avanza-2020-hitam-a01"';
    expect(await read("/mobil?search=avanza")).toContain(link);
    const ctx = testCtx(deps.db, tenant, owner, deps.clock);
    const car = await withTenant(ctx, (tx) => tx.car.findFirstOrThrow({ where: { displayCode: "#A01" } }));
    await setCarStatus(ctx, { carId: car.id, status: "sold", channel: "web" });

    const match = tenantFromHost({ host: `${tenant.subdomain}.localhost` }, deps.hosts);
    const before = (await deps.directory.find(match))?.catalogVersion;
    for (let attempt = 0; attempt < 100; attempt++) {
      if (!(await read("/mobil?search=avanza")).includes(link)) break;
      await Bun.sleep(10);
    }
    expect(await read("/mobil?search=avanza")).not.toContain(link);
    expect(before).toBe((await deps.db.prisma.tenant.findUniqueOrThrow({ where: { id: tenant.id } })).catalogVersion);
  } finally {
    await other.close();
  }
});

function quoted(text: string): string {
  return text.replace(/[^a-z0-9]/gi, "\\$&");
}

/** The crawl is about bytes, not beauty: one small block per view instead of a drawing. */
async function drawBlock({ view, seed }: { view: string; seed: number }): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const background = { r: seed % 256, g: view.length * 20, b: 90 };
  return sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
}
