import { carIndex } from "./car-index";
import { findCars } from "./gazetteer";
import { isFree, type Scan, take, wordAt } from "./scan";

const link = /\b(?:https?:\/\/|www\.)\S+/gi;

/** A pasted link to a car's page, ".../rush-2020-silver-r01", says its code: "#R01". Other links stay as they are. */
export function withLinkedCodes(text: string): string {
  return text.replace(link, (url) => {
    const [, letter, digits] = /-([a-z])(\d{2,4})\/?(?:[?#].*)?$/i.exec(url) ?? [];
    return letter && digits ? `#${letter.toUpperCase()}${digits}` : url;
  });
}

/** Public codes in the message in order, "#A01" whatever the spelling; their tokens are taken. */
export function takeDisplayCodes(scan: Scan): string[] {
  const codes: string[] = [];
  for (let index = 0; index < scan.tokens.length; index++) {
    const found = isFree(scan, index) ? displayCodeAt(scan, index) : null;
    if (!found) continue;
    codes.push(found.code);
    take(scan, index, found.end);
    index = found.end - 1;
  }
  return codes;
}

/** The internal stock code ("VH-156", "stk 45"); its tokens are taken. */
export function takeStockCode(scan: Scan): string | null {
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index)) continue;
    const whole = /^(stk|vh)(\d{2,5})$/.exec(wordAt(scan, index));
    if (whole) {
      take(scan, index, index + 1);
      return stockCode(whole[1] ?? "", whole[2] ?? "");
    }
    if (!/^(?:stk|vh)$/.test(wordAt(scan, index))) continue;
    const numberIndex = /^[-.#]$/.test(wordAt(scan, index + 1)) ? index + 2 : index + 1;
    const digits = numberIndex > index + 1 ? /^\d{1,5}$/ : /^\d{2,5}$/;
    if (!digits.test(wordAt(scan, numberIndex))) continue;
    take(scan, index, numberIndex + 1);
    return stockCode(wordAt(scan, index), wordAt(scan, numberIndex));
  }
  return null;
}

function displayCodeAt(scan: Scan, index: number): { code: string; end: number } | null {
  const isMarked = wordAt(scan, index) === "#";
  const start = isMarked ? index + 1 : index;
  const isAnnounced = isMarked || /^(?:kode|unit|code)$/.test(wordAt(scan, index - 1));

  const whole = /^([a-z])(\d{1,4})$/.exec(wordAt(scan, start));
  if (whole && (isAnnounced || (isBareCode(whole[0], whole[2] ?? "") && !isGeneration(scan, start)))) {
    return { code: displayCode(whole[1] ?? "", whole[2] ?? ""), end: start + 1 };
  }
  const numberIndex = wordAt(scan, start + 1) === "-" ? start + 2 : start + 1;
  const isSplit = /^[a-z]$/.test(wordAt(scan, start)) && /^\d{1,4}$/.test(wordAt(scan, numberIndex));
  const hasLeadingZero = wordAt(scan, numberIndex).startsWith("0");
  if (!isSplit || !(isMarked || (hasLeadingZero && !scan.tokens[numberIndex]?.text.startsWith("00")))) return null;
  return { code: displayCode(wordAt(scan, start), wordAt(scan, numberIndex)), end: numberIndex + 1 };
}

/** "a03" is a code; "c200" and "e30" are cars. */
function isBareCode(text: string, digits: string): boolean {
  return (
    digits.length >= 2 &&
    digits.length <= 3 &&
    (digits.startsWith("0") || !carIndex.models.has(text)) &&
    !/^[lh]\d{3}$/.test(text) &&
    !/^x(?:11|12|23|24|35|36|47|48|59|60|71|72)$/.test(text)
  );
}

/** "serena c27", "x-trail t32": behind a model of another letter it is the model's generation, codes take the model's own. */
function isGeneration(scan: Scan, index: number): boolean {
  const car = findCars(scan.tokens).find(({ model, end }) => model !== null && end === index);
  return car?.model !== undefined && car.model?.model.charAt(0).toLowerCase() !== wordAt(scan, index).charAt(0);
}

function displayCode(letter: string, digits: string): string {
  return `#${letter.toUpperCase()}${String(Number(digits)).padStart(2, "0")}`;
}

function stockCode(prefix: string, digits: string): string {
  return `${prefix.toUpperCase()}-${digits.padStart(3, "0")}`;
}
