import { describe, expect, test } from "bun:test";
import { resolve } from "node:path";
import { createApp } from "@/backend/app";
import { type CarView, editCar, getCar, listCars, setCarStatus } from "@/backend/features/cars";
import { addListedCar } from "@/backend/features/cars/test-cars";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { browserForm } from "@/backend/testing/browser-form";
import { type SignedIn, signIn } from "@/backend/testing/sign-in";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
const app = createApp(deps);
const channel = "web" as const;
const PHOTO_FIXTURES = resolve(import.meta.dir, "../../../features/photos/fixtures");

async function newRoom() {
  const room = await createShowroom(deps);
  const owner = await signIn(deps, room, "owner");
  const sales = await signIn(deps, room, "sales");
  const ctx: Ctx = { tenant: room.tenant, actor: owner.actor, db: deps.db, clock: deps.clock, requestId: "test" };
  return { room, owner, sales, ctx };
}

async function get(person: SignedIn, path: string) {
  return read(
    await app.request(`http://${person.pageHeaders.host}/dashboard/stok${path}`, { headers: person.pageHeaders }),
    person,
  );
}

type Fields = Record<string, string | string[]>;

async function post(person: SignedIn, path: string, fields: Fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const address = `http://${person.pageHeaders.host}/dashboard/stok${path}`;
  return read(await app.request(address, { method: "POST", headers: person.pageHeaders, body }), person);
}

/** As a browser sends it when no file was chosen. */
async function postWithoutFiles(person: SignedIn, path: string, fields: Record<string, string>, fileField: string) {
  const { body, headers } = browserForm(fields, [fileField]);
  const address = `http://${person.pageHeaders.host}/dashboard/stok${path}`;
  const init = { method: "POST", headers: { ...person.pageHeaders, ...headers }, body };
  return read(await app.request(address, init), person);
}

async function read(response: Response, person: SignedIn) {
  const flashCookie = response.headers.getSetCookie().find((cookie) => cookie.startsWith("dashboard_flash="));
  const location = response.headers.get("location");
  return {
    status: response.status,
    location,
    html: plain(await response.text()),
    headers: response.headers,
    /** Follows the redirect as a browser does, with its flash. */
    async follow() {
      const cookie = [person.pageHeaders.cookie, flashCookie?.split(";")[0]].filter(Boolean).join("; ");
      const next = await app.request(`http://${person.pageHeaders.host}${location}`, {
        headers: { ...person.pageHeaders, cookie },
      });
      return plain(await next.text());
    },
  };
}

/** Without the marks React leaves between two texts. */
function plain(html: string): string {
  return html.replaceAll("<!-- -->", "");
}

const TYPED = { brand: "toyota", model: "avanza", year: "2020", color: "hitam", transmission: "Manual", km: "45rb" };

/** What an editor's form sends when nothing was changed. */
function formOf(car: CarView, changes: Fields = {}): Fields {
  const { brand, model, variant, color, transmission, conditionNotes, description } = car;
  return {
    ...{ brand, model, variant, color, transmission, conditionNotes, description },
    year: String(car.year),
    km: String(car.km),
    priceRupiah: String(car.priceRupiah),
    keyFeatures: car.keyFeatures.join("\n"),
    revision: String(car.revision),
    ...changes,
  };
}

