import { describe, expect, test } from "bun:test";
import { createCar } from "@/backend/features/cars";
import { listConversations } from "@/backend/features/conversations";
import { reportBotResolution, reportResponseTimes } from "@/backend/features/insights";
import { addPhotos } from "@/backend/features/photos";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { owner, testCtx } from "@/backend/testing/test-database";
import {
  createShowroom,
  createTestDeps,
  say,
  sendPhotos,
  startLanes,
  type TestShowroom,
} from "@/backend/testing/test-showroom";

const deps = await createTestDeps();
startLanes(deps);

async function stock(room: TestShowroom, cars: { plate: string; model?: string; color?: string; price?: number }[]) {
  const ctx = testCtx(deps.db, room.tenant, owner, deps.clock);
  for (const { plate, model = "Avanza", color = "Hitam", price = 185_000_000 } of cars) {
    await withTenant(ctx, async (tx) => {
      const photoIds = await addPhotos(joined(ctx, tx), [
        { originalKey: "originals/x", sha256: "x", width: 8, height: 8 },
      ]);
      await createCar(joined(ctx, tx), {
        plate,
        brand: "Toyota",
        model,
        year: 2020,
        color,
        transmission: "Manual",
        km: 45_000,
        priceRupiah: price,
        photoIds,
        status: "available",
        channel: "web",
      });
    });
  }
}

async function statusOf(room: TestShowroom, displayCode: string) {
  const car = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.car.findFirst({ where: { displayCode } }),
  );
  return car?.status;
}

async function soldPriceOf(room: TestShowroom, displayCode: string) {
  const car = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.car.findFirst({ where: { displayCode } }),
  );
  return car?.soldPriceRupiah;
}

async function allow(room: TestShowroom, permissions: string[]) {
  await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.user.updateMany({ where: { role: "sales" }, data: { permissions } }),
  );
}

async function openFlows(room: TestShowroom) {
  return withTenant({ db: deps.db, tenant: room.tenant }, (tx) => tx.conversationState.count());
}

