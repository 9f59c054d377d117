import { describe, expect, test } from "bun:test";
import { addListedCar } from "@/backend/features/cars/test-cars";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "@/backend/testing/customer-stock";
import { owner, testClock, testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps } from "@/backend/testing/test-showroom";
import { testChat } from "./test-chat";

// Friday, 10.00 in Jakarta: open until 18.00.
const clock = testClock();
const deps = await createTestDeps({ clock });
const room = await createShowroom(deps, { subdomain: "which-unit" });
await fillFaqs(deps, room);
await fillStock(deps, room);
await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => {
  const tenantId = room.tenant.id;
  const waru = await tx.branch.create({ data: { tenantId, name: "Cabang Waru", address: "Jl. Waru 45" } });
  const rungkut = await tx.branch.create({ data: { tenantId, name: "Cabang Rungkut", address: "Jl. Rungkut 88" } });
  await tx.car.updateMany({ data: { branchId: waru.id } });
  await tx.car.updateMany({ where: { displayCode: "#V01" }, data: { branchId: rungkut.id } });
  // Words of a visit, of a credit and of a question about the warranty, in a seller's notes.
  const conditionNotes = "Bumper depan mulus, ban baru 5 tahun, garansi mesin.";
  await tx.car.updateMany({ where: { displayCode: "#A02" }, data: { conditionNotes, priceRupiah: 180_000_000n } });
});
const boss = testCtx(deps.db, room.tenant, owner, clock);
const tenant = await deps.directory.byId(room.tenant.id);
if (!tenant) throw new Error("no tenant");
const site = { tenant, siteUrl: "https://x.example" };

/** Each line said in turn; the answers to them. */
async function talk(...texts: string[]): Promise<string[]> {
  const chatId = crypto.randomUUID();
  const replies: string[] = [];
  let memory: unknown;
  for (const text of texts) {
    const answer = await testChat(deps, boss, { text, chatId, ...(memory !== undefined && { memory }) }, site);
    memory = answer.memory;
    replies.push(answer.reply);
  }
  return replies;
}

