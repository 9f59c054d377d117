import { describe, expect, test } from "bun:test";
import { dialogueWorld } from "@/backend/testing/dialogue-world";
import { owner, salesPerson, testCtx } from "@/backend/testing/test-database";
import { createShowroom } from "@/backend/testing/test-showroom";
import { testChat } from "./test-chat";

const { clock, deps, room, showroom, customer, inTenant, imagesSentTo } = await dialogueWorld();

describe("looking for a car", () => {
  test("all matching units are listed, numbered, with what tells them apart, kilometres and price", async () => {
    const answer = await customer().says("Ada Avanza 2020 hitam?");
    expect(answer).toMatch(/1\. \*Avanza 2020 Hitam #A01\*[\s\S]*velg racing[\s\S]*45\.000 km[\s\S]*Rp 185\.000\.000/);
    expect(answer).toMatch(/2\. \*Avanza 2020 Hitam #A02\*[\s\S]*ban baru[\s\S]*50\.000 km[\s\S]*Rp 180\.000\.000/);
    expect(answer).toMatch(/3\. \*Veloz 2020 Hitam #V01\*[\s\S]*matic[\s\S]*40\.000 km[\s\S]*Rp 215\.000\.000/);
    expect(answer).not.toContain("Brio");
  });

  test.each([
    ["1", "#A01"],
    ["yang pertama", "#A01"],
    ["yg velg racing", "#A01"],
    ["yang ban baru aja", "#A02"],
    ["#A02", "#A02"],
    ["yang matic", "#V01"],
    ["yang paling murah", "#A02"],
    ["yg 215", "#V01"],
  ])("“%s” picks from the list", async (words, code) => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    const answer = await shopper.says(words);
    expect(answer).toContain(code);
    expect(answer.match(/#[A-Z]\d+/g)?.every((found) => found === code)).toBe(true);
  });

  test("what does not fit is relaxed one step at a time, and said", async () => {
    const answer = await customer().says("ada avanza 2020 putih?");
    expect(answer).toMatch(/belum ada/);
    expect(answer).toMatch(/warna selain putih/);
    expect(answer).toContain("#A01");
  });

  test("another model is never offered as if it fitted", async () => {
    const answer = await customer().says("ada pajero sport?");
    expect(answer).toMatch(/tidak ada|kosong/);
    expect(answer).not.toContain("#A0");
  });

  test("a budget lists what it buys, and instalments are turned into a price that is called an estimate", async () => {
    const budget = await customer().says("budget 185 dapat apa kak");
    expect(budget).toContain("#A01");
    expect(budget).not.toContain("#B01");
    const credit = await customer().says("dp 50 cicilan 4 jutaan dapat apa");
    expect(credit).toMatch(/hanya perkiraan/);
    expect(credit).toContain("#A01");
    expect(credit).not.toContain("#I01");
  });

  test("“yang matic ada?” goes on with the model that was asked for", async () => {
    const shopper = customer();
    await shopper.says("ada avanza?");
    const answer = await shopper.says("kalau yang matic ada?");
    expect(answer).toContain("#V01");
    expect(answer).not.toContain("#B01");
  });

  test("a sold unit is never offered; what is like it is", async () => {
    const other = await showroom("sold");
    await inTenant(
      (tx) => tx.car.updateMany({ where: { displayCode: "#A01" }, data: { status: "sold", soldAt: clock.now() } }),
      other,
    );
    const shopper = customer(other);
    expect(await shopper.says("Ada Avanza 2020 hitam?")).not.toContain("#A01");
    const answer = await shopper.says("#A01 masih ada?");
    expect(answer).toMatch(/#A01\* sudah terjual/);
    expect(answer).toContain("1. *Avanza 2020 Hitam #A02*");
    expect(answer).not.toContain("185.000.000");
  });

  test("two units are compared side by side", async () => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    const answer = await shopper.says("bandingin no 1 sama 3 dong");
    expect(answer).toContain("#A01");
    expect(answer).toContain("#V01");
    expect(answer).not.toContain("#A02*");
    expect(answer).toMatch(/lebih murah Rp 30 jt/);
  });
});

describe("a unit that is talked about stays in mind", () => {
  test("kilometres, tax, papers and price follow without naming it again", async () => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    await shopper.says("yg velg racing");
    expect(await shopper.says("itu km berapa?")).toContain("45.000 km");
    expect(await shopper.says("pajaknya?")).toContain("Mei 2027");
    expect(await shopper.says("surat lengkap?")).toContain("STNK dan BPKB lengkap");
    expect(await shopper.says("harganya berapa")).toContain("Rp 185.000.000");
  });

  test("photos are sent, and a bare “ya” to the offer of photos sends them too", async () => {
    const first = customer();
    await first.says("#A01 masih ada?");
    expect(await first.says("ada fotonya?")).toMatch(/foto/);
    expect(await imagesSentTo(first.phone)).toHaveLength(1);

    const second = customer();
    await second.says("saya mau yang #A02");
    await second.says("boleh kak");
    expect(await imagesSentTo(second.phone)).toHaveLength(1);
  });

  test("a question before the choice is answered after it", async () => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    expect(await shopper.says("ada videonya?")).toMatch(/unit yang mana/i);
    expect(await shopper.says("1")).toMatch(/video/i);
  });

  test("what is not on record is asked of the team, said so, and queued for the owner", async () => {
    const shopper = customer();
    await shopper.says("#A02 masih ada?");
    expect(await shopper.says("kunci serepnya ada?")).toMatch(/belum ada di saya|belum tercatat/);
    const questions = await inTenant((tx) => tx.customerQuestion.findMany({ where: { text: "kunci serepnya ada?" } }));
    expect(questions.map(({ status, reason }) => [status, reason])).toEqual([["open", "unknown"]]);
  });
});

describe("the showroom itself", () => {
  test("place, hours and FAQ come from its own data", async () => {
    const shopper = customer();
    expect(await shopper.says("lokasinya dimana?")).toContain("Jl. Raya Darmo No. 123, Surabaya");
    expect(await shopper.says("buka jam berapa?")).toMatch(
      /Senin–Sabtu: 09\.00–18\.00[\s\S]*Sekarang buka sampai jam 18\.00/,
    );
    expect(await shopper.says("syarat kreditnya apa aja?")).toContain("KTP suami istri");
    expect(await shopper.says("boleh bawa mekanik sendiri?")).toContain("Sangat boleh");
  });

  test("a day asked for by name or date is told with its own hours, a visit on it too, though it is months away", async () => {
    const away = await showroom("libur");
    const holidays = [{ date: "2027-03-10", name: "Idul Fitri", hours: [] }];
    await deps.db.prisma.tenant.update({ where: { id: away.tenant.id }, data: { holidays } });
    const told = "10 Mar 2027 (Idul Fitri): Tutup";
    expect(await customer(away).says("lebaran buka?")).toMatch(/10 Mar 2027 \(Idul Fitri\): Tutup[\s\S]*Jam buka/);
    expect(await customer(away).says("mau lihat unit tgl 10 maret bisa?")).toContain("10 Mar");
    expect(await customer(away).says("mau lihat unit pas lebaran bisa?")).toContain(told);
    expect(await customer(away).says("buka jam berapa?")).not.toContain(told);
  });

  test("a question nobody wrote an answer for goes to the team, and the same one is counted, not queued twice", async () => {
    for (const shopper of [customer(), customer()]) {
      expect(await shopper.says("kenapa logonya ayam jago?")).toMatch(/tim/);
    }
    const questions = await inTenant((tx) =>
      tx.customerQuestion.findMany({ where: { text: { contains: "ayam jago" } } }),
    );
    expect(questions.map(({ timesAsked }) => timesAsked)).toEqual([2]);
  });

  test("one showroom answers from its own stock only", async () => {
    const other = await createShowroom(deps, { subdomain: "malang" });
    expect(await customer(other).says("Ada Avanza 2020 hitam?")).toMatch(/tidak ada|kosong/);
    expect(await customer(other).says("#A01 masih ada?")).toMatch(/tidak ada/);
  });
});

describe("the way of speaking", () => {
  test("the customer's own form of address is used, and the name they gave", async () => {
    const shopper = customer();
    expect(await shopper.says("pagi pak, ada brio?")).toMatch(/\bPak\b/);
    expect(await shopper.says("saya bu Ratna")).toMatch(/Bu Ratna|Bu\b/);
    expect(await shopper.says("brionya masih?")).toMatch(/\bBu\b/);
  });

  test("English is answered in English, with the same numbers", async () => {
    const shopper = customer();
    const answer = await shopper.says("Hello, do you have a black Avanza 2020?");
    expect(answer).toContain("Rp 185.000.000");
    expect(answer).not.toMatch(/\b(unit yang|cocok|harga)\b/i);
    expect(await shopper.says("where is your showroom?")).toContain("Jl. Raya Darmo No. 123");
  });

  test("an English no rules out what it names", async () => {
    const shopper = customer();
    expect(await shopper.says("Hi, do you have any automatic car under 300 million?")).toContain("#V01");
    const answer = await shopper.says("not the black one please");
    expect(answer).toContain("other than black");
    expect([answer.includes("#V01"), answer.includes("#B01")]).toEqual([false, true]);
    expect(await customer().says("no diesel please, automatic under 300 million")).not.toContain("#I01");
  });

  test("Javanese is mirrored", async () => {
    expect(await customer().says("onok brio matic ta mas, piro regane?")).toMatch(/wonten|nggih|monggo/i);
  });
});

describe("wanting to deal makes a hot lead", () => {
  test.each([
    ["bisa nego gak?", "negotiates"],
    ["170 boleh?", "made_offer"],
    ["kredit dp 30jt tenor 4 tahun cicilannya berapa?", "credit_numbers"],
    ["bisa tukar tambah sama xenia 2015?", "trade_in"],
    ["besok jam 10 mau lihat mobilnya", "visit"],
    ["saya mau booking, transfer kemana?", "reserve"],
    ["minta nomor salesnya dong, mau ngobrol sama orang", "asked_for_person"],
  ])("“%s”", async (words, reason) => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    const answer = await shopper.says(words);
    expect(answer).toMatch(/sales kami|tim/i);
    const lead = await inTenant((tx) =>
      tx.lead.findFirstOrThrow({ where: { phone: shopper.phone }, include: { handovers: true } }),
    );
    expect([lead.status, lead.handovers.map((handover) => handover.reason)]).toEqual(["hot", [reason]]);
  });

  test("sales read when the customer wants to come, and the last word of it", async () => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    await shopper.says("hari minggu jam 10 saya datang");
    const reasons = async () =>
      (await inTenant((tx) => tx.lead.findFirstOrThrow({ where: { phone: shopper.phone } }))).scoreReasons;
    expect(await reasons()).toContain("Mau datang atau test drive (hari minggu jam 10, 22 Nov, showroom tutup)");
    await shopper.says("jadinya sabtu jam 9 aja");
    expect(await reasons()).toContain("Mau datang atau test drive (sabtu jam 9, 21 Nov)");
  });

  test("a sum the customer names never becomes the price", async () => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    const answer = await shopper.says("140 cash saya ambil sekarang");
    expect(answer).toContain("Rp 185.000.000");
    expect(answer).toMatch(/penawaran.*Rp 140\.000\.000/i);
  });

  test("nobody is told an account number", async () => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    expect(await shopper.says("dp via transfer ke rekening siapa?")).toMatch(/jangan transfer dulu sebelum/i);
  });

  test("after hours the promise of a person names the opening time", async () => {
    clock.advance(10 * 3_600_000);
    try {
      const shopper = customer();
      await shopper.says("#A01 masih ada?");
      expect(await shopper.says("bisa nego?")).toMatch(/buka lagi besok jam 09\.00/);
    } finally {
      clock.advance(-10 * 3_600_000);
    }
  });
});

