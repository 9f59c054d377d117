import { readSpelledNumber } from "./spelled-numbers";
import type { Token } from "./tokens";

export type AmountUnit =
  | "ribu"
  | "juta"
  | "miliar"
  | "km"
  | "mil"
  | "cc"
  | "liter"
  | "tahun"
  | "bulan"
  | "persen"
  | "kali"
  | "kursi"
  | "other";

/** A number as written, not yet money, distance or time: the slot that takes it decides. */
export type Amount = {
  /** Separators read as decimals where they can be: "1.250" is 1.25. */
  decimal: number;
  /** Separators read as thousands where they can be: "1.250" is 1250. */
  grouped: number;
  /** Digits as written, without unit. */
  digits: string;
  unit: AmountUnit | null;
  /** "Rp" stands before it. */
  currency: boolean;
  /** "150an", "4 jutaan". */
  approximate: boolean;
  start: number;
  end: number;
};

const unitWords: Record<string, AmountUnit> = {
  ...spread("ribu", "rb rbu ribu ribuan rban rbuan ewu k"),
  ...spread("juta", "jt juta jutaan jtan jtaan jeti yuta yuto"),
  ...spread("miliar", "m milyar miliar mlyr milyard"),
  ...spread("km", "km kilometer kilo"),
  ...spread("mil", "mil miles mile"),
  ...spread("cc", "cc"),
  ...spread("liter", "l ltr liter litre"),
  ...spread("tahun", "th thn tahun taun tahunan than"),
  ...spread("bulan", "bln bulan bl x-bulan"),
  ...spread("persen", "% persen pct"),
  ...spread("kali", "x kali"),
  ...spread("kursi", "seat seater seats kursi penumpang orang org wong"),
  ...spread("other", "baris pintu door doors unit hari hr jam menit minggu mobil inci inch inchi hp ps tangan titik"),
};

const approximateUnit = /^(?:jutaan|jtan|jtaan|ribuan|rban|rbuan)$/;

/** Reads one number, with its unit, at token `index`; null when no number stands there. */
export function readAmount(tokens: readonly Token[], index: number): Amount | null {
  const currencyEnd = skipCurrency(tokens, index);
  const first = tokens[currencyEnd];
  if (!first) return null;

  const plain =
    first.kind === "number"
      ? { ...readDigits(first.text), end: currencyEnd + 1 }
      : first.kind === "hidden"
        ? { ...readHiddenDigits(first.text), end: currencyEnd + 1 }
        : readSpelled(tokens, currencyEnd);
  if (!plain || Number.isNaN(plain.decimal)) return null;

  const unit = readUnit(tokens, plain.end);
  return {
    ...withFraction(plain, unit.fraction),
    digits: first.kind === "word" ? "" : first.text,
    unit: unit.unit,
    currency: currencyEnd > index,
    approximate: unit.approximate || ("approximate" in plain && plain.approximate),
    start: index,
    end: unit.end,
  };
}

/** True when the token is one of the words that follow a number ("juta", "km", "seater"). */
export function isUnitWord(text: string): boolean {
  return Object.hasOwn(unitWords, text);
}

function skipCurrency(tokens: readonly Token[], index: number): number {
  const text = tokens[index]?.text;
  if (text !== "rp" && text !== "idr") return index;
  return tokens[index + 1]?.text === "." ? index + 2 : index + 1;
}

function readDigits(text: string): { decimal: number; grouped: number } {
  const cents = /^(\d{1,3}(?:\.\d{3})+),\d{2}$|^(\d{1,3}(?:,\d{3})+)\.\d{2}$/.exec(text);
  const digits = cents?.[1] ?? cents?.[2] ?? text;
  const separators = digits.replace(/\d/g, "").length;
  const joined = Number(digits.replace(/[.,]/g, ""));

  if (separators === 0) return { decimal: joined, grouped: joined };
  const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(digits);
  if (separators > 1) return isGrouped ? { decimal: joined, grouped: joined } : notANumber;

  const decimal = Number(digits.replace(",", "."));
  return { decimal, grouped: isGrouped ? joined : decimal };
}