const last = async (...texts: string[]) => (await talk(...texts)).at(-1) ?? "";
const codesIn = (answer: string) => [...new Set(answer.match(/#[A-Z]\d+/g))].toSorted();
const AVANZAS = "Ada Avanza 2020 hitam?";

describe("of a list that nobody picked from, no car is taken to be meant", () => {
  test.each([
    [AVANZAS, "jumat depan bisa test drive jam 9 pagi?", /jam 9 pagi saya catat/],
    [AVANZAS, "besok jam 7 malam bisa?", /besok jam 7 malam tetap saya catat/],
    [AVANZAS, "angsuran 5 tahun", /tenor 60 bulan/],
    [AVANZAS, "180 net ya", /sampaikan ke sales[\s\S]*unit yang mana/i],
    ["mobil yang paling murah apa", "angsuran 5 tahun", /tenor 60 bulan/],
    ["mobil yang paling murah apa", "besok jam 10 saya ke sana", /besok jam 10 saya catat/],
  ])("“%s”, then “%s” names none", async (list, words, said) => {
    const answer = await last(list, words);
    expect(answer).toMatch(said);
    expect(codesIn(answer)).toEqual([]);
  });

  test("where they stand is told of each; where the showroom is, of the showroom", async () => {
    const [, where = "", visit = ""] = await talk(AVANZAS, "ini di cabang mana", "besok jam 7 malam bisa?");
    expect(where).toMatch(/1\. .*#A01\*: Cabang Waru[\s\S]*3\. .*#V01\*: Cabang Rungkut/);
    expect(codesIn(visit)).toEqual([]);
    expect(codesIn(await last(AVANZAS, "lokasinya dimana?"))).toEqual([]);
    expect(codesIn(await last(AVANZAS, "yg di rungkut"))).toEqual(["#V01"]);
  });
});

describe("a question after a list", () => {
  test("a property is told of each in a line, what is the same once, what is unknown by its code", async () => {
    const [, km = "", fuel = "", tax = ""] = await talk(AVANZAS, "itu km berapa", "bbm nya", "pajaknya kapan?");
    expect(km.split("\n").slice(0, 3)).toEqual([
      "1. *Avanza 2020 Hitam #A01*: Kilometer: 45.000 km",
      "2. *Avanza 2020 Hitam #A02*: Kilometer: 50.000 km",
      "3. *Veloz 2020 Hitam #V01*: Kilometer: 40.000 km",
    ]);
    expect(fuel).toStartWith("Bahan bakar: Bensin\n");
    expect(tax).toMatch(/^1\. .*#A01\*: Pajak hidup sampai Mei 2027\n\nSoal pajak #A02 & #V01, datanya belum ada/);
  });

  test("what needs no unit is answered without one", async () => {
    const [, warranty = "", discount = ""] = await talk(
      AVANZAS,
      "masih garansi?",
      "kalau saya beli cash dapat diskon?",
    );
    expect(warranty).toContain("Garansi mesin dan transmisi 6 bulan.");
    expect(discount).toMatch(/sales kami/);
    expect(codesIn(warranty + discount)).toEqual([]);
  });

  test("the same list is not shown twice in a row: only its number is asked for", async () => {
    const [, first = "", second = "", picked = ""] = await talk(AVANZAS, "minta fotonya", "booking dong", "2");
    for (const answer of [first, second]) expect(answer).toMatch(/^Untuk unit yang mana, Kak\? Balas nomornya saja\.$/);
    expect(picked).toMatch(/booking \*Avanza 2020 Hitam #A02\*/);
  });
});

describe("a comparison with one car in mind", () => {
  test.each([
    ["#A01", "bedanya sama innova apa?", ["#A01", "#I01"]],
    ["#I01", "sama brio, bedanya?", ["#B01", "#I01"]],
    ["#I01", "bedanya sama avanza apa", ["#A01", "#I01"]],
    ["#B01", "bedanya sama avanza a02", ["#A02", "#B01"]],
  ])("%s, “%s” sets it beside the nearest of the other model, or the code named", async (code, words, codes) => {
    const answer = await last(code, words);
    expect(answer).toContain("perbandingannya");
    expect(codesIn(answer)).toEqual(codes);
  });

  test("a model that is not there is said, and the car in mind stays", async () => {
    const [, none = "", km = ""] = await talk("#I01", "bedanya sama fortuner apa", "km berapa?");
    expect(none).toMatch(/Fortuner .*(?:tidak ada|kosong)|Fortuner stok kami/);
    expect(km).toContain("108.000 km");
  });
});

describe("a search that goes on", () => {
  test("one property asked beside a car in mind looks for it in the same model", async () => {
    const answer = await last("avanza 2020 hitam masih?", "yg velg racing", "matic ada?");
    expect(codesIn(answer)).toEqual(["#V01"]);
  });

  test("what is ruled out and does not touch the car in mind leaves the rest of the search as it was", async () => {
    const answer = await last("cari mobil diesel matic di bawah 300", "jangan yg hitam");
    expect(answer).toContain("matic diesel sampai Rp 300 jt selain hitam");
    expect(codesIn(answer)).toEqual(["#I01"]);
  });

  test("what was said last is given up last", async () => {
    const answer = await last("cari mobil matic di bawah 200", "warna hitam");
    expect(answer).toContain("transmisi selain matic");
    expect(codesIn(answer)).toEqual(["#A01", "#A02"]);
  });

  test("a price limit is stretched, never dropped, but for who named the car", async () => {
    expect(codesIn(await last("mobil diesel matic di bawah 100 juta"))).toEqual([]);
    expect(await last("innova di bawah 100 juta")).toMatch(/harga lain[\s\S]*#I01/);
  });

  test("another colour of the car in mind keeps to the price that was told", async () => {
    await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.car.updateMany({ where: { displayCode: "#A02" }, data: { color: "Putih", priceRupiah: 260_000_000n } }),
    );
    const answer = await last("avanza hitam di bawah 200 juta", "warna lain ada?");
    await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.car.updateMany({ where: { displayCode: "#A02" }, data: { color: "Hitam", priceRupiah: 180_000_000n } }),
    );
    expect(answer).not.toContain("#A02");
  });

  test("a number the list has not picks nothing silently", async () => {
    expect(await last("ada brio?", "yg kedua")).toStartWith("Di daftar tadi hanya ada satu unit, Kak: *Brio");
    expect(await last(AVANZAS, "yg kelima")).toBe("Untuk unit yang mana, Kak? Balas nomornya saja.");
  });

  test("a feature with no car in mind is looked for in the stock, and made narrower after", async () => {
    const [none = ""] = await talk("ada yg sunroof?");
    expect(none).toMatch(/“sunroof”/);
    expect(codesIn(none)).toEqual([]);
    const car = { brand: "Honda", bodyType: "SUV" as const, transmission: "Matic" as const, keyFeatures: ["Sunroof"] };
    await addListedCar(boss, { ...car, plate: "L 1 SR", model: "HR-V", variant: "1.8", priceRupiah: 190_000_000 });
    await addListedCar(boss, { ...car, plate: "L 2 SR", model: "CR-V", variant: "2.4", priceRupiah: 290_000_000 });
    const [two = "", one = ""] = await talk("ada yg sunroof?", "yg di bawah 200");
    expect([codesIn(two), codesIn(one)]).toEqual([["#C01", "#H01"], ["#H01"]]);
    expect(codesIn(await last("ada mobil apa aja", "ada yg sunroof?"))).toEqual(["#C01", "#H01"]);
  });
});