describe("limits and wishes", () => {
  test("who wants no more messages is obeyed at once, on record, and is no lead", async () => {
    const shopper = customer();
    expect(await shopper.says("stop jangan wa lagi")).toMatch(/tidak akan mengirim pesan lagi/);
    const kept = await inTenant((tx) => tx.conversation.findFirstOrThrow({ where: { phone: shopper.phone } }));
    expect(kept.optedOutAt).not.toBeNull();
    expect(await inTenant((tx) => tx.lead.count({ where: { phone: shopper.phone } }))).toBe(0);
  });

  test("more than ten messages in a minute are kept, and answered once with a word about it", async () => {
    const shopper = customer();
    await shopper.says("halo");
    const webhooks = Array.from({ length: 12 }, (_, index) =>
      deps.phones.deliver({
        device: room.device,
        sender: shopper.phone,
        id: `flood-${shopper.phone}-${index}`,
        text: `pesan ${index}`,
      }),
    );
    await Promise.all(webhooks);
    expect(await shopper.says("masih ada?")).toMatch(/pesannya banyak sekali/i);
    expect(await shopper.says("halo?")).not.toMatch(/banyak sekali/);
    const stored = await inTenant((tx) =>
      tx.message.count({ where: { direction: "inbound", conversation: { phone: shopper.phone } } }),
    );
    expect(stored).toBe(15);
  });

  test("money paid and not answered reaches owner and sales at once", async () => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    await shopper.says("udah transfer 2 juta kok belum dikabari");
    const kept = await inTenant((tx) => tx.conversation.findFirstOrThrow({ where: { phone: shopper.phone } }));
    const handovers = await inTenant((tx) => tx.handover.findMany({ where: { conversationId: kept.id } }));
    const told = await inTenant((tx) => tx.message.findMany({ where: { text: { contains: "SUDAH BAYAR" } } }));
    expect([kept.attention, handovers.map(({ reason }) => reason), told.length]).toEqual([
      "complaint",
      ["complaint"],
      1,
    ]);
  });

  test("a burst is answered once", async () => {
    const shopper = customer();
    for (const text of ["halo", "kak", "ada avanza"]) {
      await deps.phones.deliver({ device: room.device, sender: shopper.phone, id: `${shopper.phone}-${text}`, text });
    }
    const answer = await shopper.says("hitam 2020?");
    expect(answer.split("\n---\n")).toHaveLength(1);
    expect(answer).toContain("#A01");
  });

  test("a voice note is answered honestly and shown to the staff", async () => {
    const shopper = customer();
    await deps.phones.deliver({
      device: room.device,
      sender: shopper.phone,
      id: `v-${shopper.phone}`,
      text: "",
      media: { kind: "audio" },
    });
    expect(await shopper.says("")).toMatch(/voice note/);
    const kept = await inTenant((tx) => tx.conversation.findFirstOrThrow({ where: { phone: shopper.phone } }));
    expect(kept.attention).toBe("voice_note");
  });
});