describe("the list", () => {
  test("finds by what people type, keeps it in the address and says how it was read", async () => {
    const { owner, ctx } = await newRoom();
    await addListedCar(ctx, { plate: "L 1 AB" });
    await addListedCar(ctx, { brand: "Honda", model: "Brio", plate: "L 2 AB" });
    const { html } = await get(owner, "?search=avansa");
    expect(html).toContain("Avanza 2020 Hitam #A01");
    expect(html).toContain("<strong>Toyota Avanza</strong>");
    expect(html).not.toContain("Brio 2020");
    expect((await get(owner, "?search=L2AB")).html).toContain("Brio 2020 Hitam #B01");
    expect((await get(owner, "?minPrice=murah&status=zzz&page=-1&branchId=1&sort=x")).html).toContain(
      "Tulis seperti 150jt",
    );
    expect((await get(owner, "?search=sepeda")).html).toContain("Tidak ada unit yang cocok");
  });

  test("behind “Terjual bulan ini” has the cars that were counted", async () => {
    const { owner, ctx } = await newRoom();
    const [before, now] = [await addListedCar(ctx), await addListedCar(ctx, { brand: "Honda", model: "Brio" })];
    for (const { id: carId } of [before, now]) await setCarStatus(ctx, { carId, status: "sold", channel });
    await withTenant(ctx, (tx) =>
      tx.car.updateMany({ where: { id: before.id }, data: { soldAt: new Date(Date.now() - 40 * 86_400_000) } }),
    );
    const address = `http://${owner.pageHeaders.host}/dashboard`;
    const overview = await read(await app.request(address, { headers: owner.pageHeaders }), owner);
    const [, search = "", count = ""] =
      /href="\/dashboard\/stok([^"]*)"[^>]*>(?:(?!<\/a>).)*Terjual bulan ini(?:(?!<\/a>).)*?>(\d+)</.exec(
        overview.html,
      ) ?? [];
    expect(count).toBe("1");
    const { html } = await get(owner, search.replaceAll("&amp;", "&"));
    expect([html.includes("Brio 2020 Hitam #B01"), html.includes("Avanza 2020 Hitam #A01")]).toEqual([true, false]);
    expect(html).toContain("Terjual bulan ini");
  });

  test("of an empty showroom says how to begin", async () => {
    const { owner, sales } = await newRoom();
    expect((await get(owner, "")).html).toContain("Tambah unit pertama");
    expect((await get(sales, "")).html).not.toContain("Tambah unit");
  });

  test("changes many at once after asking, and takes it back", async () => {
    const { owner, ctx } = await newRoom();
    const cars = [await addListedCar(ctx), await addListedCar(ctx)];
    const fields = { carId: cars.map(({ id }) => id), action: "status:booking", back: "/dashboard/stok?search=avanza" };
    const asked = await post(owner, "/massal", fields);
    expect(asked.html).toContain("Ya, ubah 2 unit");
    expect((await getCar(ctx, { carId: cars[0]?.id ?? "" })).status).toBe("available");

    const done = await post(owner, "/massal", { ...fields, confirmed: "1" });
    expect([done.status, done.location]).toEqual([303, "/dashboard/stok?search=avanza"]);
    const page = await done.follow();
    expect(page).toContain("2 unit diubah");
    const [, bulkId = ""] = /name="bulkId" value="([^"]+)"/.exec(page) ?? [];
    await post(owner, "/massal/urungkan", { bulkId, back: "//evil.example" }).then(({ location }) =>
      expect(location).toBe("/dashboard/stok"),
    );
    expect((await listCars(ctx)).cars.map(({ status }) => status)).toEqual(["available", "available"]);
  });

  test("asks for something to be chosen", async () => {
    const { owner } = await newRoom();
    expect(await (await post(owner, "/massal", { action: "status:sold" })).follow()).toContain("Pilih dulu unitnya");
    expect(await (await post(owner, "/massal", {})).follow()).toContain("Pilih dulu apa yang diubah");
  });
});

