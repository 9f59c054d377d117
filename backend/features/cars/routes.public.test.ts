import { describe, expect, test } from "bun:test";
import { Hono } from "hono";
import type { SearchEntry } from "@/backend/features/insights";
import { createTenantDirectory } from "@/backend/features/tenants";
import type { TenantEnv } from "@/backend/http/middleware/tenant";
import { createTenant, openTestDatabase, testClock, testCtx } from "@/backend/testing/test-database";
import { editCar } from "./edit-car";
import { publicCarRoutes } from "./routes.public";
import { setCarStatus } from "./set-car-status";
import { addListedCar } from "./test-cars";

const db = await openTestDatabase();
const directory = createTenantDirectory(db);
const searches: SearchEntry[] = [];

async function newShowroom() {
  const tenant = await createTenant(db);
  await db.prisma.tenant.update({ where: { id: tenant.id }, data: { phone: "08123456789" } });
  const routes = publicCarRoutes({ db, clock: testClock(), searchLog: { record: (entry) => searches.push(entry) } });
  const app = new Hono<TenantEnv>();
  app.use(async (c, next) => {
    const profile = await directory.byId(tenant.id);
    if (profile) c.set("tenant", profile);
    c.set("requestId", "test");
    await next();
  });
  app.route("/api/cars", routes);
  const get = async (path: string) => {
    const response = await app.request(path);
    return {
      status: response.status,
      location: response.headers.get("location"),
      body: await response.json().catch(() => null),
    };
  };
  return { ctx: testCtx(db, tenant), get };
}

describe("GET /api/cars", () => {
  test("answers cars, pagination and facets with the documented keys", async () => {
    const { ctx, get } = await newShowroom();
    const car = await addListedCar(ctx, { keyFeatures: ["Velg racing"] });
    const { status, body } = await get("/api/cars?search=avanza&limit=1");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      success: true,
      data: {
        cars: [
          {
            id: car.id,
            displayCode: "#A01",
            publicName: "Avanza 2020 Hitam #A01",
            brand: "Toyota",
            model: "Avanza",
            year: 2020,
            color: "Hitam",
            transmission: "Manual",
            km: 45_000,
            price: 185_000_000,
            keyFeatures: ["Velg racing"],
            photos: [{ url: expect.stringMatching(/^\/media\/photos\/\d+\/.+-1280\.jpg$/), width: 1280, height: 960 }],
            slug: car.slug,
            status: "available",
          },
        ],
        pagination: { page: 1, limit: 1, total: 1, totalPages: 1 },
        facets: { brand: [{ value: "Toyota", count: 1 }], year: { min: 2020, max: 2020 } },
        relaxed: [],
      },
    });
  });

  test.each([
    ["year=abc", "year"],
    ["page=0", "page"],
    ["limit=49", "limit"],
    ["sort=best", "sort"],
    ["transmission=robot", "transmission"],
    ["minPrice=200&maxPrice=100", "minPrice"],
    ["yearMin=-1", "yearMin"],
    ["brand=%00", "brand"],
    ["search=a&search=b", "search"],
    [`search=${"x".repeat(121)}`, "search"],
  ])("%s is refused naming the field", async (query, field) => {
    const { get } = await newShowroom();
    const { status, body } = await get(`/api/cars?${query}`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      success: false,
      error: { code: "validation", fields: { [field]: expect.any(String) } },
    });
  });

  test("a page after the last is empty, an unknown brand finds nothing, other parameters are ignored", async () => {
    const { ctx, get } = await newShowroom();
    await addListedCar(ctx);
    expect((await get("/api/cars?page=9")).body.data).toMatchObject({ cars: [], pagination: { page: 9, total: 1 } });
    expect((await get("/api/cars?brand=ferrari")).body.data.cars).toEqual([]);
    expect((await get("/api/cars?utm_source=x")).body.data.cars).toHaveLength(1);
  });

  test("every search is logged with what fits exactly, a plain listing is not", async () => {
    const { ctx, get } = await newShowroom();
    await addListedCar(ctx);
    searches.length = 0;
    await get("/api/cars");
    await get("/api/cars?search=avanza%20merah&brand=toyota");
    expect(searches).toMatchObject([
      { terms: "avanza merah", filters: { brands: ["toyota"] }, resultCount: 0, channel: "web" },
    ]);
  });
});

describe("GET /api/cars/:slug", () => {
  test("answers the car with its WhatsApp link and similar cars", async () => {
    const { ctx, get } = await newShowroom();
    const { slug } = await addListedCar(ctx, { conditionNotes: "Mulus" });
    const similar = await addListedCar(ctx, { color: "Putih" });
    const { body } = await get(`/api/cars/${slug}`);
    expect(body.data).toMatchObject({
      slug,
      fuelType: "Bensin",
      conditionNotes: "Mulus",
      description: "",
      similar: [{ slug: similar.slug }],
      createdAt: expect.any(String),
    });
    expect(decodeURIComponent(body.data.whatsappLink)).toBe(
      "https://wa.me/628123456789?text=Halo, saya tertarik dengan Toyota Avanza 2020 kode #A01 seharga Rp 185.000.000",
    );
  });

  test("an old address redirects; a sold, unknown or another showroom's car is not found", async () => {
    const { ctx, get } = await newShowroom();
    const other = await newShowroom();
    const { id: carId, slug } = await addListedCar(ctx);
    const { slug: newSlug } = await editCar(ctx, { carId, changes: { color: "Merah" }, channel: "web" });
    expect(await get(`/api/cars/${slug}`)).toMatchObject({ status: 301, location: `/api/cars/${newSlug}` });
    expect((await other.get(`/api/cars/${newSlug}`)).status).toBe(404);
    await setCarStatus(ctx, { carId, status: "sold", channel: "web" });
    expect((await get(`/api/cars/${newSlug}`)).status).toBe(404);
    expect((await get("/api/cars")).body.data.cars).toEqual([]);
  });
});
