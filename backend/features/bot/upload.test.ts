import { describe, expect, test } from "bun:test";
import { createDeps } from "@/backend/deps";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { testClock } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps, runJobs, say, sendPhotos, startLanes } from "@/backend/testing/test-showroom";

const clock = testClock();
const deps = await createTestDeps({ clock });
startLanes(deps);
const PIPE = "B1234XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam";
const ALBUM = ["same-car-orientation-1.jpg", "same-car-orientation-2.jpg", "same-car-orientation-3.jpg"];

describe("uploading a car by WhatsApp", () => {
  test("photos and one line become a published car, step by step", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, room.owner, "/upload")).toContain("Kirim foto mobil (maks 10 foto)");

    const afterPhotos = await sendPhotos(deps, room, room.owner, ALBUM);
    expect(afterPhotos).toContain("3 foto diterima");
    expect(afterPhotos).toContain("Plat | Merek Model | Tahun | Harga | KM | Transmisi | Warna");

    const understood = await say(deps, room, room.owner, PIPE);
    expect(understood).toContain("INTERNAL");
    expect(understood).toContain("Plat: B 1234 XYZ");
    expect(understood).toContain("Kode stok: STK-001");
    expect(understood).toContain("Kode: #A01");
    expect(understood).toContain("Rp 185.000.000");

    expect(await say(deps, room, room.owner, "velg racing, spoiler")).toContain("kondisi");
    const recap = await say(deps, room, room.owner, "SKIP");
    expect(recap).toContain("/avanza-2020-hitam-a01");
    expect(recap).toContain("1 = Publish");
    expect(recap).toContain("velg racing, spoiler");

    const done = await say(deps, room, room.owner, "1");
    expect(done).toContain("BERHASIL PUBLISH! Unit #A01 (B 1234 XYZ) sudah live!");
    const cars = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.car.findMany({ include: { photos: true } }),
    );
    expect(cars).toHaveLength(1);
    expect(cars[0]).toMatchObject({
      status: "available",
      displayCode: "#A01",
      kmTotal: 45_000,
      priceRupiah: 185_000_000n,
    });
    expect(cars[0]?.photos).toHaveLength(3);
    expect(await runJobs(deps)).toBe(3);
  });

  test("an album under a caption with the details is answered once and asks only for what is missing", async () => {
    const room = await createShowroom(deps);
    const answer = await sendPhotos(deps, room, room.owner, ALBUM, "Avanza G 2020 hitam manual 185jt L 1234 AB");
    expect(answer).toContain("3 foto diterima");
    expect(answer.match(/foto diterima/g)).toHaveLength(1);
    expect(answer).toContain("Kilometernya berapa?");
    expect(await say(deps, room, room.owner, "45rb")).toContain("INTERNAL");
  });

  test("a part that cannot be read is asked for again, and nothing else", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    const answer = await say(
      deps,
      room,
      room.owner,
      "L 1234 AB | Toyota Avanza 1.3 G | duaribuduapuluh lebih | 185jt | 45rb | Manual | Hitam",
    );
    expect(answer).toContain("Tahun");
    expect(answer).not.toContain("Harganya berapa");
    expect(await say(deps, room, room.owner, "2020")).toContain("INTERNAL");
  });

  test("what is not a photo is refused in words, and the photos beside it are kept", async () => {
    const room = await createShowroom(deps);
    await say(deps, room, room.owner, "upload mobil");
    const answer = await sendPhotos(deps, room, room.owner, ["same-car-orientation-1.jpg", "truncated.jpg"]);
    expect(answer).toContain("1 foto diterima");
    expect(answer).toContain("⚠️");
  });

  test("of more than ten photos the first ten are taken, and it is said", async () => {
    const room = await createShowroom(deps);
    const twelve = Array.from({ length: 12 }, (_, index) => `same-car-orientation-${(index % 8) + 1}.jpg`);
    const answer = await sendPhotos(deps, room, room.owner, twelve);
    expect(answer).toContain("10 foto diterima");
    expect(answer).toContain("2 foto tidak dipakai");
  });

  test("details first, photos later leads to the same recap", async () => {
    const room = await createShowroom(deps);
    expect(await say(deps, room, room.owner, PIPE)).toContain("Kirim foto mobil");
    expect(await sendPhotos(deps, room, room.owner, ALBUM)).toContain("INTERNAL");
  });

  test("a car without a plate gets a temporary one, never in its public name", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    const understood = await say(deps, room, room.owner, "- | Honda Brio RS | 2019 | 150jt | 30rb | Matic | Merah");
    expect(understood).toContain("Plat: TEMP-001");
    expect(understood).toContain("#B01");
  });

  test("another car's command does not take the photos of the one being finished: the draft is offered first", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    for (const text of [PIPE, "skip", "skip"]) await say(deps, room, room.owner, text);
    const offer = await say(deps, room, room.owner, "/upload honda freed 2013 abu matic 145jt km 120rb");
    expect(offer).toMatch(/Masih ada draft[\s\S]*Avanza[\s\S]*2 = Mulai mobil baru/);
    expect(await say(deps, room, room.owner, "1")).toMatch(/Avanza[\s\S]*1 = Publish/);
  });

  test("a price at the recap is the draft's, in any wording", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    for (const text of [PIPE, "skip", "skip"]) await say(deps, room, room.owner, text);
    for (const text of ["harga 187 aja", "harganya 189jt"]) {
      expect(await say(deps, room, room.owner, text)).toMatch(/Rp 18[79]\.000\.000[\s\S]*1 = Publish/);
    }
  });

  test("a plate that is in stock is told, and the owner may update that car", async () => {
    const room = await createShowroom(deps);
    for (const text of ["/upload", PIPE]) await say(deps, room, room.owner, text);
    await sendPhotos(deps, room, room.owner, ALBUM);
    for (const text of ["skip", "skip", "1"]) await say(deps, room, room.owner, text);

    await sendPhotos(deps, room, room.owner, ALBUM);
    const question = await say(deps, room, room.owner, PIPE.replace("185jt", "179jt"));
    expect(question).toContain("sudah ada di stok");
    expect(await say(deps, room, room.owner, "1")).toContain("diperbarui");
    const cars = await withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
      tx.car.findMany({ include: { photos: true } }),
    );
    expect(cars.map((car) => [car.priceRupiah, car.photos.length])).toEqual([[179_000_000n, 6]]);
  });

  test("the recap can be edited before publishing", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    for (const text of [PIPE, "skip", "skip"]) await say(deps, room, room.owner, text);
    expect(await say(deps, room, room.owner, "2")).toContain("Bagian mana");
    expect(await say(deps, room, room.owner, "harga 180jt")).toContain("Rp 180.000.000");
    expect(await say(deps, room, room.owner, "warna putih")).toContain("Warna: Putih");
    expect(await say(deps, room, room.owner, "3")).toContain("tersimpan");
  });

  test("cancelling leaves nothing behind", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    expect(await say(deps, room, room.owner, "batal")).toContain("dibatalkan");
    expect(await say(deps, room, room.owner, "/upload")).toContain("Kirim foto mobil");
  });

  test("after half an hour of silence the draft is kept and offered at the next upload", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    await say(deps, room, room.owner, "Avanza G 2020 hitam manual 185jt L 1234 AB");
    clock.advance(31 * 60_000);
    expect(await say(deps, room, room.owner, "45rb")).toContain("belum paham");
    expect(await say(deps, room, room.owner, "/upload")).toContain("Toyota Avanza G 2020, 3 foto");
    expect(await say(deps, room, room.owner, "1")).toContain("Kilometernya berapa?");
    expect(await say(deps, room, room.owner, "45rb")).toContain("INTERNAL");
  });

  test("sales without the upload permission are told so", async () => {
    const room = await createShowroom(deps);
    expect(await sendPhotos(deps, room, room.sales, ALBUM)).toContain("izin");
  });

  test("a quick command in the middle does not lose the upload", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    expect(await say(deps, room, room.owner, "/list")).toContain("Tidak ada mobil");
    for (const text of [PIPE, "skip", "skip", "1"]) await say(deps, room, room.owner, text);

    await sendPhotos(deps, room, room.owner, ALBUM.slice(1));
    expect(await say(deps, room, room.owner, "/list")).toContain("1 mobil");
    expect(await say(deps, room, room.owner, PIPE.replace("B1234XYZ", "L 99 XX"))).toContain("Foto: 2");
  });

  test("a restart in the middle loses nothing", async () => {
    const room = await createShowroom(deps);
    await sendPhotos(deps, room, room.owner, ALBUM);
    for (const lane of deps.lanes) await lane.stop();

    const restarted = await createDeps(deps.env, deps.db.pool.options.connectionString ?? "", {
      clock,
      lanePollMs: 50,
    });
    restarted.phones.deliver = deps.phones.deliver;
    startLanes(restarted);
    try {
      expect(await say(restarted, room, room.owner, PIPE)).toContain("Foto: 3");
      for (const text of ["skip", "skip"]) await say(restarted, room, room.owner, text);
      expect(await say(restarted, room, room.owner, "1")).toContain("BERHASIL PUBLISH");
    } finally {
      await restarted.close();
      startLanes(deps);
    }
  });
});