describe("the form", () => {
  test("adds a car from what was typed and goes to its page", async () => {
    const { owner, ctx } = await newRoom();
    const sent = await post(owner, "/baru", {
      ...TYPED,
      plate: "l1ab",
      priceRupiah: "185jt",
      featured: ["0", "1"],
      next: "draft",
    });
    const [car] = (await listCars(ctx)).cars;
    expect([sent.status, sent.location]).toEqual([303, `/dashboard/stok/${car?.id}`]);
    expect(car).toMatchObject({
      plate: "L 1 AB",
      priceRupiah: 185_000_000,
      km: 45_000,
      brand: "Toyota",
      featured: true,
    });
    expect(await sent.follow()).toContain("Avanza 2020 Hitam #A01 tersimpan");
  });

  test("comes back with everything typed and a sentence at each wrong field", async () => {
    const { owner, ctx } = await newRoom();
    await addListedCar(ctx, { plate: "L 1 AB" });
    const wrong = await post(owner, "/baru", {
      ...TYPED,
      km: "banyak",
      description: "Unit <bagus>",
      priceRupiah: "mahal",
    });
    expect(wrong.status).toBe(422);
    for (const kept of [
      'value="banyak"',
      "Unit &lt;bagus&gt;",
      'value="mahal"',
      'aria-describedby="f-km-error"',
      'href="#f-km"',
    ]) {
      expect(wrong.html).toContain(kept);
    }
    const taken = await post(owner, "/baru", { ...TYPED, plate: "L1AB" });
    expect([taken.status, taken.html.includes("Sudah ada di stok sebagai #A01")]).toEqual([409, true]);
    expect(taken.html).toContain("Buka #A01 dan ubah di sana");
    expect((await listCars(ctx)).total).toBe(1);
  });

  test("adds a car without photos, however often it is sent, and a publication it asked for is a draft", async () => {
    const { owner, ctx } = await newRoom();
    const [, carId = ""] = /name="carId" value="([^"]+)"/.exec((await get(owner, "/baru")).html) ?? [];
    const sendOnce = (next: string) => postWithoutFiles(owner, "/baru", { ...TYPED, carId, next }, "photos");
    const [first, second] = await Promise.all([sendOnce("draft"), sendOnce("draft")]);
    expect([first.status, second.status]).toEqual([303, 303]);
    const third = await sendOnce("publish");
    expect(third.location).toBe(`/dashboard/stok/${carId}`);
    expect(await third.follow()).toContain("Avanza 2020 Hitam #A01 tersimpan sebagai draf. Harga belum diisi.");
    expect((await listCars(ctx)).cars.map(({ id }) => id)).toEqual([carId]);

    const published = await postWithoutFiles(
      owner,
      "/baru",
      { ...TYPED, priceRupiah: "185jt", next: "publish" },
      "photos",
    );
    expect(await published.follow()).toContain("tersimpan sebagai draf");
    expect((await listCars(ctx)).total).toBe(2);
  });

  test("sent again after its photos failed has its photos, once each, and is public as it asked", async () => {
    const { owner, ctx } = await newRoom();
    const carId = crypto.randomUUID();
    const fields = { ...TYPED, priceRupiah: "185jt", carId };
    await post(owner, "/baru", { ...fields, next: "draft" });
    const photos = ["1", "2"].map((n) => Bun.file(`${PHOTO_FIXTURES}/same-car-orientation-${n}.jpg`));
    const sendAll = async () => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, next: "publish" })) body.append(name, value);
      for (const [index, photo] of photos.entries()) body.append("photos", photo, `${index}.jpg`);
      const address = `http://${owner.pageHeaders.host}/dashboard/stok/baru`;
      return read(await app.request(address, { method: "POST", headers: owner.pageHeaders, body }), owner);
    };
    const tries = await Promise.all([sendAll(), sendAll()]);
    tries.push(await sendAll());
    for (const sent of tries) {
      expect(sent.location).toBe(`/dashboard/stok/${carId}`);
      expect(await sent.follow()).toContain("Avanza 2020 Hitam #A01 sudah tayang di website.");
    }
    expect((await getCar(ctx, { carId })).photos).toHaveLength(2);
    expect((await listCars(ctx)).total).toBe(1);
  });

  test("that comes back says that its photos have to be chosen again", async () => {
    const { owner, ctx } = await newRoom();
    const { id } = await addListedCar(ctx, { plate: "L 1 AB" });
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...TYPED, plate: "L1AB" })) body.append(name, value);
    for (const name of ["a.jpg", "b.jpg"]) body.append("photos", new File(["x"], name));
    const address = `http://${owner.pageHeaders.host}/dashboard/stok/baru`;
    const sent = await read(await app.request(address, { method: "POST", headers: owner.pageHeaders, body }), owner);
    expect(sent.status).toBe(409);
    expect(sent.html).toContain("2 foto tadi tidak ikut terbawa. Pilih lagi fotonya.");
    expect(sent.html).toContain('href="#f-photos"');
    expect((await postWithoutFiles(owner, "/baru", { ...TYPED, plate: "L1AB" }, "photos")).html).not.toContain(
      "foto tadi",
    );
    expect((await listCars(ctx)).cars.map((car) => car.id)).toEqual([id]);
  });

  test("refuses a year that is not sold yet and a distance below zero, on the page as in the API", async () => {
    const { owner, ctx } = await newRoom();
    const nextYear = new Date().getUTCFullYear() + 1;
    for (const km of ["-5", "-5rb", "−45.000", "- 5"]) {
      const wrong = await post(owner, "/baru", { ...TYPED, year: String(nextYear + 1), km, priceRupiah: "-185jt" });
      expect(wrong.status).toBe(422);
      for (const told of [`Paling baru ${nextYear}`, "Tulis seperti 45rb", "Tulis seperti 185jt"]) {
        expect(wrong.html).toContain(told);
      }
    }
    const car = { brand: "Toyota", model: "Avanza", color: "Hitam", transmission: "Manual", price: 0 };
    for (const wrong of [
      { year: nextYear + 1, km: 5 },
      { year: 2020, km: -5 },
    ]) {
      const answer = await app.request(`http://${owner.pageHeaders.host}/api/admin/cars`, {
        method: "POST",
        headers: { ...owner.pageHeaders, "content-type": "application/json" },
        body: JSON.stringify({ ...car, ...wrong }),
      });
      expect(answer.status).toBe(400);
    }
    expect((await listCars(ctx)).total).toBe(0);
    expect((await post(owner, "/baru", { ...TYPED, year: String(nextYear) })).status).toBe(303);
  });

  test("is filled from a pasted advertisement, which saves nothing", async () => {
    const { owner, ctx } = await newRoom();
    const { html } = await post(owner, "/baru/iklan", {
      ad: "Jual Honda Brio 2019 matic merah km 30rb harga 140jt nego",
    });
    expect(html).toContain('value="140.000.000"');
    expect(html).toContain('value="Brio"');
    expect((await listCars(ctx)).total).toBe(0);
  });

  test("that is saved unchanged changes nothing, and a temporary plate stays", async () => {
    const { owner, ctx } = await newRoom();
    const car = await addListedCar(ctx);
    expect((await post(owner, `/${car.id}`, formOf(car, { plate: "" }))).status).toBe(303);
    expect(await getCar(ctx, { carId: car.id })).toEqual(car);
  });

  test("publishes only what has a price and a photo, and says what is missing", async () => {
    const { owner, ctx } = await newRoom();
    const sent = await post(owner, "/baru", { ...TYPED, next: "publish" });
    expect(await sent.follow()).toContain("Harga belum diisi");
    const [car] = (await listCars(ctx)).cars;
    const refused = await post(owner, `/${car?.id}/status`, { status: "available" });
    expect([refused.status, refused.html.includes("Harga belum diisi")]).toEqual([422, true]);
  });
});

