import { describe, expect, test } from "bun:test";
import { dialogueWorld } from "@/backend/testing/dialogue-world";

const { showroom, customer, inTenant, imagesSentTo } = await dialogueWorld();

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
