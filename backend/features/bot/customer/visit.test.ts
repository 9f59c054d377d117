import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { talkingShowroom } from "@/backend/testing/talking-showroom";

// Friday 20 November, 10.00; open Monday to Saturday 09.00–18.00, but Monday 23 is a holiday.
const { clock, talk } = await talkingShowroom();

type Says = ReturnType<typeof talk>;

async function reply(says: Says, text: string): Promise<string> {
  return (await says(text)).reply;
}

async function withCar(text = "#A01 masih ada?"): Promise<Says> {
  const says = talk();
  await says(text);
  return says;
}

describe("a wish to come when nobody is there", () => {
  test.each([
    ["hari minggu jam 10 saya datang", /hari Minggu .*tutup\. Buka lagi hari Selasa jam 09\.00–18\.00/],
    ["minggu saya mampir ya", /hari Minggu .*tutup/],
    ["senin jam 10 saya ke sana ya", /hari Senin .*tutup \(Libur Bersama\)\. Buka lagi hari Selasa/],
    ["tgl 23 saya ke sana", /hari Senin .*tutup \(Libur Bersama\)/],
    ["besok saya kesana jam 8 malam", /besok \(Sabtu\) .*09\.00–18\.00, di luar itu tutup/],
    ["lusa pagi aku kesitu", /hari Minggu .*tutup/],
    ["nanti malam saya mampir", /hari ini .*di luar itu tutup/],
    ["besok abis maghrib saya datang", /besok \(Sabtu\) .*di luar itu tutup/],
    ["sesuk bengi aku mrono", /mbenjing \(Sabtu\) .*tutup/],
    ["can i come on sunday at 10?", /closed on Sunday\. It opens again on Tuesday at 09:00–18:00/],
  ])("“%s” is told it is closed and when it opens, and is noted all the same", async (words, closed) => {
    const says = await withCar();
    const answer = await says(words);
    expect(answer.reply).toMatch(closed);
    expect(answer.reply).not.toMatch(/saya catat ya|kulo catet\.\n|noted your visit/);
    expect(answer.facts).toMatchObject({ decision: "handover:visit", signals: ["visit"] });
  });

  test("a yes takes the time that was offered instead", async () => {
    const says = await withCar();
    expect(await reply(says, "hari minggu jam 10 saya datang")).toMatch(/Bisa datang hari Selasa jam 09\.00/);
    expect(await reply(says, "ya boleh")).toMatch(/Rencana datang hari Selasa jam 09\.00 saya catat/);
  });

  test("another time alone is of the day that was offered", async () => {
    const says = await withCar();
    await says("hari minggu jam 10 saya datang");
    expect(await reply(says, "jam 2 aja ya")).toMatch(/hari Selasa jam 2 saya catat/);
  });
});

describe("a wish to come when somebody is there", () => {
  test.each([
    "besok jam 10 saya ke sana ya",
    "sabtu sore saya datang",
    "hari ini jam 5 saya kesitu",
    "selasa jam 2 aku ke sana",
  ])("“%s” is noted", async (words) => {
    expect(await reply(await withCar(), words)).toMatch(/Rencana datang .* saya catat ya/);
  });

  test("what names no day that is understood is noted as it was said", async () => {
    expect(await reply(await withCar(), "weekend saya mampir ya")).toMatch(/Rencana datang weekend saya catat ya/);
  });
});

