import { kmOf } from "./ad/record";
import { isYear } from "./ad/terms";
import { type Amount, readAmount } from "./amounts";
import { priceRupiah } from "./money";
import { isFree, type Scan, take, wordAt } from "./scan";

/** Limits a customer sets. Every end is included. */
export type Ranges = {
  yearMin?: number;
  yearMax?: number;
  priceMin?: number;
  priceMax?: number;
  kmMax?: number;
  seats?: number;
};

type Bound = "max" | "min" | null;
type Slot = "price" | "year" | "km" | "seats";

const million = 1_000_000;
const farthestWords = 3;

/**
 * Years, prices, kilometres and seats with their limits: "2018 ke atas", "thn 15-18", "max 150", "200an", "km di bawah 50rb".
 * `takesBareNumber`: a number of 20 to 999 that nothing explains is a budget (a search box, an answer to "budget?").
 */
export function takeRanges(scan: Scan, takesBareNumber: boolean): Ranges {
  const ranges: Ranges = {};
  for (let index = 0; index < scan.tokens.length; ) {
    const first = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
    if (!first) {
      index += 1;
      continue;
    }
    const second = upperEnd(scan, first);
    const slot = slotOf(scan, first, second, takesBareNumber);
    const end = second?.end ?? first.end;
    if (slot && apply(ranges, slot, scan, first, second)) take(scan, index, endWithBound(scan, end));
    index = end;
  }
  return ranges;
}

function apply(ranges: Ranges, slot: Slot, scan: Scan, first: Amount, second: Amount | null): boolean {
  const bound = boundOf(scan, first.start, second?.end ?? first.end);
  if (slot === "seats") return set(ranges, "seats", first.decimal);
  if (slot === "km") return set(ranges, "kmMax", kmOf(second ?? first, scan, true));
  if (slot === "year") return applyYears(ranges, bound, first, second);
  return applyPrices(ranges, bound, scan, first, second);
}

function applyYears(ranges: Ranges, bound: Bound, first: Amount, second: Amount | null): boolean {
  const from = yearOf(first);
  const to = second ? yearOf(second) : from;
  if (from === null || to === null) return false;
  if (bound !== "max" || second) ranges.yearMin ??= Math.min(from, to);
  if (bound !== "min" || second) ranges.yearMax ??= Math.max(from, to);
  return true;
}

function applyPrices(ranges: Ranges, bound: Bound, scan: Scan, first: Amount, second: Amount | null): boolean {
  const from = priceRupiah(second ? { ...first, unit: first.unit ?? second.unit } : first);
  const to = second ? priceRupiah({ ...second, unit: second.unit ?? first.unit }) : null;
  if (from === null) return false;
  if (to !== null) return set(ranges, "priceMin", Math.min(from, to)) && set(ranges, "priceMax", Math.max(from, to));
  if (bound === "min") return set(ranges, "priceMin", from);
  if (bound === "max") {
    ranges.priceMax = from;
    return true;
  }
  if (first.approximate && !hasBudgetWord(scan, first.start)) {
    ranges.priceMin ??= from;
    ranges.priceMax ??= from + stepOf(from) - 1;
    return true;
  }
  ranges.priceMax ??= from;
  return true;
}

/** The band of "150an" is ten million wide, of "200an" a hundred: one of its last non-zero digit. */
function stepOf(rupiah: number): number {
  let step = million;
  while (rupiah % (step * 10) === 0) step *= 10;
  return step;
}

function slotOf(scan: Scan, first: Amount, second: Amount | null, takesBareNumber: boolean): Slot | null {
  const unit = second?.unit ?? first.unit;
  if (unit === "kursi") return first.decimal >= 2 && first.decimal <= 19 ? "seats" : null;
  const label = labelBefore(scan, first.start);

  if (unit === "km" || (label === "km" && (unit === "ribu" || unit === null) && !isYear(first))) return "km";
  if (isYear(first) && unit === null) return "year";
  if (label === "year" && /^\d\d$/.test(first.digits) && unit === null) return "year";
  if (unit === "juta" || unit === "miliar") return "price";
  if (unit !== null) return null;
  if (first.grouped >= 10 * million) return "price";

  const isExplained = label === "price" || boundOf(scan, first.start, second?.end ?? first.end) !== null;
  const isBand = first.approximate || second !== null;
  const isPrice = first.grouped >= 20 && (first.grouped < 1_000 || label === "price");
  return isPrice && (isExplained || isBand || takesBareNumber) ? "price" : null;
}

/** "150-200", "2017 sampai 2019", "130 s/d 170 juta". */
function upperEnd(scan: Scan, first: Amount): Amount | null {
  let index = first.end;
  if (/^(?:[-–~]|sampai|sampe|sd|hingga|to|smp|sampek)$/.test(wordAt(scan, index))) index += 1;
  else if (wordAt(scan, index) === "s" && wordAt(scan, index + 1) === "/" && wordAt(scan, index + 2) === "d")
    index += 3;
  else if (
    /^(?:sama|sm|sma|ama|sampek|dan|n|&|dengan|dgn|ambek|karo|ke)$/.test(wordAt(scan, index)) &&
    saysBetween(scan, first.start)
  )
    index += 1;
  else if (wordAt(scan, index) === "/" && isYear(first)) index += 1;
  else return null;
  const second = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
  if (!second || isYear(first) !== isYear(second)) return null;
  return second.grouped > first.grouped || second.unit !== null ? second : null;
}

