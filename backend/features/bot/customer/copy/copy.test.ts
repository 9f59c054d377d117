import { describe, expect, test } from "bun:test";
import { parseCustomerMessage } from "@/backend/features/language";
import { formatRupiah, formatRupiahShort } from "@/backend/platform/money";
import { englishWords } from "./english-words";
import { phrasesIn, pickerFor, type Register, registers } from "./phrases";
import { type Spoken, sayEverything } from "./test-phrases";
import type { Tone } from "./tone";

const MOST_WORDINGS = 4;
const tones: Pick<Tone, "call" | "title">[] = [
  { title: "Bu", call: "Bu Rina" },
  { title: "Kak", call: "Kak" },
];

/** Words that would bind the showroom, in any of the languages. */
const promises =
  /\b(diskon|discounts?|promo|cashback|bonus|gratis|free|potongan|garansi|guaranteed?|jaminan|dijamin|janji|promised?|pasti|certainly|definitely|acc|approved?|disetujui|termurah|cheapest|bisa (?:turun|kurang|nego)|negotiable|segera|secepatnya|sebentar lagi|right away|immediately|soon|sekedap malih|\d+ (?:menit|jam|minutes|hours))\b/i;

const indonesianFunctionWords =
  /\b(yang|dan|di|ke|dari|saya|kami|kita|untuk|tidak|belum|sudah|ada|ini|itu|ya|mau|bisa|dengan|atau|kalau|sampai|lagi|masih|akan|berapa|juga|mana|hari|jam|pukul|besok|tahun|harga|warna|pajak|saja|sedang|siap|maaf|halo|terima|kasih|boleh|silakan|nggih|monggo|wonten|kulo|sing|kak|bu)\b/i;

type Line = Spoken & { name: string; call: string; title: string };

/** All wordings of all phrases of a language, spoken to somebody with and to somebody without a name. */
function linesOf(register: Register): Line[] {
  return tones.flatMap((tone) =>
    Array.from({ length: MOST_WORDINGS }).flatMap((_, index) => {
      const say = phrasesIn(register, { ...tone, pick: (options) => options[index] ?? options[0] });
      return Object.entries(sayEverything(say)).flatMap(([name, spoken]) =>
        spoken.map((line) => ({ ...line, ...tone, name })),
      );
    }),
  );
}

describe.each([...registers])("what the assistant says in %s", (register) => {
  const lines = linesOf(register);

  test("has every phrase", () => {
    const say = phrasesIn(register, { call: "Kak", title: "Kak", pick: ([first]) => first });
    const everything = sayEverything(say);
    expect(Object.keys(say).toSorted()).toEqual(["locale", ...Object.keys(everything)].toSorted());
  });

  test("is whole sentences without a hole", () => {
    for (const { text } of lines) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
      expect(text).not.toMatch(/ {2}|\s[,.!?;:]|,,|\.\.|\(\)|\*\*/);
      expect(text.trim()).toBe(text);
      expect(text).not.toBe("");
    }
  });

  test("says the names and numbers it was given", () => {
    for (const { text, holds } of lines) for (const fact of holds) expect(text).toContain(String(fact));
  });

  test("writes every sum as the site does", () => {
    for (const { text, rupiah } of lines) {
      if (rupiah !== null) {
        const accepted = [formatRupiah(rupiah), ...(register === "english" ? [] : [formatRupiahShort(rupiah)])];
        expect(accepted.some((sum) => text.includes(sum)) || text).toBe(true);
      }
      expect(text.replace(/Rp \d{1,3}(\.\d{3})+(?![\d.,]\d)|Rp \d+(,\d)? (jt|M)\b/g, "")).not.toMatch(
        /rp|idr|\d{5,}(?!\d*-)/i,
      );
    }
  });

  test("promises nothing", () => {
    for (const { name, text } of lines) if (name !== "topic") expect(text).not.toMatch(promises);
  });

  test("calls somebody by their title only in address, never as a word for them", () => {
    for (const { text, title } of lines) {
      const words = text.replace(/“.*?”|".*?"/g, "");
      for (const { index } of words.matchAll(new RegExp(`\\b${title}\\b`, "g"))) {
        const before = words.slice(0, index);
        expect(/(?:, |^(?:Halo|Hai|Maaf|Oke|Ngapunten|Nggih|Monggo) )$/.test(before) || text).toBe(true);
      }
    }
  });

  test("gives only examples that it understands itself", () => {
    for (const { name, text } of lines.filter(({ name }) => ["askWish", "dataSummary"].includes(name))) {
      for (const [, example] of text.matchAll(/"([^"]+)"/g)) {
        const intent = name === "askWish" ? "stock_search" : "erase_data";
        expect(parseCustomerMessage(example ?? "").intents).toContain(intent);
      }
    }
  });

  test("has several wordings for what a customer meets often", () => {
    const often = ["hello", "askWish", "thanks", "oneFits", "someFit", "notInStock", "askWhich", "chosen", "priceOf"];
    often.push(
      "stillThere",
      "askNext",
      "askVisit",
      "photosOf",
      "negotiateWithSales",
      "salesWillWrite",
      "teamWillAnswer",
    );
    for (const name of often) {
      const wordings = new Set(
        lines.filter((line) => line.name === name && line.call === "Bu Rina").map(({ text }) => text),
      );
      expect([name, wordings.size >= 2]).toEqual([name, true]);
    }
  });
});

