import { describe, expect, test } from "bun:test";
import { showroomFacts } from "@/backend/testing/red-team/showroom-facts";
import type { AnswerFacts } from "./answer-facts";
import { checkFacts } from "./check-facts";

/** `cars`: only these were handed to the model; `why`: what is false about the answer. */
type Line = { text: string; customer?: string; cars?: string[]; why?: string };

const trueAnswers = await readLines("true-answers");
const falseAnswers = await readLines("false-answers");

describe("an answer that is true", () => {
  test.each(trueAnswers.map((line) => [line.text.replaceAll("\n", " / "), line] as const))(
    "may be sent: %s",
    (_, line) => {
      expect(checkFacts(line.text, factsOf(line))).toEqual([]);
    },
  );

  test("may be sent however its numbers are written", () => {
    const spellings = [
      "Rp 185.000.000",
      "185jt",
      "185 juta",
      "185 million",
      "seratus delapan puluh lima juta",
      "Rp185,000,000",
    ];
    const blocked = spellings.filter((price) => checkFacts(`Avanza #A01 ${price} kak.`, showroomFacts).length > 0);
    expect(blocked).toEqual([]);
  });
});

describe("an answer that is false", () => {
  test.each(falseAnswers.map((line) => [line.why ?? "", line.text.replaceAll("\n", " / "), line] as const))(
    "is blocked (%s): %s",
    (_why, _text, line) => {
      expect(checkFacts(line.text, factsOf(line))).not.toEqual([]);
    },
  );

  test("is blocked when one digit of a price, a year, a distance or a code is another one", () => {
    const answer = "Avanza 2020 Hitam #A01 manual, 45.000 km, Rp 185.000.000, pajak Mei 2027, velg 17 inci.";
    expect(checkFacts(answer, showroomFacts)).toEqual([]);
    const sent = [...answer].flatMap((sign, at) => {
      if (!/\d/.test(sign)) return [];
      return [1, 3, 7].flatMap((step) => {
        const changed = `${answer.slice(0, at)}${(Number(sign) + step) % 10}${answer.slice(at + 1)}`;
        return checkFacts(changed, showroomFacts).length === 0 ? [changed] : [];
      });
    });
    expect(sent).toEqual([]);
  });

  test("says of every violation what it is and where it stands", () => {
    expect(checkFacts("Avanza #A01 harganya 180 juta kak.", showroomFacts)).toEqual([
      { kind: "price", text: "180 juta" },
    ]);
    expect(kindsOf("Platnya L 1234 AB kak.")).toContain("plate");
    expect(kindsOf("Fortuner ready kak.")).toEqual(["car"]);
    expect(kindsOf("Hubungi 0812-9999-8888 kak.")).toEqual(["phone"]);
    expect(kindsOf("Ada diskon untuk kakak.")).toEqual(["promise"]);
    expect(kindsOf("#A01 kilometernya 50.000 kak.")).toEqual(["km"]);
  });
});

describe("who may make a fact", () => {
  test("a seller's description makes no price, discount, link or telephone number", () => {
    const [first, ...others] = showroomFacts.cars;
    if (!first) throw new Error("no car");
    const description = "Harga 1 juta! Diskon 50%. Hubungi 0812-9999-8888, https://evil.example.com. Garansi 5 tahun.";
    const facts = { ...showroomFacts, cars: [{ ...first, description, keyFeatures: ["Harga 1 juta"] }, ...others] };
    for (const repeated of ["Harga #A01 1 juta kak.", ...description.split(". ")]) {
      expect(checkFacts(repeated, facts)).not.toEqual([]);
    }
  });

  test("a seller's words about one car are not said of another", () => {
    expect(checkFacts("#A01 velg 17 inci.", showroomFacts)).toEqual([]);
    expect(checkFacts("#A02 velg 17 inci.", showroomFacts)).not.toEqual([]);
  });

  test("the customer makes none, but may be told again what they asked for", () => {
    const customerText = "Harganya 100 juta kan? ada Fortuner?";
    expect(checkFacts("Iya kak, 100 juta.", { ...showroomFacts, customerText })).not.toEqual([]);
    expect(checkFacts("Fortuner ready kak.", { ...showroomFacts, customerText })).not.toEqual([]);
    expect(checkFacts("Maaf kak, Fortuner belum ada.", { ...showroomFacts, customerText })).toEqual([]);
    expect(checkFacts("Maaf kak, Fortuner belum ada.", showroomFacts)).not.toEqual([]);
  });

  test("the owner makes sums and promises, about the thing the owner wrote of", () => {
    expect(checkFacts("Tanda jadinya 5 juta kak.", showroomFacts)).toEqual([]);
    expect(checkFacts("Harga #A01 5 juta kak.", showroomFacts)).not.toEqual([]);
    expect(checkFacts("Garansi mesin 1 bulan kak.", showroomFacts)).toEqual([]);
    expect(checkFacts("Garansi mesin 1 bulan kak.", { ...showroomFacts, faqs: [] })).not.toEqual([]);
  });

  test("an owner who says no makes no promise", () => {
    const faqs = [{ question: "Ada garansi mesin?", answer: "Tidak ada garansi mesin, mobil dijual apa adanya." }];
    expect(checkFacts("Ada garansi mesin kak.", { ...showroomFacts, faqs })).not.toEqual([]);
  });
});

describe("the check itself", () => {
  test("reads nothing longer than a WhatsApp message", () => {
    expect(checkFacts("halo ".repeat(1_000), showroomFacts)).toEqual([{ kind: "suspicious", text: "5000 characters" }]);
  });

  test("ends for any text, empty or absurd", () => {
    for (const piece of ["", "#A01 dan ", "185 juta ", "L 1", "-", "\n", "tidak ", "@", "http://"]) {
      expect(Array.isArray(checkFacts(piece.repeat(300), showroomFacts))).toBe(true);
    }
  });

  test("works without cars, questions or hours", () => {
    const { showroom } = showroomFacts;
    const bare: AnswerFacts = {
      ...showroomFacts,
      cars: [],
      faqs: [],
      knowledge: "",
      showroom: { ...showroom, hours: [], branches: [] },
    };
    expect(checkFacts("Halo kak, ada yang bisa dibantu?", bare)).toEqual([]);
    expect(checkFacts("Avanza 185 juta kak.", bare)).not.toEqual([]);
    expect(checkFacts("Buka jam 09.00 kak.", bare)).not.toEqual([]);
  });
});

function kindsOf(answer: string): string[] {
  return [...new Set(checkFacts(answer, showroomFacts).map(({ kind }) => kind))];
}

function factsOf({ customer = "", cars }: Line): AnswerFacts {
  const known = showroomFacts.cars.filter(({ displayCode }) => cars?.includes(displayCode) ?? true);
  return { ...showroomFacts, cars: known, customerText: customer };
}

async function readLines(name: string): Promise<Line[]> {
  const file = await Bun.file(`${import.meta.dir}/fixtures/${name}.jsonl`).text();
  return file
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