describe("a time that is already past, at three in the afternoon", () => {
  const hours = 5 * 3_600_000;
  beforeAll(() => clock.advance(hours));
  afterAll(() => clock.advance(-hours));

  test.each([
    ["hari ini jam 10 saya ke sana ya", /untuk hari ini jam itu sudah lewat\. Masih buka sampai jam 18\.00/],
    ["nanti jam 11 saya mampir", /jam itu sudah lewat/],
    ["hari ini pagi saya datang ya", /jam itu sudah lewat/],
    ["nanti jam 1 siang aku kesitu", /jam itu sudah lewat/],
    ["mengko jam 10 aku mrono", /dinten niki jam niku sampun langkung\. Tasih buka ngantos jam 18\.00/],
    ["can i come today at 10 am?", /that time today has already passed\. We're still open until 18:00/],
  ])("“%s” is told so, not that it is closed, and is not noted", async (words, past) => {
    const says = await withCar();
    const answer = await reply(says, words);
    expect(answer).toMatch(past);
    expect(answer).not.toMatch(/tutup|closed|catat|catet|noted/);
    expect(await reply(says, "jam 4 aja ya")).toMatch(/(?:hari|dinten) (?:ini|niki) jam 4|today jam 4/);
  });

  test.each(["hari ini jam 5 saya kesitu", "nanti jam 4 saya mampir", "hari ini siang saya datang", "nanti sore ya"])(
    "“%s” is still ahead, and noted",
    async (words) => {
      const says = await withCar();
      await says("mau lihat unitnya");
      expect(await reply(says, words)).toMatch(/saya catat ya/);
    },
  );

  test("a weekday whose time is over is that of next week", async () => {
    const says = await withCar();
    expect(await reply(says, "jumat jam 10 saya ke sana ya")).toMatch(/jumat jam 10 saya catat/);
    expect(await reply(says, "jam 4 aja")).toMatch(/hari Jumat.* jam 4/);
  });

  test("a time alone is of the next open day when it is over, also with a visit noted for today", async () => {
    const says = await withCar();
    await says("mau lihat unitnya");
    expect(await reply(says, "jam 10 aja")).toMatch(/besok \(Sabtu\) jam 10 saya catat/);
    const noted = await withCar();
    await noted("hari ini jam 4 saya ke sana ya");
    expect(await reply(noted, "jam 10 aja")).toMatch(/ubah jadi besok \(Sabtu\) jam 10/);
  });

  test("after closing time the next opening is offered", async () => {
    clock.advance(hours);
    const answer = await reply(await withCar(), "hari ini jam 10 saya ke sana ya");
    clock.advance(-hours);
    expect(answer).toMatch(
      /sudah lewat\. Buka lagi besok \(Sabtu\) jam 09\.00–18\.00[\s\S]*Bisa datang besok jam 09\.00/,
    );
  });
});

describe("what sales read of a visit", () => {
  test.each([
    ["senin sore aja jam 4", /senin sore jam 4/],
    ["rabu sore aja jam 4 ya", /datang rabu sore jam 4 saya catat/],
    ["selasa pagi bisa jam 10?", /datang selasa pagi jam 10 saya catat/],
  ])("keeps the hour of “%s”", async (words, noted) => {
    const answer = await (await withCar())(words);
    expect(answer.reply).toMatch(noted);
    expect(answer.facts).toMatchObject({ signals: ["visit"] });
  });

  test("keeps the hour of a time in English", async () => {
    const says = await withCar("is #A01 still available?");
    await says("can I come tomorrow?");
    expect(await reply(says, "what about Tuesday 10am")).toMatch(/changed your visit to: Tuesday 10am/);
  });

  test("of a visit moved to the weekday it is today is the next one", async () => {
    const says = await withCar();
    await says("kamis jam 2 siang ya");
    expect(await reply(says, "eh jadinya jumat")).toMatch(/ubah jadi jumat/);
    expect(await reply(says, "jam 3 aja ya")).toMatch(/ubah jadi hari Jumat jam 3/);
  });
});

describe("a noted visit is moved, not passed on as a question", () => {
  test.each([
    ["minggu jam 10 aja bisa?", /hari Minggu .*tutup/],
    ["jam 8 malem bisa?", /hari Selasa .*di luar itu tutup/],
    ["jadinya sabtu aja", /ubah jadi sabtu/],
    ["diundur jam 3 gimana kak", /ubah jadi hari Selasa jam 3/],
    ["ga jadi selasa, rabu aja ya", /ubah jadi rabu/],
    ["mundur ke kamis ya pak", /ubah jadi kamis/],
    ["nek sesuk jam 9 iso mas?", /sesuk jam 9/],
  ])("“%s”", async (words, expected) => {
    const says = await withCar();
    await says("selasa jam 10 saya ke sana ya");
    const answer = await says(words);
    expect(answer.reply).toMatch(expected);
    expect(answer.facts).toMatchObject({ decision: "handover:visit", signals: ["visit"] });
  });

  test("a time beside something else is no visit", async () => {
    const says = await withCar();
    await says("selasa jam 10 saya ke sana ya");
    expect((await says("besok gajian kak")).facts).toMatchObject({ signals: [] });
  });
});

describe("a noted visit that is called off", () => {
  test.each(["batal ya kak", "maaf selasa ga jadi", "besok batal ya", "ga bisa dateng kak", "sorry I can't make it"])(
    "“%s” is taken back, and sales read it",
    async (words) => {
      const says = await withCar();
      await says("selasa jam 10 saya ke sana ya");
      const answer = await says(words);
      expect(answer.reply).toMatch(/selasa jam 10.* saya batalkan|cancelled your visit \(selasa jam 10\)/);
      expect(answer.facts).toMatchObject({ signals: ["visit"] });
      expect(await reply(says, "jam 3 aja bisa?")).not.toMatch(/ubah jadi/);
    },
  );

  test.each(["ga jadi beli", "bisa batal ga kalo udah dp?"])("“%s” is about something else", async (words) => {
    const says = await withCar();
    await says("selasa jam 10 saya ke sana ya");
    expect(await reply(says, words)).not.toMatch(/batalkan ya/);
  });
});

describe("a car at a branch", () => {
  test("is visited there: its address and map, its hours, not the main showroom's", async () => {
    const says = await withCar("mbak ertiga masih?");
    const answer = await reply(says, "besok sore aku ke sana ya");
    expect(answer).toContain("Cabang Rungkut, Jl. Rungkut 5, Surabaya");
    expect(answer).toContain("https://maps.example/rungkut");
    expect(answer).toMatch(/besok \(Sabtu\) Cabang Rungkut bukanya jam 10\.00–15\.00/);
    expect(answer).not.toContain("Darmo");
    expect(await reply(says, "minggu jam 10 aja bisa?")).toMatch(
      /minggu jam 10 saya catat[\s\S]*Hari Minggu Cabang Rungkut buka jam 10\.00–12\.00/,
    );
    expect(await reply(await withCar("ertiga masih?"), "mau lihat unitnya")).toContain("Sabtu: 10.00–15.00");
  });

  test("asked for in one message with the visit is named once, and no time is asked that was told", async () => {
    const answer = await reply(await withCar("ertiga masih?"), "lokasi dimana, besok jam 11 saya kesana");
    expect(answer.match(/Jl\. Rungkut 5/g)).toHaveLength(1);
    expect(answer).toMatch(/besok jam 11 saya catat/);
    expect(answer).not.toMatch(/Rencana datang hari apa/);
  });

  test.each([
    "ini posisi mobilnya dimana?",
    "yg ini ada di cabang mana?",
    "showroomnya yg mana?",
    "lokasinya dimana kak",
    "mobile nang cabang endi?",
  ])("“%s” is answered with that branch alone", async (words) => {
    const answer = await reply(await withCar("ertiga masih?"), words);
    expect(answer).toMatch(/Ertiga .*Cabang Rungkut, Jl\. Rungkut 5/);
    expect(answer).toContain("Sabtu: 10.00–15.00");
    expect(answer).not.toContain("Darmo");
  });

  test("a car at the main showroom is there, whatever branches there are", async () => {
    const answer = await reply(await withCar(), "yg ini ada di cabang mana?");
    expect(answer).toMatch(/#A01\* ada di .*Jl\. Raya Darmo No\. 123/);
    expect(answer).not.toContain("Rungkut");
  });

  test("without a car in mind, or asked for the others, all places are named", async () => {
    for (const [says, words] of [
      [talk(), "showroomnya dimana?"],
      [talk(), "showroomnya yg mana?"],
      [await withCar("ertiga masih?"), "ada cabang lain?"],
    ] as const) {
      const answer = await reply(says, words);
      expect(answer).toContain("Darmo");
      expect(answer).toContain("Rungkut");
    }
  });
});

describe("a question about hours", () => {
  test.each([
    ["buka jam brp besok", /^Besok \(Sabtu\) .* buka jam 09\.00–18\.00/],
    ["hari minggu buka?", /hari Minggu .*tutup\. Buka lagi hari Selasa/],
    ["senin buka ga", /hari Senin .*tutup \(Libur Bersama\)/],
    ["sabtu tutup jam berapa kak", /^Besok \(Sabtu\) .* buka jam 09\.00–18\.00/],
    ["sekarang masih buka?", /^Hari ini .*\nSekarang buka sampai jam 18\.00/],
    ["jam 8 malem masih buka?", /^Hari ini .* buka jam 09\.00–18\.00/],
    ["buka jam berapa aja?", /Senin–Sabtu: 09\.00–18\.00/],
    ["sabtu minggu buka jam berapa", /Senin–Sabtu: 09\.00–18\.00/],
  ])("“%s” is answered with the hours and is no visit, whatever was asked before", async (words, hours) => {
    const says = await withCar();
    expect(await reply(says, "lokasi dimana")).toMatch(/Rencana datang hari apa/);
    const answer = await says(words);
    expect(answer.reply).toMatch(hours);
    expect(answer.reply).not.toMatch(/Rencana datang|sales kami/);
    expect(answer.facts).toMatchObject({ decision: "template", signals: [] });
  });

  test("with the wish to come said beside it is a visit as well", async () => {
    const answer = await (await withCar())("hari minggu buka gak? saya mau liat jam 10 pagi");
    expect(answer.facts).toMatchObject({ signals: ["visit"] });
  });
});