function saysBetween(scan: Scan, start: number): boolean {
  return [1, 2].some((distance) => /^(?:antara|kisaran|range|dari|between)$/.test(wordAt(scan, start - distance)));
}

const maxWord =
  /^(?:max|maks|maksimal|maximal|maximum|maksimum|dibawah|dbawah|dibwah|dbwh|bawah|bwh|under|mentok|kurang|sampai|sampe|nyampe|nyampek|<|maxsimal|maxs)$/;
const minWord = /^(?:min|minimal|minimum|diatas|atas|above|lebih|mulai|>|diatasnya)$/;
const maxAfter = /^(?:kebawah|mudun|turun|dibawah|bawah|down|kebawahnya|max|maks|maksimal)$/;
const minAfter = /^(?:keatas|up+|munggah|naik|atas|keatasnya|\+)$/;

function boundOf(scan: Scan, start: number, end: number): Bound {
  const after = /^(?:ke|yang|di|an|dan)$/.test(wordAt(scan, end)) ? wordAt(scan, end + 1) : wordAt(scan, end);
  const isChange =
    /^(?:jadi|menjadi|dadi|ke|\d.*)$/.test(wordAt(scan, end + 1)) && /^(?:naik|munggah|turun|mudun)$/.test(after);
  if (minAfter.test(after) && !isChange) return "min";
  if (maxAfter.test(after) && !maxWord.test(after) && !isChange) return "max";
  if ((after === "bawah" || after === "dibawah") && !isNumberAt(scan, end)) return "max";

  for (let index = start - 1; index >= Math.max(0, start - farthestWords); index--) {
    if (!isFree(scan, index)) continue;
    const text = wordAt(scan, index);
    if (maxWord.test(text)) return "max";
    if (
      /^(?:lebih|lbh)$/.test(text) &&
      /^(?:ga|gak|tidak|ngga|nggak|ndak|gk|tdk|ora|jangan|jgn)$/.test(wordAt(scan, index - 1))
    )
      return "max";
    if (/^(?:lebih|lbh)$/.test(text) && /^(?:kurang|krg|krng)$/.test(wordAt(scan, index - 1))) return null;
    if (minWord.test(text)) return isAddress(scan, index, start) ? null : "min";
    if (/^(?:,|\.|\?|ada)$/.test(text) || /\d/.test(text)) return null;
  }
  return null;
}

/** "min" is also how an admin is addressed: it limits only right before its number. */
function isAddress(scan: Scan, index: number, start: number): boolean {
  return wordAt(scan, index) === "min" && index !== start - 1;
}

function isNumberAt(scan: Scan, index: number): boolean {
  return scan.tokens[index + 1]?.kind === "number" || scan.tokens[index + 2]?.kind === "number";
}

/** The words of the limit that stand behind the number belong to it. */
function endWithBound(scan: Scan, end: number): number {
  const first = wordAt(scan, end);
  if (minAfter.test(first) || /^(?:kebawah|mudun)$/.test(first)) return end + 1;
  return first === "ke" && /^(?:atas|bawah)$/.test(wordAt(scan, end + 1)) ? end + 2 : end;
}

function labelBefore(scan: Scan, start: number): Slot | null {
  for (let index = start - 1; index >= Math.max(0, start - 5); index--) {
    const text = wordAt(scan, index);
    if (/^(?:km|kilometer|odo|odometer|kilo)(?:nya|ne|e)?$/.test(text)) return "km";
    if (/^(?:tahun|thn|th|taun|tahunnya|thnnya|keluaran|year|produksi)$/.test(text)) return "year";
    if (isBudgetWord(text) || /^(?:harga|hrg|rego|hrga|harganya|hrgnya|regane|price|seharga|kisaran)$/.test(text))
      return "price";
    if (/\d/.test(text) && index < start - 1) return null;
  }
  return null;
}

function hasBudgetWord(scan: Scan, start: number): boolean {
  return [1, 2, 3, 4].some((distance) => isBudgetWord(wordAt(scan, start - distance)));
}

function isBudgetWord(text: string): boolean {
  return /^(?:budget|bajet|budjet|buget|badget|bajetnya|budgetku|bugetnya|budgetnya|dana|duit|uang|duwit|duwek|modal|anggaran|danane|dananya)$/.test(
    text,
  );
}

function yearOf(amount: Amount): number | null {
  if (isYear(amount)) return amount.decimal;
  if (!/^\d\d$/.test(amount.digits)) return null;
  return amount.decimal < 50 ? 2000 + amount.decimal : 1900 + amount.decimal;
}

function set(ranges: Ranges, key: keyof Ranges, value: number | null): boolean {
  if (value === null) return false;
  ranges[key] ??= value;
  return true;
}
