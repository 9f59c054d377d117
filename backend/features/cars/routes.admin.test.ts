import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createApp } from "@/backend/app";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { createShowroom, createTestDeps, runJobs } from "@/backend/testing/test-showroom";
import { type CarJson, carJsonSchema } from "./admin/car-json";

const deps = await createTestDeps();
const app = createApp(deps);
const PHOTO = readFileSync(resolve(import.meta.dir, "../photos/fixtures/same-car-orientation-1.jpg"));
const NEW_CAR = {
  brand: "Toyota",
  model: "Avanza",
  year: 2020,
  color: "hitam",
  transmission: "manual",
  km: 45_000,
  price: 185_000_000,
};

async function newRoom() {
  const room = await createShowroom(deps);
  const [owner, admin, sales] = [
    await signIn(deps, room, "owner"),
    await signIn(deps, room, "admin"),
    await signIn(deps, room, "sales"),
  ];
  return { room, owner, admin, sales };
}

async function call(
  person: SignedIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await app.request(`http://${person.apiHeaders.host}/api/admin/cars${path}`, {
    method,
    headers: { ...person.apiHeaders, "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

async function newCar(person: SignedIn, body: object = {}): Promise<CarJson> {
  const { status, json } = await call(person, "POST", "", { ...NEW_CAR, ...body });
  expect({ status, error: json.error }).toEqual({ status: 201, error: undefined });
  return carJsonSchema.parse(json.data);
}

describe("a program", () => {
  test("adds a car with a photo that is public at once, changes it, sells it and reads its history", async () => {
    const { owner } = await newRoom();
    const body = {
      plateNumber: "l1ab",
      status: "available",
      photos: [PHOTO.toString("base64")],
      costPrice: 150_000_000,
    };
    const car = await newCar(owner, body);
    expect(car).toMatchObject({ displayCode: "#A01", stockCode: "STK-001", slug: "avanza-2020-hitam-a01" });
    expect(car).toMatchObject({ plateNumber: "L 1 AB", status: "available", color: "Hitam", costPrice: 150_000_000 });
    await runJobs(deps);
    const read = await call(owner, "GET", `/${car.id}`);
    expect([read.status, read.headers.get("etag"), read.json.data.photos[0].status]).toEqual([200, '"1"', "ready"]);

    const patched = await call(
      owner,
      "PATCH",
      `/${car.id}`,
      { km: 46_000, priceCredit: 190_000_000 },
      { "if-match": '"1"' },
    );
    expect([patched.status, patched.json.data.km, patched.json.data.revision]).toEqual([200, 46_000, 2]);
    const sold = await call(owner, "PUT", `/${car.id}/status`, { status: "sold", soldPrice: 180_000_000 });
    expect([sold.json.data.status, sold.json.data.soldPrice]).toEqual(["sold", 180_000_000]);
    const { json } = await call(owner, "GET", `/${car.id}/history`);
    expect(json.data.history.map(({ type }: { type: string }) => type)).toEqual([
      "status_changed",
      "edited",
      "created",
    ]);
    expect((await call(owner, "DELETE", `/${car.id}`)).status).toBe(200);
    expect((await call(owner, "GET", `/${car.id}`)).status).toBe(404);
  });

  test("lists the stock of all statuses by filter and page", async () => {
    const { owner } = await newRoom();
    for (const year of [2018, 2019, 2020]) await newCar(owner, { year });
    const { json } = await call(owner, "GET", "?status=draft&yearMin=2019&limit=1&page=2");
    expect(json.data.pagination).toEqual({ page: 2, limit: 1, total: 2, totalPages: 2 });
    expect(json.data.cars.map(({ year }: CarJson) => year)).toEqual([2019]);
    expect((await call(owner, "GET", "?limit=500")).status).toBe(400);
  });

  test("with an older revision is answered 409 with the car as it is and what happened", async () => {
    const { owner, admin } = await newRoom();
    const { id } = await newCar(owner);
    await call(admin, "PATCH", `/${id}`, { km: 50_000 });
    for (const stale of [
      await call(owner, "PATCH", `/${id}`, { km: 1, revision: 1 }),
      await call(owner, "PATCH", `/${id}`, { km: 1 }, { "if-match": '"1"' }),
    ]) {
      expect([stale.status, stale.json.error.code, stale.json.error.current.km]).toEqual([409, "conflict", 50_000]);
      expect(stale.json.error.changesSince[0].changes).toEqual([{ field: "km", from: 45_000, to: 50_000 }]);
    }
  });

  test("is told which field is wrong, by the name it sent", async () => {
    const { owner } = await newRoom();
    await newCar(owner, { plateNumber: "L 1 AB" });
    const wrong = async (body: object) => (await call(owner, "POST", "", { ...NEW_CAR, ...body })).json.error;
    expect((await wrong({ year: "2020" })).fields).toHaveProperty("year");
    expect(await wrong({ fuelType: "air" })).toMatchObject({
      code: "validation",
      fields: { fuelType: expect.any(String) },
    });
    expect((await wrong({ price: -1 })).fields).toHaveProperty("price");
    expect((await wrong({ branchId: crypto.randomUUID() })).fields).toEqual({ branchId: "Cabang tidak ditemukan" });
    expect((await wrong({ photos: ["bm90IGEgcGhvdG8="] })).fields).toHaveProperty(["photos.0"]);
    expect(await wrong({ plateNumber: "L1AB" })).toMatchObject({
      code: "conflict",
      fields: { plateNumber: expect.any(String) },
    });
    expect((await call(owner, "POST", "", { ...NEW_CAR, status: "available" })).status).toBe(422);
  });
});

describe("rights", () => {
  test("sales read without plate and cost price, and change nothing", async () => {
    const { owner, admin, sales } = await newRoom();
    const { id } = await newCar(owner, { plateNumber: "L 1 AB", costPrice: 150_000_000 });
    for (const path of ["", `/${id}`, `/${id}/history`]) {
      const { status, json } = await call(sales, "GET", path);
      expect(status).toBe(200);
      expect(JSON.stringify(json)).not.toMatch(/L 1 AB|150000000/);
    }
    expect((await call(sales, "GET", "?search=L1AB")).json.data.cars).toEqual([]);
    expect((await call(admin, "GET", `/${id}`)).json.data).toMatchObject({ plateNumber: "L 1 AB", costPrice: null });
    const refused = await Promise.all([
      call(sales, "POST", "", NEW_CAR),
      call(sales, "POST", "", { ...NEW_CAR, photos: [PHOTO.toString("base64")] }),
      call(sales, "PATCH", `/${id}`, { km: 1 }),
      call(sales, "PUT", `/${id}/status`, { status: "sold" }),
      call(sales, "DELETE", `/${id}`),
      call(admin, "PATCH", `/${id}`, { costPrice: 1 }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  });

  test("another showroom's car, and what is no id, are not found", async () => {
    const [mine, theirs] = [await newRoom(), await newRoom()];
    const { id } = await newCar(theirs.owner);
    for (const carId of [id, "abc"]) {
      const answers = await Promise.all([
        call(mine.owner, "GET", `/${carId}`),
        call(mine.owner, "GET", `/${carId}/history`),
        call(mine.owner, "PATCH", `/${carId}`, { km: 1 }),
        call(mine.owner, "PUT", `/${carId}/status`, { status: "sold" }),
        call(mine.owner, "DELETE", `/${carId}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
  });
});
