import { describe, expect, test } from "bun:test";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { fillFaqs, fillStock } from "@/backend/testing/customer-stock";
import { owner, salesPerson, testClock, testCtx } from "@/backend/testing/test-database";
import { createShowroom, createTestDeps, say, startLanes, type TestShowroom } from "@/backend/testing/test-showroom";
import { testChat } from "./test-chat";

// Friday, 10.00 in Jakarta: open until 18.00.
const clock = testClock();
const deps = await createTestDeps({ clock, burstDelayMs: () => 150 });
startLanes(deps);

const room = await showroom("surabaya");

async function showroom(subdomain: string): Promise<TestShowroom> {
  const created = await createShowroom(deps, { subdomain });
  await fillFaqs(deps, created);
  await fillStock(deps, created);
  return created;
}

let lastCustomer = 6_285_700_000_000;

/** A customer nobody knows yet. */
function customer(at: TestShowroom = room) {
  lastCustomer += 1;
  const phone = String(lastCustomer);
  return { phone, says: (text: string) => say(deps, at, phone, text) };
}

function inTenant<T>(work: Parameters<typeof withTenant<T>>[1], at = room): Promise<T> {
  return withTenant({ db: deps.db, tenant: at.tenant }, work);
}

async function imagesSentTo(phone: string): Promise<string[]> {
  const rows = await inTenant((tx) =>
    tx.message.findMany({
      where: { kind: "image", direction: "outbound", conversation: { phone } },
      orderBy: { seq: "asc" },
    }),
  );
  return rows.map(({ media }) => JSON.stringify(media));
}

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