describe("two people who edit one car", () => {
  test("the second is told what changed, by whom, chooses per field, and loses nothing", async () => {
    const { owner, ctx } = await newRoom();
    const car = await addListedCar(ctx, { keyFeatures: ["Velg"] });
    const sari: Ctx = {
      ...ctx,
      actor: { type: "user", userId: crypto.randomUUID(), name: "Sari", role: "admin", permissions: [] },
    };
    await editCar(sari, { carId: car.id, changes: { km: 50_000, color: "Putih" }, channel });

    const mine = formOf(car, { km: "46rb", description: "Mulus" });
    const late = await post(owner, `/${car.id}`, mine);
    expect(late.status).toBe(409);
    for (const told of ["Sari", "50.000 km", "46.000 km", "Putih", 'name="pick.km"', 'name="pick.color"']) {
      expect(late.html).toContain(told);
    }
    expect(late.html).not.toContain("pick.description");
    expect(late.html).toMatch(/name="pick.color"[^>]*checked=""[^>]*value="theirs"|value="theirs"[^>]*checked=""/);
    expect((await getCar(ctx, { carId: car.id })).description).toBe("");

    const chosen = { ...mine, revision: String(car.revision + 1), "pick.km": "mine", "pick.color": "theirs" };
    expect((await post(owner, `/${car.id}`, chosen)).status).toBe(303);
    const saved = await getCar(ctx, { carId: car.id });
    expect([saved.km, saved.color, saved.description]).toEqual([46_000, "Putih", "Mulus"]);
  });
});

