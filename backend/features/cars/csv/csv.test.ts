import { describe, expect, test } from "bun:test";
import type { Actor } from "@/backend/platform/actor";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, salesPerson, testCtx } from "@/backend/testing/test-database";
import { getCar } from "../get-car";
import { listCars } from "../list-cars";
import { setCarStatus } from "../set-car-status";
import { addListedCar, staffMember } from "../test-cars";
import { exportCars, importTemplate } from "./export-cars";
import { importCars, planImport } from "./import-cars";

const db = await openTestDatabase();
const channel = "web" as const;
const HEAD = "Plat;Merek;Model;Tahun;Warna;Transmisi;KM;Harga";

async function newShowroom() {
  const tenant = await createTenant(db);
  return { tenant, ctx: testCtx(db, tenant), as: (actor: Actor) => testCtx(db, tenant, actor) };
}

function sheet(...lines: string[]): { bytes: Uint8Array } {
  return { bytes: new TextEncoder().encode(lines.join("\r\n")) };
}

describe("a dry run", () => {
  test("tells for every line what would happen, and writes nothing", async () => {
    const { ctx } = await newShowroom();
    await addListedCar(ctx, { plate: "L 1 AB" });
    await addListedCar(ctx, { plate: "L 2 AB", brand: "Honda", model: "Brio" });
    const file = sheet(
      HEAD,
      "L1AB;;;;;;50rb;180jt",
      "L 2 AB;;;;;;45.000;",
      "L 3 AB;honda;BRIO;2021;merah;at;20rb;150jt",
      "L 4 AB;Honda;Brio;abc;;at;20rb;150jt",
      "l3ab;Honda;Jazz;2015;Putih;MT;90rb;120jt",
    );
    const { rows, counts, ignoredHeaders } = await planImport(ctx, file);
    expect(rows.map(({ line, outcome, name }) => [line, outcome, name])).toEqual([
      [2, "update", "Avanza 2020 Hitam #A01"],
      [3, "unchanged", "Brio 2020 Hitam #B01"],
      [4, "create", "honda BRIO 2021"],
      [5, "error", "Honda Brio abc"],
      [6, "error", "Honda Jazz 2015"],
    ]);
    expect(rows[0]?.changes).toEqual([
      { field: "km", from: 45_000, to: 50_000 },
      { field: "priceRupiah", from: 185_000_000, to: 180_000_000 },
    ]);
    expect(rows[3]?.errors).toEqual([
      { label: "Tahun", sentence: "Harus angka bulat" },
      { label: "Warna", sentence: "Wajib diisi" },
    ]);
    expect(rows[4]?.errors).toEqual([{ label: "Plat nomor", sentence: "Sama dengan plat di baris 4" }]);
    expect(counts).toEqual({ create: 1, update: 1, unchanged: 1, error: 2 });
    expect(ignoredHeaders).toEqual([]);
    expect((await listCars(ctx)).total).toBe(2);
  });

  test.each([
    ["commas", "no pol,MERK,tipe mobil,thn,wrn,trans,odometer,harga jual\nL 3 AB,Honda,Brio,2021,Merah,AT,20rb,150jt"],
    [
      "tabs in another order",
      "Harga\tMerk\tModel\tTahun\tWarna\tTransmisi\tKM\n150jt\tHonda\tBrio\t2021\tMerah\tAT\t20rb",
    ],
    [
      "quotes, a separator line and a byte order mark",
      `\uFEFFsep=;\n${HEAD}\n"L 3 AB";"Honda";Brio;2021;Merah;AT;20rb;150jt`,
    ],
    ["a semicolon inside quotes", `${HEAD};Keunggulan\nL 3 AB;Honda;Brio;2021;Merah;AT;20rb;150jt;"velg; ban"`],
  ])("reads %s", async (_, text) => {
    const { ctx } = await newShowroom();
    const { counts } = await planImport(ctx, { bytes: new TextEncoder().encode(text) });
    expect(counts).toEqual({ create: 1, update: 0, unchanged: 0, error: 0 });
  });

  test("reads the Windows-1252 of older Excel", async () => {
    const { ctx } = await newShowroom();
    const text = `${HEAD};Catatan\nL 3 AB;Honda;Brio;2021;Merah;AT;20rb;150jt;Caf\xe9 \x96 mulus`;
    await importCars(ctx, { bytes: Uint8Array.from(text, (letter) => letter.charCodeAt(0)) });
    expect((await listCars(ctx)).cars[0]?.conditionNotes).toBe("Café – mulus");
  });

  test.each([
    ["an empty file", "", "kosong"],
    ["only a header", HEAD, "kosong"],
    ["a sheet without a car's name", "Warna;KM\nHitam;1", "Kolom Merek dan Model tidak ada"],
    ["a picture", "PNG\u0000\u0001", "bukan file CSV"],
    ["an open quote", `${HEAD}\n"L 3 AB;Honda`, "tidak terbaca"],
    ["too many lines", `${HEAD}\n${"L 1 AB;a;b;2020;c;AT;1;1\n".repeat(2_001)}`, "Maksimal 2.000"],
    ["too many bytes", "x".repeat(2 * 1024 * 1024 + 1), "Maksimal 2 MB"],
  ])("refuses %s with a sentence", async (_, text, sentence) => {
    const { ctx } = await newShowroom();
    const refused = planImport(ctx, { bytes: new TextEncoder().encode(text) });
    await expect(refused).rejects.toMatchObject({ fields: { file: expect.stringContaining(sentence) } });
  });
});