describe("changing a status by WhatsApp", () => {
  test("a plate and a status ask for YA, and only YA sells the car", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    expect(await say(deps, room, room.owner, "/status B1234XYZ terjual")).toMatch(/TERJUAL\? Ketik YA/);
    expect(await statusOf(room, "#A01")).toBe("available");
    const done = await say(deps, room, room.owner, "YA");
    expect(done).toContain("TERJUAL");
    expect(done).toContain("1 terjual · Rp 185.000.000");
    expect(done).toContain("lead [nama] [no HP]");
    expect(await statusOf(room, "#A01")).toBe("sold");
  });

  test.each(["ok tunggu dulu", "sip jangan dulu", "ya nanti sore", "oke saya cek dulu ke owner"])(
    "a yes that is none yet, %p, sells nothing",
    async (text) => {
      const room = await createShowroom(deps);
      await stock(room, [{ plate: "B 1234 XYZ" }]);
      await say(deps, room, room.owner, "#A01 sold");
      expect(await say(deps, room, room.owner, text)).toContain("Ketik YA");
      expect(await statusOf(room, "#A01")).toBe("available");
    },
  );

  test("a no leaves everything as it was", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    await say(deps, room, room.owner, "#A01 sold");
    expect(await say(deps, room, room.owner, "tidak")).toContain("tidak ada yang diubah");
    expect(await statusOf(room, "#A01")).toBe("available");
  });

  test("a mistyped plate finds its car", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1478 GH" }, { plate: "W 900 AB", model: "Innova" }]);
    expect(await say(deps, room, room.owner, "/status L1487GH booking")).toContain("#A01");
    await say(deps, room, room.owner, "ya");
    expect(await statusOf(room, "#A01")).toBe("booking");
  });

  test("a description with several candidates becomes a numbered choice", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }, { plate: "L 2 AA" }, { plate: "L 3 AA", color: "Putih" }]);
    const question = await say(deps, room, room.owner, "avanza hitam yang kemarin udah laku");
    expect(question).toContain("1. ");
    expect(question).toContain("2. ");
    expect(question).not.toContain("Putih");
    expect(await say(deps, room, room.owner, "2")).toMatch(/Ketik YA/);
    await say(deps, room, room.owner, "ya");
    expect([await statusOf(room, "#A01"), await statusOf(room, "#A02")].sort()).toEqual(["available", "sold"]);
  });

  test("a car of another showroom is not found", async () => {
    const [room, other] = [await createShowroom(deps), await createShowroom(deps)];
    await stock(other, [{ plate: "B 7777 XX" }]);
    expect(await say(deps, room, room.owner, "/status B7777XX terjual")).toContain("tidak ketemu");
  });

  test("a right taken away before YA is missed at YA, and nothing changes", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    await allow(room, ["status"]);
    await say(deps, room, room.sales, "#A01 terjual");
    await allow(room, []);
    expect(await say(deps, room, room.sales, "ya")).toContain("izin");
    expect(await statusOf(room, "#A01")).toBe("available");
  });

  test.each(["avanza udah laku 180", "#A01 sold 180jt", "harga laku #A01 180", "avanza laku di harga 180.000.000"])(
    "the sum in %p is what the car went for: asked, stored and counted",
    async (text) => {
      const room = await createShowroom(deps);
      await stock(room, [{ plate: "B 1234 XYZ" }]);
      expect(await say(deps, room, room.owner, text)).toContain("TERJUAL seharga Rp 180.000.000? Ketik YA");
      const done = await say(deps, room, room.owner, "YA");
      expect(done).toContain("TERJUAL seharga Rp 180.000.000");
      expect(done).toContain("1 terjual · Rp 180.000.000");
      expect(await soldPriceOf(room, "#A01")).toBe(180_000_000n);
    },
  );

  test("a sum that cannot be the sold price is asked about, and only the right one is stored", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    const doubt = await say(deps, room, room.owner, "#A01 sold 35");
    expect(doubt).toContain("Rp 35.000.000? Harga di iklan Rp 185.000.000");
    expect(doubt).not.toContain("Ketik YA");
    expect(await say(deps, room, room.owner, "175")).toContain("seharga Rp 175.000.000? Ketik YA");
    expect(await say(deps, room, room.owner, "ya, 178jt")).toContain("seharga Rp 178.000.000? Ketik YA");
    await say(deps, room, room.owner, "ya");
    expect(await soldPriceOf(room, "#A01")).toBe(178_000_000n);
  });

  test("a sold price may be left out, and a deposit is none", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }, { plate: "B 2 XYZ", model: "Innova" }]);
    await say(deps, room, room.owner, "#A01 sold 900");
    expect(await say(deps, room, room.owner, "skip")).toContain("jadi TERJUAL? Ketik YA");
    await say(deps, room, room.owner, "ya");
    expect(await say(deps, room, room.owner, "innova sold dp 50jt")).toContain("jadi TERJUAL? Ketik YA");
    expect([await statusOf(room, "#A01"), await soldPriceOf(room, "#A01")]).toEqual(["sold", null]);
  });

  test("a question left open does not swallow the next command", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    expect(await say(deps, room, room.owner, "/status #A01")).toContain("jadi apa?");
    expect(await say(deps, room, room.owner, "lead Budi 081234567890")).toContain("lead baru");
  });

  test("a price is changed after a yes", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "B 1234 XYZ" }]);
    expect(await say(deps, room, room.owner, "/harga #A01 175jt")).toContain("Rp 185.000.000 jadi Rp 175.000.000");
    expect(await say(deps, room, room.owner, "ya")).toContain("Rp 175.000.000");
  });
});