test("a form that is sent twice is saved once, without a question", async () => {
  const { owner, ctx } = await newRoom();
  const car = await addListedCar(ctx);
  const form = formOf(car, { km: "50rb", plate: "" });
  const [first, second] = [await post(owner, `/${car.id}`, form), await post(owner, `/${car.id}`, form)];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect((await getCar(ctx, { carId: car.id })).revision).toBe(car.revision + 1);
});

describe("a status", () => {
  test("is changed with the price it was sold for, and undone from the flash", async () => {
    const { owner, ctx } = await newRoom();
    const { id: carId } = await addListedCar(ctx);
    const wrong = await post(owner, `/${carId}/status`, { status: "sold", soldPrice: "lumayan" });
    expect([wrong.status, wrong.html.includes('value="lumayan"')]).toEqual([422, true]);
    const sold = await post(owner, `/${carId}/status`, { status: "sold", soldPrice: "180jt" });
    expect((await getCar(ctx, { carId })).soldPriceRupiah).toBe(180_000_000);
    const page = await sold.follow();
    expect(page).toMatch(/seharga Rp\s180\.000\.000/);
    const [, revision = ""] = /name="revision" value="(\d+)"/.exec(page) ?? [];
    await post(owner, `/${carId}/status/urungkan`, { revision });
    expect((await getCar(ctx, { carId })).status).toBe("available");
    const again = await post(owner, `/${carId}/status/urungkan`, { revision });
    expect(await again.follow()).toContain("sudah diubah lagi");
  });
});

test("a car is deleted after a question", async () => {
  const { owner, ctx } = await newRoom();
  const { id } = await addListedCar(ctx);
  expect((await get(owner, `/${id}/hapus`)).html).toContain("Ya, hapus unit");
  expect(await (await post(owner, `/${id}/hapus`, {})).follow()).toContain("sudah dihapus");
  expect((await listCars(ctx)).total).toBe(0);
});