describe("a search says more than names and values", () => {
  const codesIn = (answer: string) => [...new Set(answer.match(/#[A-Z]\d+/g))].toSorted();

  test.each([
    ["cari mobil jangan yg hitam", ["#B01", "#I01"], "selain hitam"],
    ["selain toyota ada apa", ["#B01"], "selain Toyota"],
    ["asal bukan matic", ["#A01", "#A02"], "selain matic"],
    ["tidak mau manual", ["#B01", "#I01", "#V01"], "selain manual"],
    ["mobil ojok sing ireng", ["#B01", "#I01"], "selain hitam"],
    ["jangan yang hitam, silver ada?", ["#I01"], "silver"],
    ["innova bukan zenix", ["#I01"], "Innova selain ZENIX"],
    ["selain innova reborn ada apa", ["#A01", "#A02", "#B01", "#V01"], "selain Innova REBORN"],
    ["selain hrv sama crv ada apa", ["#A01", "#A02", "#B01", "#I01", "#V01"], "selain HR-V / CR-V"],
    ["ada mpv kecuali avanza sama veloz?", ["#I01"], "selain Avanza / Veloz"],
    ["mau mobil tapi ga mau diesel sama hatchback", ["#A01", "#A02", "#V01"], "selain diesel / hatchback"],
  ])("“%s” leaves out what is ruled out and says so", async (words, codes, said) => {
    const answer = await customer().says(words);
    expect(codesIn(answer)).toEqual(codes);
    expect(answer).toContain(said);
  });

  test("what is ruled out after a list is gone from it, also when nothing is left", async () => {
    const shopper = customer();
    await shopper.says("ada avanza manual?");
    const answer = await shopper.says("jangan yg hitam");
    expect(answer).toMatch(/selain hitam/);
    expect(answer).not.toMatch(/#A0[12]/);
  });

  test("“yang bukan zenix” after a model was asked for rules out that trim alone", async () => {
    const shopper = customer();
    await shopper.says("ada innova?");
    expect(codesIn(await shopper.says("yang bukan zenix"))).toEqual(["#I01"]);
  });

  test("“listrik atau diesel” finds either, until another fuel is named", async () => {
    const shopper = customer();
    expect(codesIn(await shopper.says("ada mobil listrik atau diesel?"))).toEqual(["#I01"]);
    await shopper.says("ada mobil bensin atau diesel?");
    expect(codesIn(await shopper.says("yg matic aja"))).toEqual(["#B01", "#I01", "#V01"]);
    expect(codesIn(await shopper.says("yg bensin aja"))).toEqual(["#B01", "#V01"]);
  });

  test.each(["yang paling murah dp berapa", "mobil termurah uang mukanya brp kak"])(
    "“%s” names the cheapest car and how its down payment is reckoned",
    async (words) => {
      const answer = await customer().says(words);
      expect(answer).toMatch(/1\. \*Avanza 2020 Hitam #A02/);
      expect(answer).toMatch(/DP-nya kira-kira Rp 36\.000\.000 \(20% dari harga/);
      expect(answer).not.toContain("KTP");
    },
  );

  test("each message makes the list narrower, and a new value replaces the old one", async () => {
    const shopper = customer();
    await shopper.says("ada mobil apa aja yg manual");
    const matic = await shopper.says("yg matic aja");
    expect(codesIn(matic)).toEqual(["#B01", "#I01", "#V01"]);
    const cheap = await shopper.says("yg dibawah 220");
    expect(codesIn(cheap)).toEqual(["#B01", "#V01"]);
    expect(cheap).toMatch(/matic sampai Rp 220 jt/);
    expect(codesIn(await shopper.says("yg manual aja"))).toEqual(["#A01", "#A02"]);
  });

  test("a figure that is a limit picks nothing, and what is ruled out beside a unit in mind still counts", async () => {
    const shopper = customer();
    await shopper.says("ada mobil di bawah 300?");
    expect(codesIn(await shopper.says("yg diatas 2018"))).toEqual(["#A01", "#A02", "#B01", "#I01", "#V01"]);
    expect(await shopper.says("yg kuning")).toContain("#B01");
    expect(codesIn(await shopper.says("bukan honda"))).not.toContain("#B01");
  });

  test("a credit list is made narrower, and the terms told count for the unit picked from it", async () => {
    const shopper = customer();
    await shopper.says("mau dp 80 budget cicilan 4 juta 4 taun dapet apa");
    expect(codesIn(await shopper.says("yg manual"))).toEqual(["#A01", "#A02"]);
    const answer = await shopper.says("yg no 2 simulasi nya");
    expect(answer).toMatch(/DP Rp 80\.000\.000, cicilan Rp 4\.000\.000 per bulan, tenor 48 bulan/);
    expect(answer).not.toMatch(/Rencana DP/);
  });

  test.each([
    ["mobil matic yg paling murah apa", "Yang paling murah, matic: *Brio 2021 Kuning #B01*"],
    ["mobil termahal", "Yang paling mahal: *Innova 2018 Silver #I01*"],
    ["yang paling mahal apa", "Yang paling mahal: *Innova 2018 Silver #I01*"],
    ["mobil paling baru tahunnya", "Yang tahunnya paling muda: *Brio 2021 Kuning #B01*"],
    ["mobil tahun muda km rendah", "Yang tahunnya paling muda: *Brio 2021 Kuning #B01*"],
    ["berapa harga termurah di sana", "Yang paling murah: *Avanza 2020 Hitam #A02*"],
    ["km paling dikit yg mana", "Yang kilometernya paling rendah: *Brio 2021 Kuning #B01*"],
  ])("“%s” names the first of that order", async (words, said) => {
    const shopper = customer();
    expect(await shopper.says(words)).toContain(said);
    const lead = await inTenant((tx) => tx.lead.findFirstOrThrow({ where: { phone: shopper.phone } }));
    expect(lead.status).not.toBe("hot");
  });

  test("which is the thriftiest is answered by what sellers state, else it is said that nothing tells", async () => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    expect(await shopper.says("yang paling irit mana")).toMatch(/tidak tercatat/);
    const other = await showroom("irit");
    await inTenant(
      (tx) => tx.car.updateMany({ where: { displayCode: "#B01" }, data: { keyFeatures: ["Irit BBM"] } }),
      other,
    );
    expect(await customer(other).says("mobil paling irit apa")).toMatch(/#B01 \(Irit BBM\)/);
  });

  test("“paling murah berapa” about a unit haggles over that unit", async () => {
    const shopper = customer();
    await shopper.says("#A01 masih ada?");
    const answer = await shopper.says("paling murah berapa");
    expect(codesIn(answer)).toEqual(["#A01"]);
    expect(answer).toMatch(/sales kami/);
  });
});

describe("anything else than the car in mind", () => {
  test("another piece of the model comes first, else the same kind by the nearest price, and it is said", async () => {
    const shopper = customer();
    await shopper.says("#A01");
    expect(await shopper.says("ada unit lain yg sejenis")).toMatch(/Avanza[\s\S]*1\. \*Avanza 2020 Hitam #A02\*/);
    const innova = customer();
    await innova.says("#I01");
    const answer = await innova.says("warna lain ada?");
    expect(answer).toMatch(/Innova lain[\s\S]*sejenis[\s\S]*1\. \*Veloz[\s\S]*2\. \*Avanza 2020 Hitam #A01\*/);
    expect(answer).not.toContain("#B01");
  });

  test.each([
    ["yg lebih murah ada?", /lebih murah dari Veloz/, "#V01", ["#A02", "#A01"]],
    ["ada yang tahunnya lebih muda?", /lebih muda dari Innova/, "#I01", ["#A01"]],
    ["yg lebih muda ada?", /lebih muda dari Veloz.* sedang tidak ada/, "#V01", []],
    ["anything with lower mileage?", /lower mileage than/, "#I01", ["#A01"]],
  ])("%p names only such cars, the same model first", async (text, said, code, codes) => {
    const shopper = customer();
    await shopper.says(code);
    const answer = await shopper.says(text);
    expect(answer).toMatch(said);
    for (const wanted of codes) expect(answer).toContain(wanted);
    expect(answer).not.toMatch(new RegExp(`\\d\\. .*${code}`));
  });

  test("a property in one word is answered for the model where another piece has it", async () => {
    const shopper = customer();
    await shopper.says("#A01");
    expect(await shopper.says("matic?")).toContain("#V01");
    await shopper.says("#I01");
    expect(await shopper.says("hybrid?")).toContain("Bahan bakar: Diesel");
  });

  test("two units of a model are compared, asked about and shown at once", async () => {
    const shopper = customer();
    await shopper.says("Ada Avanza 2020 hitam?");
    const compared = await shopper.says("avanza dua unit itu bedanya apa");
    expect(compared).toMatch(/#A01[\s\S]*#A02/);
    expect(compared).not.toContain("#V01");
    expect(await shopper.says("plat nya ganjil genap?")).toMatch(/#A01\*\nPlat[\s\S]*#A02\*\nPlat/);
    await shopper.says("yg #A02");
    await shopper.says("dua2nya fotonya");
    expect(await imagesSentTo(shopper.phone)).toHaveLength(2);
  });

  test("an offer for one of two units is passed on at once and kept until it is known for which", async () => {
    const shopper = customer();
    await shopper.says("ada avanza manual 2020?");
    expect(await shopper.says("172 aku angkut skrg")).toMatch(/sampaikan ke sales[\s\S]*unit yang mana/i);
    const lead = await inTenant((tx) =>
      tx.lead.findFirstOrThrow({ where: { phone: shopper.phone }, include: { handovers: true } }),
    );
    expect([lead.status, lead.handovers[0]?.reason]).toEqual(["hot", "made_offer"]);
    expect(await shopper.says("yg pertama")).toMatch(/#A01[\s\S]*Rp 172\.000\.000/);
  });

  test("a price worked out from a down payment says how", async () => {
    const answer = await customer().says("dp 10 juta bisa bawa pulang mobil apa");
    expect(answer).toMatch(/DP Rp 10\.000\.000 dihitung 20% dari harga[\s\S]*Rp 50 jt/);
    expect(answer).toContain("#A02");
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