describe("sales without a right", () => {
  const refusal = "Maaf, Anda belum punya izin untuk itu. Minta owner membukanya di Pengaturan > Tim.";
  const commands: [right: string, text: string][] = [
    ["upload", "upload mobil"],
    ["upload", "B 1 XY | Toyota Avanza | 2020 | 185jt | 45rb | Manual | Hitam"],
    ["status", "#A01 terjual"],
    ["price", "/harga #A01 170jt"],
    ["stats", "/stats bulan"],
  ];

  test.each(commands)(
    "to %s are told who gives it at the first word of %p, and no question stays open",
    async (right, text) => {
      const room = await createShowroom(deps);
      await stock(room, [{ plate: "B 1234 XYZ" }]);
      await allow(
        room,
        ["upload", "status", "price", "stats"].filter((one) => one !== right),
      );
      expect(await say(deps, room, room.sales, text)).toBe(refusal);
      expect(await openFlows(room)).toBe(0);
      await allow(room, [right]);
      expect(await say(deps, room, room.sales, text)).not.toContain("izin");
    },
  );

  test("who may upload no more in the middle of an upload is told so, and it is over", async () => {
    const room = await createShowroom(deps);
    await allow(room, ["upload"]);
    await say(deps, room, room.sales, "upload mobil");
    await allow(room, []);
    expect(await sendPhotos(deps, room, room.sales, ["same-car-orientation-1.jpg"])).toContain(refusal);
    expect(await openFlows(room)).toBe(0);
  });
});

describe("looking at the stock by WhatsApp", () => {
  test("what is no pick of an open list is answered as without it", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }, { plate: "L 2 AA" }]);
    await say(deps, room, room.owner, "/list");
    for (const text of ["siapa leadnya", "apa kabar", "ya"]) {
      expect(await say(deps, room, room.owner, text)).toMatch(/belum paham/);
    }
    expect(await say(deps, room, room.owner, "2")).toContain("#A0");
  });

  test("a list shows five at a time and goes on with lagi", async () => {
    const room = await createShowroom(deps);
    await stock(
      room,
      Array.from({ length: 7 }, (_, index) => ({ plate: `L ${index + 1} AA` })),
    );
    const first = await say(deps, room, room.owner, "/list");
    expect(first).toContain("7 mobil");
    expect(first.match(/^\d\. /gm)).toHaveLength(5);
    expect((await say(deps, room, room.owner, "lagi")).match(/^\d\. /gm)).toHaveLength(2);
  });

  test("a number picks from the list and shows its details", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }, { plate: "L 2 AA", model: "Innova" }]);
    await say(deps, room, room.owner, "list");
    const detail = await say(deps, room, room.owner, "1");
    expect(detail).toContain("Kode stok: STK-");
    expect(detail).toContain("Plat: L");
  });

  test("a search by words filters, and an unknown one says so", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }, { plate: "L 2 AA", model: "Innova" }]);
    expect(await say(deps, room, room.owner, "koleksi toyota")).toContain("2 mobil");
    expect(await say(deps, room, room.owner, "cari innova")).toContain("1 mobil");
    expect(await say(deps, room, room.owner, "cari honda jazz")).toContain("Tidak ada mobil");
  });

  test("a search leaves out what it rules out and begins with what there should be most of", async () => {
    const room = await createShowroom(deps);
    await stock(room, [
      { plate: "L 1 AA", price: 190_000_000 },
      { plate: "L 2 AA", model: "Innova", color: "Putih", price: 180_000_000 },
      { plate: "L 3 AA", model: "Calya", price: 130_000_000 },
    ]);
    expect(await say(deps, room, room.owner, "cari selain toyota di bawah 200")).toContain("Tidak ada mobil");
    const noAvanza = await say(deps, room, room.owner, "stok yang bukan avanza");
    expect([noAvanza.includes("2 mobil"), noAvanza.includes("Avanza")]).toEqual([true, false]);
    expect(await say(deps, room, room.owner, "cari toyota jangan yang hitam")).toContain("1 mobil");
    expect(await say(deps, room, room.owner, "stok paling murah")).toMatch(/Calya.*Innova.*Avanza/s);
  });

  test("detail, stats and help answer; a mistyped command is met with the nearest one", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }]);
    expect(await say(deps, room, room.owner, "detail #A01")).toContain("Kode stok");
    expect(await say(deps, room, room.owner, "/stats bulan")).toContain("Bulan ini");
    expect(await say(deps, room, room.owner, "help")).toContain("/upload");
    expect(await say(deps, room, room.owner, "/statsu")).toContain("/stat");
    expect(await say(deps, room, room.owner, "lead Budi 081234567890")).toContain("lead baru");
  });
});