describe("a sheet", () => {
  const csv =
    "Nopol;Merk;Model;Tahun;Warna;Transmisi;KM;Harga\nL 3 AB;Honda;Brio;2021;Merah;AT;20rb;150jt\nL 4 AB;Honda;Brio;abc;Merah;AT;20rb;150jt\n";

  test("is checked first and imported when that is confirmed", async () => {
    const { owner, ctx } = await newRoom();
    const body = new FormData();
    body.append("file", new File([csv], "stok.csv", { type: "text/csv" }));
    const address = `http://${owner.pageHeaders.host}/dashboard/stok/impor`;
    const checked = await app.request(address, { method: "POST", headers: owner.pageHeaders, body });
    const html = plain(await checked.text());
    expect(html).toContain("Simpan 1 unit");
    expect(html).toContain("Tahun: Harus angka bulat");
    expect((await listCars(ctx)).total).toBe(0);
    const done = await post(owner, "/impor/jalankan", { sheet: csv });
    expect(done.html).toContain("Impor selesai");
    expect((await listCars(ctx)).cars.map(({ plate }) => plate)).toEqual(["L 3 AB"]);
  });

  test("that is none comes back with a sentence", async () => {
    const { owner } = await newRoom();
    expect((await post(owner, "/impor", {})).html).toContain("Pilih dulu file");
    const broken = await post(owner, "/impor/jalankan", { sheet: "" });
    expect([broken.status, broken.html.includes("File ini kosong")]).toEqual([422, true]);
  });

  test("is written for the present filter", async () => {
    const { owner, ctx } = await newRoom();
    await addListedCar(ctx);
    await addListedCar(ctx, { brand: "Honda", model: "Brio" });
    const { headers, html } = await get(owner, "/ekspor.csv?brand=Honda");
    expect(headers.get("content-disposition")).toBe('attachment; filename="stok.csv"');
    expect(html.trim().split("\r\n")).toHaveLength(2);
    expect((await get(owner, "/impor/contoh.csv")).html).toContain("Plat;Merek;Model");
  });
});

describe("rights", () => {
  test("sales read, without plate and cost price, and are refused everything else", async () => {
    const { owner, sales, ctx } = await newRoom();
    const { id } = await addListedCar(ctx, { plate: "L 1 AB", costPriceRupiah: 123_456_789 });
    for (const path of ["", `/${id}`, "/ekspor.csv"]) {
      const { status, html } = await get(sales, path);
      expect(status).toBe(200);
      expect(html).not.toMatch(/L 1 AB|123\.?456\.?789/);
    }
    const page = (await get(sales, `/${id}`)).html;
    expect(page).not.toMatch(/Simpan perubahan|Ubah status|Hapus unit/);
    expect((await get(owner, `/${id}`)).html).toContain("123.456.789");

    const refused = await Promise.all([
      get(sales, "/baru"),
      get(sales, "/impor"),
      get(sales, "/impor/contoh.csv"),
      get(sales, `/${id}/hapus`),
      post(sales, "/baru", TYPED),
      post(sales, `/${id}`, TYPED),
      post(sales, `/${id}/status`, { status: "sold" }),
      post(sales, `/${id}/status/urungkan`, { revision: "1" }),
      post(sales, `/${id}/hapus`, {}),
      post(sales, "/massal", { carId: id, action: "status:sold", confirmed: "1" }),
      post(sales, "/massal/urungkan", { bulkId: crypto.randomUUID() }),
      post(sales, "/impor/jalankan", { sheet: "Plat;Merek;Model\nL 9 AB;a;b" }),
    ]);
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect((await getCar(ctx, { carId: id })).status).toBe("available");
  });

  test("another showroom's car, and what is no id, are a 404 page", async () => {
    const [mine, theirs] = [await newRoom(), await newRoom()];
    const { id } = await addListedCar(theirs.ctx);
    for (const carId of [id, "tidak-ada"]) {
      const answers = await Promise.all([
        get(mine.owner, `/${carId}`),
        get(mine.owner, `/${carId}/hapus`),
        post(mine.owner, `/${carId}`, TYPED),
        post(mine.owner, `/${carId}/status`, { status: "sold" }),
        post(mine.owner, `/${carId}/hapus`, {}),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
    const bulk = await post(mine.owner, "/massal", { carId: id, action: "status:sold", confirmed: "1" });
    expect(bulk.status).toBe(404);
  });
});

test("an import without a file asks for one", async () => {
  const { owner } = await newRoom();
  const { status, html } = await postWithoutFiles(owner, "/impor", {}, "file");
  expect([status, html.includes("Pilih dulu file CSV-nya.")]).toEqual([422, true]);
});