const notANumber = { decimal: Number.NaN, grouped: Number.NaN };

/** "44.xxx" and "115xxx" are thousands, "88.8xx" is 88,800; "2x.xxx" and the "9xxx" of a plate hide too much. */
function readHiddenDigits(text: string): { decimal: number; grouped: number } {
  const parts = /^(\d{1,3})[.,](\d?)x{2,3}$|^(\d{2,3})xxx$/.exec(text);
  const thousands = parts?.[1] ?? parts?.[3];
  if (!thousands) return notANumber;
  const value = Number(thousands) * 1000 + Number(parts?.[2] ?? 0) * 100;
  return { decimal: value, grouped: value };
}

function readSpelled(tokens: readonly Token[], index: number) {
  const spelled = readSpelledNumber(tokens, index);
  return (
    spelled && { decimal: spelled.value, grouped: spelled.value, end: spelled.end, approximate: spelled.approximate }
  );
}

function readUnit(tokens: readonly Token[], index: number) {
  const token = tokens[index];
  const none = { unit: null, approximate: false, fraction: 0, end: index };
  if (!token) return none;

  const isSuffix = token.text === "an" || (token.text === "-" && tokens[index + 1]?.text === "an" && token.joined);
  if (isSuffix) {
    const end = token.text === "an" ? index + 1 : index + 2;
    const scale = tokens[end]?.text;
    const unit = scale && /^(?:jt|juta|rb|ribu)$/.test(scale) ? (unitWords[scale] ?? null) : null;
    return { unit, approximate: true, fraction: 0, end: unit ? end + 1 : end };
  }

  const billionTenths = token.joined ? /^m(\d)$/.exec(token.text)?.[1] : undefined;
  if (billionTenths)
    return { unit: "miliar" as const, approximate: false, fraction: Number(billionTenths) / 10, end: index + 1 };

  const unit = Object.hasOwn(unitWords, token.text) ? unitWords[token.text] : undefined;
  if (!unit || isTrimAfterYear(token, tokens[index - 1]) || isBareLetterElsewhere(token, unit, tokens[index + 1]))
    return none;

  const suffixEnd = tokens[index + 1]?.text === "an" ? index + 2 : index + 1;
  return { unit, approximate: suffixEnd > index + 1 || approximateUnit.test(token.text), fraction: 0, end: suffixEnd };
}

/** "Xenia 2019 X", "Sigra 2019 M": a year has no unit of one letter. */
function isTrimAfterYear(token: Token, number: Token | undefined): boolean {
  return !token.joined && /^[a-z]$/.test(token.text) && /^(?:19|20)\d\d$/.test(number?.text ?? "");
}

/** "L genap" after a price is a plate, and "k", "l" away from their number are no units. */
function isBareLetterElsewhere(token: Token, unit: AmountUnit, next: Token | undefined): boolean {
  if (unit === "km" && !token.joined && /^(?:rendah|low|antik|sedikit|dikit|asli|masih)$/.test(next?.text ?? ""))
    return true;
  if (token.text === "hari" && /^(?:ini|iki|minggu|senin|sabtu)$/.test(next?.text ?? "")) return true;
  if (unit === "kali" && next?.kind === "number") return true;
  if (unit === "tahun" && !token.joined && /^(?:19|20)\d\d$/.test(next?.text ?? "")) return true;
  if (token.joined) return false;
  if (
    unit === "km" &&
    (next?.kind === "number" ||
      /^(?:di|dibawah|bawah|max|maks|maksimal|under|<|kurang|sekitar|masih)$/.test(next?.text ?? ""))
  )
    return true;
  if (token.text === "k" || token.text === "hp" || token.text === "ps") return true;
  return token.text === "l" && next !== undefined && /^(?:genap|ganjil|gnp|gjl|\d+)$/.test(next.text);
}

function withFraction(plain: { decimal: number; grouped: number }, fraction: number) {
  return { decimal: plain.decimal + fraction, grouped: plain.grouped + fraction };
}

function spread(unit: AmountUnit, words: string): Record<string, AmountUnit> {
  return Object.fromEntries(words.split(" ").map((text) => [text, unit]));
}
