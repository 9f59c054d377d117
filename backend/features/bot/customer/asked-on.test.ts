import { describe, expect, test } from "bun:test";
import { talkingShowroom } from "@/backend/testing/talking-showroom";
import { faqOnCredit } from "./credit-faq";

const { talk } = await talkingShowroom();

/** A new customer who said these things before. */
async function after(...texts: string[]) {
  const says = talk();
  for (const text of texts) await says(text);
  return says;
}

describe("delivery", () => {
  test("goes to the city that was told before, and says that the owner's answer does not name it", async () => {
    const says = await after("saya di Makassar, brio ada?");
    const first = (await says("bisa kirim ke sini?")).reply;
    expect(first).toMatch(/Jawa dan Bali[\s\S]*Makassar belum disebut/);
    expect(first).not.toMatch(/ke kota mana/);
    const second = (await says("ongkirnya berapa")).reply;
    expect(second).toMatch(/kirim ke Makassar, biaya dan jadwalnya perlu dicek/);
    expect(second).not.toContain("Jawa dan Bali");
  });

  test("is never answered with the same text again", async () => {
    const says = talk();
    const replies = [];
    for (const text of ["bisa kirim ke luar kota?", "ongkirnya berapa", "biaya kirimnya piro"]) {
      replies.push((await says(text)).reply);
    }
    expect(new Set(replies).size).toBe(3);
    expect(replies.join("\n").match(/Jawa dan Bali/g)).toHaveLength(1);
  });

  test("to another city than before brings the owner's answer again", async () => {
    const says = await after("bisa kirim ke Makassar?");
    expect((await says("kalau kirim ke Bali?")).reply).toContain("Jawa dan Bali");
  });
});

describe("a branch by its name", () => {
  test.each(["yang di rungkut ada apa aja", "yang di rungkut ada mobil apa", "di cabang rungkut ada apa aja"])(
    "“%s” lists the cars that stand there and no others, also after another car",
    async (words) => {
      for (const says of [talk(), await after("#A01 masih ada?")]) {
        const { reply } = await says(words);
        expect(reply).toMatch(/Di Cabang Rungkut ada 1 unit[\s\S]*#E01/);
        expect(reply).not.toMatch(/#A01|#B01/);
      }
    },
  );

  test("goes on being asked about with its name alone", async () => {
    const says = await after("yang di rungkut ada mobil apa");
    expect((await says("kalau di rungkut?")).reply).toMatch(/Di Cabang Rungkut ada 1 unit/);
  });

  test("asked of the car in mind is answered with where that car is", async () => {
    expect((await (await after("#A01 masih ada?"))("ini di rungkut?")).reply).toMatch(/#A01\* ada di .*Darmo/);
    expect((await (await after("ertiga masih ada?"))("ini di rungkut?")).reply).toMatch(/#E01\* ada di Cabang Rungkut/);
  });

  test("has its own hours, and a day asked after them is no visit", async () => {
    const says = talk();
    expect((await says("rungkut buka sampe jam brp")).reply).toMatch(/Cabang Rungkut:\nSenin–Jumat: 09\.00–17\.00/);
    const sunday = await says("minggu?");
    expect(sunday.reply).toMatch(/Minggu Cabang Rungkut buka jam 10\.00–12\.00/);
    expect(sunday.facts).toMatchObject({ decision: "template", signals: [] });
    expect(sunday.intents).toEqual(["hours"]);
  });

  test.each(["ada cabang di rungkut?", "alamat rungkut dimana", "showroom rungkut dimana"])(
    "“%s” still asks where it is",
    async (words) => {
      expect((await talk()(words)).reply).toContain("Jl. Rungkut 5");
    },
  );
});

describe("credit", () => {
  test.each(["leasing apa aja", "leasingnya mana aja kak", "dp paling kecil brp", "dp minimal", "minimal dp berapa"])(
    "“%s” that no answer of the owner speaks of is left to sales, not answered with the papers",
    async (words) => {
      const { reply } = await talk()(words);
      expect(reply).toMatch(/leasing dan DP paling ringannya disampaikan sales/);
      expect(reply).not.toMatch(/KTP|Rencana DP/);
    },
  );

  test("terms that were told are not asked for again with the papers", async () => {
    const says = await after("#A01 masih ada?", "bisa kredit?", "dp 30 juta tenor 4 tahun");
    const { reply } = await says("syaratnya?");
    expect(reply).toContain("KTP suami istri");
    expect(reply).not.toMatch(/Rencana DP/);
  });

  test.each(["wiraswasta bisa?", "slip gaji gak ada", "yg punya usaha gimana syaratnya"])(
    "“%s” is answered with what the owner says of papers",
    async (words) => {
      const answer = await (await after("#A01 masih ada?", "kredit bisa?"))(words);
      expect(answer.reply).toContain("slip gaji atau mutasi rekening");
    },
  );
});

test("the owner's answer about leasing or DP is found by what it speaks of, whatever its wording", () => {
  const faq = (question: string, answer: string) => ({ id: question, question, answer });
  const papers = faq("Apa saja syarat kredit?", "KTP, KK dan slip gaji.");
  const partners = faq("Kerja sama dengan siapa untuk kredit?", "Leasing kami BCA Finance dan Adira. DP mulai 20%.");
  expect(faqOnCredit("leasing", [papers, partners])).toBe(partners);
  expect(faqOnCredit("down_payment", [papers, partners])).toBe(partners);
  expect(faqOnCredit("down_payment", [papers])).toBeNull();
});

test.each(["can you ship the car to another city?", "what documents do you need for credit?"])(
  "“%s” in English is told that the owner's answer is quoted",
  async (words) => {
    expect((await (await after("hello, is the avanza still available?"))(words)).reply).toMatch(
      /The showroom's own answer, in Indonesian: “/,
    );
  },
);
