import { isBarrier, isFree, type Scan, take, wordAt } from "../scan";

const months: [string, RegExp][] = [
  ["01", /^(?:jan|januari|january)$/],
  ["02", /^(?:feb|februari|february|peb|pebruari)$/],
  ["03", /^(?:mar|maret|march|mrt)$/],
  ["04", /^(?:apr|april)$/],
  ["05", /^(?:mei|may)$/],
  ["06", /^(?:jun|juni|june)$/],
  ["07", /^(?:jul|juli|july)$/],
  ["08", /^(?:agu|agt|agst|ags|agustus|august|aug|agus)$/],
  ["09", /^(?:sep|sept|september)$/],
  ["10", /^(?:okt|oktober|oct|october)$/],
  ["11", /^(?:nov|november|nop|nopember)$/],
  ["12", /^(?:des|desember|dec|december)$/],
];

const farthestTokens = 9;

/** "2027-05" from "pajak 05.27", "pjk BULAN 5 (2027)", "pajak aman sd Mei 2027"; null without month and year. Takes the date. */
export function takeTaxMonth(scan: Scan): string | null {
  let found: string | null = null;
  for (let index = 0; index < scan.tokens.length; index++) {
    if (
      !isFree(scan, index) ||
      !/^(?:pajak|pjk|pajek|pajeg|pajaknya|pajeknya|pajeke|pajake|pjknya|pkb|tax|samsat)$/.test(wordAt(scan, index))
    )
      continue;
    const date = dateAfter(scan, index + 1);
    take(scan, index, index + 1);
    if (!date) continue;
    take(scan, date.start, date.end);
    found ??= date.month;
  }
  return found;
}

/** A month and year at token `index` in any of the spellings of advertisements; null when none stands there. */
export function monthAt(scan: Scan, index: number): { month: string; end: number } | null {
  return dottedMonth(scan, index) ?? namedMonth(scan, index) ?? numberedMonth(scan, index);
}

function dateAfter(scan: Scan, start: number): { month: string; start: number; end: number } | null {
  for (let index = start; index < start + farthestTokens && !isBarrier(scan, index); index++) {
    const date = isFree(scan, index) ? monthAt(scan, index) : null;
    if (date) return { ...date, start: index };
    if (wordAt(scan, index - 1) === "/") continue;
    if (/^(?:km|odo|harga|hrg|cash|tgn|tangan|plat|nopol)$/.test(wordAt(scan, index))) return null;
  }
  return null;
}

/** "05.27", "09.2026", "15.03.2027". */
function dottedMonth(scan: Scan, index: number): { month: string; end: number } | null {
  const parts = /^(?:\d{1,2}\.)?(\d{1,2})[.,](\d{2}|\d{4})$/.exec(wordAt(scan, index));
  return dated(parts?.[1], parts?.[2], index + 1);
}

/** "Mei 2027", "1 Mei 27", "01-Feb-2027". */
function namedMonth(scan: Scan, index: number): { month: string; end: number } | null {
  const month = months.find(([, pattern]) => pattern.test(wordAt(scan, index)))?.[0];
  if (!month) return null;
  const yearIndex = skipSeparators(scan, index + 1);
  return dated(month, wordAt(scan, yearIndex), yearIndex + 1);
}

/** "05-2027", "5/27", "05 2027", "15-03-2027", "bulan 6 (2027)", "bulan 8 tahun 2026", "2027-05". */
function numberedMonth(scan: Scan, index: number): { month: string; end: number } | null {
  const first = wordAt(scan, index);
  const secondIndex = skipSeparators(scan, index + 1);
  const second = wordAt(scan, secondIndex);
  if (/^20\d\d$/.test(first) && /^\d{1,2}$/.test(second)) return dated(second, first, secondIndex + 1);
  if (!/^\d{1,2}$/.test(first)) return null;

  const thirdIndex = skipSeparators(scan, secondIndex + 1);
  const isDayFirst = secondIndex > index + 1 && thirdIndex > secondIndex + 1 && /^\d{1,2}$/.test(second);
  if (isDayFirst && /^\d{2}$|^20\d\d$/.test(wordAt(scan, thirdIndex)))
    return dated(second, wordAt(scan, thirdIndex), thirdIndex + 1);
  const named = secondIndex > index + 1 ? namedMonth(scan, secondIndex) : null;
  if (named) return named;

  const isBarePair = /^(?:pajak|pjk|sampai|sd)$/.test(wordAt(scan, index - 1)) && /^(?:2[4-9]|3[0-9])$/.test(second);
  const hasSeparator = isBarePair || secondIndex > index + 1 || /^(?:bulan|bln|bl)$/.test(wordAt(scan, index - 1));
  return hasSeparator || second.length === 4 ? dated(first, second, secondIndex + 1) : null;
}

function skipSeparators(scan: Scan, index: number): number {
  let at = index;
  while (at < index + 3 && /^(?:[-/('’‘.]|tahun|thn|th)$/.test(wordAt(scan, at))) at += 1;
  return at;
}

function dated(
  month: string | undefined,
  year: string | undefined,
  end: number,
): { month: string; end: number } | null {
  if (!month || !year || !/^(?:\d{2}|20\d\d)$/.test(year)) return null;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (!isMonth || (year.length === 2 && Number(year) < 15)) return null;
  return { month: `20${year.slice(-2)}-${month.padStart(2, "0")}`, end };
}