describe("a customer who writes", () => {
  test("is greeted, and becomes one lead however often they write", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, "6285700000001", "halo kak")).toContain("selamat datang");
    await say(deps, room, "6285700000001", "makasih");
    const leads = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) => tx.lead.findMany());
    expect(leads.map(({ phone, source }) => [phone, source])).toEqual([["6285700000001", "wa"]]);
  });

  test("gets real stock with price, and never the plate", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1234 QX" }, { plate: "L 2 AA", price: 180_000_000 }]);
    const answer = await say(deps, room, "6285700000002", "ada avanza 2020 hitam?");
    expect(answer).toContain("2 unit");
    expect(answer).toContain("Rp 180.000.000");
    expect(answer).not.toMatch(/L\s?1234\s?QX|STK-/i);
  });

  test("is told honestly when nothing fits exactly, and never offered a sold car", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }]);
    expect(await say(deps, room, "6285700000003", "ada avanza putih?")).toMatch(/belum ada/);
    await say(deps, room, room.owner, "#A01 terjual");
    await say(deps, room, room.owner, "ya");
    const answer = await say(deps, room, "6285700000003", "ada avanza hitam?");
    expect(answer).toMatch(/tidak ada|kosong/);
    expect(answer).not.toContain("#A01");
  });

  test("learns where the showroom is and when it is open", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, "6285700000004", "jam buka kapan ya?")).toContain("Jam buka");
    expect((await say(deps, room, "6285700000004", "lokasi dimana")).length).toBeGreaterThan(10);
  });

  test("is told about a unit they name by its code, and of a sold one that it is not there", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }]);
    expect(await say(deps, room, "6285700000005", "#A01 masih ada?")).toContain("Rp 185.000.000");
    for (const text of ["#A01 terjual", "ya"]) await say(deps, room, room.owner, text);
    expect(await say(deps, room, "6285700000005", "#A01 masih ada?")).toContain("sudah terjual");
  });

  test("who wants no more messages is obeyed at once, on record, and is no lead", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, "6285700000006", "stop")).toContain("tidak akan mengirim pesan lagi");
    const { optedOut, leads } = await withTenant({ db: deps.db, tenant: room.tenant }, async (tx) => ({
      optedOut: await tx.conversation.count({ where: { optedOutAt: { not: null } } }),
      leads: await tx.lead.count(),
    }));
    expect([optedOut, leads]).toEqual([1, 0]);
  });

  test("staff in customer mode are answered as a customer, and come back with mode staf", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, room.owner, "mode pelanggan")).toContain("Mode pelanggan aktif");
    expect(await say(deps, room, room.owner, "halo")).toContain("selamat datang");
    expect(await say(deps, room, room.owner, "mode staf")).toContain("mode staf");
    expect(await say(deps, room, room.owner, "help")).toContain("/upload");
  });

  test("what staff try in customer mode makes no lead, no offer, no question, no chat of the inbox and no number of a report", async () => {
    const room = await createShowroom(deps);
    await stock(room, [{ plate: "L 1 AA" }]);
    const trial = ["mode pelanggan", "ada avanza?", "1", "nego 150 boleh?", "mesin ini pernah ikut balap di bulan?"];
    for (const text of [...trial, "kalian penipu, saya kecewa", "stop"]) await say(deps, room, room.owner, text);
    expect(await say(deps, room, room.owner, "halo")).not.toBe("");
    await say(deps, room, room.owner, "mode staf");
    await deps.searchLog.flush();

    const ctx = testCtx(deps.db, room.tenant, owner, deps.clock);
    const kept = await withTenant(ctx, async (tx) => [
      ...[await tx.lead.count(), await tx.handover.count(), await tx.customerQuestion.count()],
      ...[await tx.searchLog.count(), await tx.conversation.count({ where: { attention: { not: null } } })],
    ]);
    expect(kept).toEqual([0, 0, 0, 0, 0]);
    expect((await listConversations(ctx)).counts.all).toBe(0);
    expect((await reportResponseTimes(ctx)).bot.answers).toBe(0);
    expect((await reportBotResolution(ctx)).conversations).toBe(0);
  });
});