test("the test chat answers as a customer is answered, says what of, and writes nothing", async () => {
  const boss = testCtx(deps.db, room.tenant, owner, clock);
  const tenant = await deps.directory.byId(room.tenant.id);
  if (!tenant) throw new Error("no tenant");
  const site = { tenant, siteUrl: "https://x.example" };
  const before = await inTenant(async (tx) => [
    await tx.message.count(),
    await tx.lead.count(),
    await tx.customerQuestion.count(),
  ]);
  const chatId = crypto.randomUUID();
  const first = await testChat(deps, boss, { text: "Ada Avanza 2020 hitam?", chatId }, site);
  const second = await testChat(deps, boss, { text: "2", chatId, memory: first.memory }, site);
  await testChat(deps, boss, { text: "kenapa logonya ayam jago?", chatId, memory: second.memory }, site);
  expect([first.intents, first.isModelCalled]).toEqual([["stock_search"], false]);
  expect(first.facts).toMatchObject({ decision: "template", cars: ["#A01", "#A02", "#V01"] });
  expect(second.reply).toContain("#A02");
  const after = await inTenant(async (tx) => [
    await tx.message.count(),
    await tx.lead.count(),
    await tx.customerQuestion.count(),
  ]);
  expect(after).toEqual(before);
  const sales = testCtx(deps.db, room.tenant, salesPerson, clock);
  await expect(testChat(deps, sales, { text: "halo", chatId }, site)).rejects.toThrow();
});

test("every answered message keeps how it was read and what the answer was made of", async () => {
  const shopper = customer();
  await shopper.says("Ada Avanza 2020 hitam?");
  const row = await inTenant((tx) =>
    tx.message.findFirstOrThrow({ where: { direction: "inbound", conversation: { phone: shopper.phone } } }),
  );
  expect(row.intent).toBe("stock_search");
  expect(row.confidence).toBeGreaterThan(0.5);
  expect(row.entities).toMatchObject({ model: "Avanza", yearMin: 2020 });
  expect(row.facts).toMatchObject({ decision: "template", cars: ["#A01", "#A02", "#V01"] });
  expect(row.processingMs).toBeGreaterThanOrEqual(0);
});
