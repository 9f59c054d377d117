import { describe, expect, test } from "bun:test";
import { updateUser } from "@/backend/features/accounts";
import { createCar } from "@/backend/features/cars";
import { addPhotos } from "@/backend/features/photos";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { owner, testClock, testCtx } from "@/backend/testing/test-database";
import {
  createShowroom,
  createTestDeps,
  say,
  sendPhotos,
  startLanes,
  type TestShowroom,
} from "@/backend/testing/test-showroom";
import { readPin } from "./pin";

const PIPE = "B 1234 XYZ | Toyota Avanza G 1.3 | 2020 | 185jt | 45rb | Manual | Hitam";
const clock = testClock();
const deps = await createTestDeps({ clock });
startLanes(deps);

/** A showroom with two cars whose owner has the PIN 4821, or none. */
async function showroom(pin: string | null = "4821") {
  const room = await createShowroom(deps);
  const ctx = testCtx(deps.db, room.tenant, owner, clock);
  const user = await withTenant(ctx, (tx) => tx.user.findFirstOrThrow({ where: { whatsappNumber: room.owner } }));
  if (pin) await updateUser(ctx, { userId: user.id, changes: { pin } });
  for (const color of ["Hitam", "Putih"]) {
    await withTenant(ctx, async (tx) => {
      const photos = [{ originalKey: "originals/x", sha256: color, width: 8, height: 8 }];
      await createCar(joined(ctx, tx), {
        ...{ brand: "Toyota", model: "Avanza", year: 2020, color, transmission: "Manual", km: 45_000 },
        ...{ priceRupiah: 185_000_000, status: "available", channel: "web" },
        photoIds: await addPhotos(joined(ctx, tx), photos),
      });
    });
  }
  return room;
}

async function read<T>(room: TestShowroom, query: (tx: Parameters<Parameters<typeof withTenant>[1]>[0]) => Promise<T>) {
  return withTenant({ db: deps.db, tenant: room.tenant }, query) as Promise<T>;
}

async function carOf(room: TestShowroom, displayCode = "#A01") {
  return read(room, (tx) => tx.car.findFirstOrThrow({ where: { displayCode } }));
}

function inSpeech(room: TestShowroom) {
  return async (...texts: string[]) => {
    let answer = "";
    for (const text of texts) {
      clock.advance(1_000);
      answer = await say(deps, room, room.owner, text);
    }
    return answer;
  };
}

describe("changing stock by WhatsApp with a PIN", () => {
  test("nothing changes before the PIN was told, and the right one does what was asked", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    expect(await tell("#A01 terjual", "YA")).toContain("Ketik PIN");
    expect((await carOf(room)).status).toBe("available");
    expect(await tell("1111")).toContain("PIN salah");
    expect((await carOf(room)).status).toBe("available");
    expect(await tell("4821")).toContain("TERJUAL");
    expect((await carOf(room)).status).toBe("sold");
  });

  test("whoever has none is not asked", async () => {
    const room = await showroom(null);
    expect(await inSpeech(room)("#A01 terjual", "YA")).toContain("TERJUAL");
  });

  test("a price and a new car want it too", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    expect(await tell("/harga #A01 170jt", "ya")).toContain("Ketik PIN");
    expect((await carOf(room)).priceRupiah).toBe(185_000_000n);
    expect(await tell("pin saya 4821")).toContain("Rp 170.000.000");

    const other = await showroom();
    const speak = inSpeech(other);
    await speak("/upload", PIPE);
    await sendPhotos(deps, other, other.owner, ["same-car-orientation-1.jpg"]);
    expect(await speak("skip", "skip", "1")).toContain("Ketik PIN");
    expect(await read(other, (tx) => tx.car.count())).toBe(2);
    expect(await speak("4821")).toContain("http");
    expect(await read(other, (tx) => tx.car.count())).toBe(3);
  });

  test("told once it is good for a quarter of an hour, then it is asked for again", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA", "4821");
    expect(await tell("#A02 booking", "YA")).toContain("BOOKED");
    clock.advance(15 * 60_000);
    expect(await tell("#A02 terjual", "YA")).toContain("Ketik PIN");
  });

  test("told again while it counts it is not kept, and BATAL with nothing open does not end it", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA", "4821");
    expect(await tell("4821")).toContain("tidak diminta");
    await tell("batal");
    expect(await tell("#A02 booking", "YA")).toContain("BOOKED");
    const texts = await read(room, (tx) => tx.message.findMany({ select: { text: true } }));
    expect(JSON.stringify(texts)).not.toContain("4821");
  });

  test("looking at the stock wants none, and may be done while it is waited for", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA");
    expect(await tell("list")).toContain("2 mobil");
    expect(await tell("4821")).toContain("TERJUAL");
  });

  test("BATAL forgets what waited; the PIN then sells nothing", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    expect(await tell("#A01 terjual", "YA", "batal")).toContain("Tidak ada yang diubah");
    await tell("4821");
    expect((await carOf(room)).status).toBe("available");
  });

  test("a PIN never says yes to another question than the one it was asked for", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA");
    expect(await tell("#A02 booking")).toContain("Ketik YA");
    expect(await tell("4821")).toContain("PIN benar");
    expect([(await carOf(room)).status, (await carOf(room, "#A02")).status]).toEqual(["available", "available"]);
    expect(await tell("YA")).toContain("BOOKED");
  });

  test("a year that is asked for later is a year", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    expect(await tell("#A01 terjual", "YA", "/upload avanza hitam manual 185jt 45rb")).toContain("Tahun");
    expect(await tell("2019")).not.toContain("PIN");
  });
});