describe("an import", () => {
  test("does what the dry run said: drafts for new cars, changes for known plates, wrong lines left out", async () => {
    const { ctx, tenant } = await newShowroom();
    await db.prisma.branch.create({ data: { tenantId: tenant.id, name: "Darmo" } });
    const known = await addListedCar(ctx, { plate: "L 1 AB", seats: 7 });
    const report = await importCars(
      ctx,
      sheet(
        `${HEAD};Cabang;Status;Harga Terjual;Kursi`,
        "L1AB;;;;;;;;DARMO;Terjual;170jt;-",
        ";Honda;Brio;2021;Merah;AT;20rb;150jt;Mars;;;",
        ";Honda;Brio;2021;Merah;AT;20rb;150jt;;Tersedia;;",
      ),
    );
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(["update", "error", "create"]);
    expect(report.rows[1]?.errors).toEqual([{ label: "Cabang", sentence: "Cabang “Mars” tidak ada" }]);
    const updated = await getCar(ctx, { carId: known.id });
    expect([updated.status, updated.soldPriceRupiah, updated.seats, updated.km]).toEqual([
      "sold",
      170_000_000,
      null,
      45_000,
    ]);
    expect(updated.branchId).not.toBeNull();
    const created = await getCar(ctx, { carId: report.rows[2]?.carId ?? "" });
    expect([created.status, created.plate, created.transmission]).toEqual(["draft", "TEMP-001", "Matic"]);
  });

  test("goes on over the limit of one transaction", async () => {
    const { ctx } = await newShowroom();
    const lines = Array.from({ length: 105 }, (_, index) => `L ${index + 1} ZZ;Honda;Brio;2021;Merah;AT;20rb;150jt`);
    const { counts } = await importCars(ctx, sheet(HEAD, ...lines));
    expect([counts.create, (await listCars(ctx)).total]).toEqual([105, 105]);
    expect((await planImport(ctx, sheet(HEAD, ...lines))).counts).toMatchObject({ unchanged: 105, create: 0 });
  }, 30_000);

  test("of the plate of a sold car is a new car, and of another showroom's plate too", async () => {
    const [mine, theirs] = [await newShowroom(), await newShowroom()];
    const { id: carId } = await addListedCar(mine.ctx, { plate: "L 1 AB" });
    await setCarStatus(mine.ctx, { carId, status: "sold", channel });
    const foreign = await addListedCar(theirs.ctx, { plate: "L 2 AB" });
    const file = sheet(HEAD, "L1AB;Honda;Brio;2021;Merah;AT;20rb;100jt", "L2AB;Honda;Brio;2021;Merah;AT;20rb;150jt");
    const { rows } = await importCars(mine.ctx, file);
    expect(rows.map(({ outcome }) => outcome)).toEqual(["create", "create"]);
    expect(await getCar(theirs.ctx, { carId: foreign.id })).toEqual(foreign);
  });

  test("takes the cost price of the owner only, and is not for sales", async () => {
    const { ctx, as } = await newShowroom();
    const file = sheet(`${HEAD};Modal`, "L 1 AB;Honda;Brio;2021;Merah;AT;20rb;150jt;130jt");
    const report = await importCars(as(staffMember("admin")), file);
    expect(report.ignoredHeaders).toEqual(["Harga Modal (hanya pemilik)"]);
    expect((await listCars(ctx)).cars[0]?.costPriceRupiah).toBeNull();
    await importCars(ctx, file);
    expect((await listCars(ctx)).cars[0]?.costPriceRupiah).toBe(130_000_000);
    for (const verb of [planImport, importCars]) {
      const refused = verb(as(staffMember("sales", ["upload"])), file);
      await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("two at once of the same sheet make each car once", async () => {
    const { ctx } = await newShowroom();
    const lines = Array.from({ length: 20 }, (_, index) => `L ${index + 1} ZZ;Honda;Brio;2021;Merah;AT;20rb;150jt`);
    await Promise.all([importCars(ctx, sheet(HEAD, ...lines)), importCars(ctx, sheet(HEAD, ...lines.toReversed()))]);
    expect((await listCars(ctx)).total).toBe(20);
  });
});

describe("an export", () => {
  test("can be imported again and then changes nothing", async () => {
    const { ctx } = await newShowroom();
    await addListedCar(ctx, {
      plate: "L 1 AB",
      km: 500,
      keyFeatures: ["Velg 1,5", "Ban"],
      description: '- mulus\n=1+1; "ok"',
    });
    const { id: carId } = await addListedCar(ctx, { plate: "L 2 AB" });
    await setCarStatus(ctx, { carId, status: "sold", soldPriceRupiah: 1_000_000, channel });
    const text = await exportCars(ctx);
    const { rows, counts, ignoredHeaders } = await planImport(ctx, { bytes: new TextEncoder().encode(text) });
    expect({ changes: rows.flatMap(({ changes }) => changes), counts, ignoredHeaders }).toEqual({
      changes: [],
      counts: { create: 0, update: 0, unchanged: 2, error: 0 },
      ignoredHeaders: [],
    });
  });

  test("holds the cars of the filter, and no cell that acts as a formula", async () => {
    const { ctx } = await newShowroom();
    await addListedCar(ctx, {
      plate: "L 1 AB",
      variant: "=HYPERLINK(1)",
      description: "@SUM(A1)",
      conditionNotes: "+62",
    });
    await addListedCar(ctx, { brand: "Honda", model: "Brio" });
    const text = await exportCars(ctx, { brand: "Toyota" });
    expect(text.trim().split("\r\n")).toHaveLength(2);
    expect(text).toContain(";'=HYPERLINK(1);");
    expect(text).not.toMatch(/(^|;)"?[=+@]/m);
    expect(text.startsWith("\uFEFFPlat;Merek;")).toBe(true);
  });

  test("has the columns its reader may see", async () => {
    const { ctx, as, tenant } = await newShowroom();
    await addListedCar(ctx, { plate: "L 1 AB", costPriceRupiah: 123_456_789 });
    const [owners, admins, sales] = [
      await exportCars(ctx),
      await exportCars(as(staffMember("admin"))),
      await exportCars(as(salesPerson)),
    ];
    expect([owners, admins, sales].map((text) => [text.includes("123456789"), text.includes("L 1 AB")])).toEqual([
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(sales).not.toMatch(/Plat;|Modal/);
    await expect(exportCars(as({ type: "visitor" }))).rejects.toMatchObject({ code: "forbidden" });
    const other = testCtx(db, await createTenant(db));
    expect((await exportCars(other)).trim().split("\r\n")).toHaveLength(1);
    expect(await withTenant({ db, tenant }, (tx) => tx.car.count())).toBe(1);
  });

  test("the template is a sheet that imports", async () => {
    const { ctx } = await newShowroom();
    const { counts } = await planImport(ctx, { bytes: new TextEncoder().encode(importTemplate(ctx)) });
    expect(counts).toEqual({ create: 1, update: 0, unchanged: 0, error: 0 });
  });
});
