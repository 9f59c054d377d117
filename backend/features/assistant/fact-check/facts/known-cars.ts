import { colorOfWord, findCars, normalizeText, startScan } from "@/backend/features/language";
import type { FactCar } from "../answer-facts";
import { withPlainNumberWords } from "../text/number-words";
import { readPlainAnswer } from "../text/plain-answer";

/** A car with what an answer is compared with. */
export type KnownCar = {
  car: FactCar;
  /** "#A01" */
  code: string;
  names: { brand: string; model: string | null }[];
  /** Lower-case words of its brand, model and variant. */
  nameWords: Set<string>;
  colors: Set<string>;
  /** Features, notes and description in plain words: may be repeated, never makes a price. */
  freeText: string;
  freeWords: string[];
  /** Its words that hold digits: "auto2000", "v2l". */
  freeCodes: Set<string>;
};

export function knowCar(car: FactCar): KnownCar {
  const free = [...car.keyFeatures, car.conditionNotes, car.description].join("\n");
  const plain = withPlainNumberWords(readPlainAnswer(free).text).toLowerCase();
  const name = `${car.brand} ${car.model} ${car.variant} ${car.publicName}`.toLowerCase();
  return {
    car,
    code: plainCode(car.displayCode),
    names: namesOf(car),
    nameWords: new Set(name.match(/\d+[.,]\d+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []),
    colors: colorsOf(car.color),
    freeText: `${normalizeText(plain)}\n${plain}`,
    freeCodes: new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => /\d/.test(word) && /\p{L}/u.test(word))),
    freeWords: plain.match(/\d+(?:[.,]\d+)*|\p{L}+/gu) ?? [],
  };
}

/** "#a 1" → "#A01" */
export function plainCode(code: string): string {
  const parts = /([a-z])\W*(\d{1,4})/i.exec(code);
  return parts ? `#${(parts[1] ?? "").toUpperCase()}${String(Number(parts[2])).padStart(2, "0")}` : code.toUpperCase();
}

/** Base colours of a colour's name; its own words when it has none ("magenta"). */
export function colorsOf(color: string): Set<string> {
  const words = color.toLowerCase().match(/\p{L}+(?:-\p{L}+)?/gu) ?? [];
  const bases = words.flatMap((word) => colorOfWord(word) ?? []);
  return new Set(bases.length > 0 ? bases : words);
}

function namesOf({ brand, model, variant }: FactCar): KnownCar["names"] {
  const mentions = findCars(startScan(`${brand} ${model} ${variant}`).tokens);
  const canonical = mentions
    .slice(0, 1)
    .map((mention) => ({ brand: mention.brand, model: mention.model?.model ?? null }));
  return [{ brand, model }, ...canonical];
}