describe("English", () => {
  const lines = linesOf("english");

  test("has no Indonesian words left and no title", () => {
    for (const { text } of lines) {
      const words = text.replace(/https?:\S+|\(Surabaya\)/g, "");
      expect(words).not.toMatch(indonesianFunctionWords);
    }
  });

  test("uses a first name where one is known, and nothing in its place where not", () => {
    const say = (call: string) => phrasesIn("english", { call, title: "Pak", pick: ([first]) => first });
    expect(say("Pak Budi").hello()).toBe("Hello Budi!");
    expect(say("Pak").hello()).toBe("Hello!");
    expect(say("Pak Budi").nameNoted()).toBe("Nice to meet you, Budi.");
  });

  test("names the day and the time of the next opening", () => {
    const { openingAt, openNow } = phrasesIn("english", { call: "Kak", title: "Kak", pick: ([first]) => first });
    expect(openingAt({ inDays: 0, weekday: "Senin", time: "09.00" })).toBe("today at 09:00");
    expect(openingAt({ inDays: 1, weekday: "Selasa", time: "09.00" })).toBe("tomorrow at 09:00");
    expect(openingAt({ inDays: 3, weekday: "Minggu", time: "13.30" })).toBe("on Sunday at 13:30");
    expect(openNow("17.00")).toContain("17:00");
  });

  test.each([
    [
      "Avanza hitam matic tahun 2019 ke atas sampai Rp 200 jt",
      "Avanza black automatic 2019 or newer up to Rp 200.000.000",
    ],
    ["Rp 900 jt–1,2 M", "Rp 900.000.000–1.200.000.000"],
    ["warna selain abu-abu/putih", "colour other than grey/white"],
    ["tahun 2017–2019, kilometer lebih tinggi", "2017–2019, higher mileage"],
    ["maksimal 50.000 km, 7 kursi, plat genap", "up to 50.000 km, 7 seats, even plate"],
    ["harga di atas Rp 150 jt, plat lain", "price above Rp 150.000.000, another plate"],
    ["Abu-abu Metalik", "Grey Metallic"],
    ["Senin–Sabtu: 09.00–17.00", "Monday–Saturday: 09.00–17.00"],
    ["Minggu: Tutup", "Sunday: Closed"],
    ["Avanza 1.5 M/T 2 minggu", "Avanza 1.5 M/T 2 minggu"],
  ])("says our own words %p as %p", (indonesian, english) => {
    expect(englishWords(indonesian)).toBe(english);
  });
});

describe("Javanese", () => {
  const spoken = (register: Register) =>
    sayEverything(phrasesIn(register, { call: "Pak", title: "Pak", pick: ([first]) => first }));

  test("leaves warnings and facts in Indonesian", () => {
    const [javanese, indonesian] = [spoken("javanese"), spoken("indonesian")];
    const same = ["optedOut", "erased", "dataSummary", "documentReceived", "reserveCaution", "affordable"] as const;
    for (const name of [...same, "km", "priceLine", "taxLate", "cheaper"] as const)
      expect(javanese[name]).toEqual(indonesian[name]);
  });

  test("speaks politely where Indonesian would greet, list, price, ask and thank", () => {
    const [javanese, indonesian] = [spoken("javanese"), spoken("indonesian")];
    const polite =
      /\b(monggo|nggih|wonten|taksih|matur nuwun|badhe|saged|dereng|kulo|regine|sami-sami|ngapunten|niki|teng|ten)\b/i;
    for (const name of [
      "hello",
      "someFit",
      "priceOf",
      "stillThere",
      "askNext",
      "thanks",
      "photosOf",
      "askVisit",
    ] as const) {
      expect(javanese[name]).not.toEqual(indonesian[name]);
      for (const { text } of javanese[name]) expect(text).toMatch(polite);
    }
  });

  test("honours the customer's coming and looking, never our own people's", () => {
    for (const { text } of linesOf("javanese")) {
      expect(text).not.toMatch(/\b(tim|sales|pimpinan) kami\b[^.;,]*\b(mirsani|dipirsani|rawuh)\b/i);
    }
  });

  test("names months and numbers like Indonesian", () => {
    expect(phrasesIn("javanese", { call: "Pak", title: "Pak", pick: ([first]) => first }).locale).toBe("id");
  });
});

describe("choosing among wordings", () => {
  const options: [string, ...string[]] = ["satu", "dua", "tiga"];

  test("the same turn always says the same", () => {
    for (let turn = 0; turn < 50; turn++) {
      expect(pickerFor(`conversation:${turn}`)(options)).toBe(pickerFor(`conversation:${turn}`)(options));
    }
  });

  test("turns vary, and each wording gets its share", () => {
    const chosen = Array.from({ length: 300 }, (_, turn) => pickerFor(`conversation:${turn}`)(options));
    for (const option of options) expect(chosen.filter((one) => one === option).length).toBeGreaterThan(60);
  });

  test("two phrases of one turn do not always take the same place in their lists", () => {
    const isFirst = (turn: number, list: [string, ...string[]]) => pickerFor(`c:${turn}`)(list) === list[0];
    const turns = Array.from({ length: 100 }, (_, turn) => turn);
    expect(turns.some((turn) => isFirst(turn, ["a", "b"]) !== isFirst(turn, ["c", "d"]))).toBe(true);
  });

  test("a single wording is always that one", () => {
    expect(pickerFor("any")(["satu"])).toBe("satu");
  });
});