describe("the PIN itself", () => {
  test("is in no stored message, reading or event, right or wrong", async () => {
    const room = await showroom();
    await inSpeech(room)("#A01 terjual", "YA", "9753", "4821");
    const kept = await read(room, async (tx) => [
      await tx.message.findMany(),
      await tx.event.findMany(),
      await tx.conversationState.findMany(),
    ]);
    const text = JSON.stringify(kept, (_, value) => (typeof value === "bigint" ? "" : value));
    expect(text).toContain("••••");
    expect(text).not.toMatch(/\b(9753|4821)\b/);
    expect(text).toContain("auth.pin_failed");
  });

  test("told after something else was begun is not kept either", async () => {
    const room = await showroom();
    await inSpeech(room)("#A01 terjual", "YA", "/upload avanza hitam manual 185jt 45rb", "pin nya 4821 pak");
    const texts = await read(room, (tx) => tx.message.findMany({ select: { text: true, entities: true } }));
    expect(JSON.stringify(texts)).not.toContain("4821");
  });

  test("is not looked at for a while after five wrong ones, even when it is right", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA");
    expect(await tell("1111", "2222", "3333", "4444", "5555")).toContain("PIN salah");
    expect(await tell("4821")).toContain("Terlalu banyak percobaan");
    expect((await carOf(room)).status).toBe("available");
    clock.advance(31_000);
    expect(await tell("4821")).toContain("TERJUAL");
  });

  test("that the owner sets anew in the dashboard may be tried at once", async () => {
    const room = await showroom();
    const tell = inSpeech(room);
    await tell("#A01 terjual", "YA", "1111", "2222", "3333", "4444", "5555");
    const ctx = testCtx(deps.db, room.tenant, owner, clock);
    const { id: userId } = await read(room, (tx) =>
      tx.user.findFirstOrThrow({ where: { whatsappNumber: room.owner } }),
    );
    await updateUser(ctx, { userId, changes: { pin: "60606" } });
    expect(await tell("60606")).toContain("TERJUAL");
  });

  test.each([
    ["1234", "1234"],
    [" 12 34 56. ", "123456"],
    ["PIN: 1234", "1234"],
    ["pin saya 1234", "1234"],
    ["12345678", "12345678"],
    ["1234 kak", "1234"],
    ["ini pin saya 1234 ya pak", "1234"],
    ["pin barusan 1234 coba", "1234"],
    ["2", null],
    ["1 2", null],
    ["185jt", null],
    ["avanza 2019", null],
  ])("%p is read as %p", (text, pin) => {
    expect(readPin(text)).toBe(pin);
  });
});
