import { take, wordAt } from "@/backend/features/language";
import { type KnownCar, plainCode } from "../facts/known-cars";
import { clauseAt, excerpt } from "../text/answer-reading";
import { saysUnavailable } from "../text/tone";
import { readCarNames } from "./car-names";
import type { Check } from "./marks";

/** Marks every car an answer names: by code, by link, by name, by its place in the list. Unknown cars are violations. */
export function readIdentities(check: Check): void {
  readLinkedCars(check);
  readCarNames(check);
  readCodes(check);
  readPlacesInList(check);
}

function readLinkedCars({ reading, cars, marks }: Check): void {
  for (const [index, token] of reading.scan.tokens.entries()) {
    const linked = reading.carSigns.get(token.raw);
    const known = cars.find(({ car }) => car === linked);
    if (known) marks.push(identity(known, token.raw, index, index + 1));
  }
}

function readCodes(check: Check): void {
  const { scan } = check.reading;
  for (let index = 0; index < scan.tokens.length; index++) {
    const code = codeAt(check, index);
    if (!code) continue;
    take(scan, index, code.end);
    const known = check.cars.find((car) => car.code === code.code);
    const text = excerpt(scan, index, code.end);
    if (known) check.marks.push(identity(known, text, index, code.end));
    else if (!isDeniedCode(check, code.code, index)) check.violations.push({ kind: "code", text });
  }
}

function codeAt({ reading: { scan }, cars }: Check, index: number): { code: string; end: number } | null {
  if (scan.taken[index]) return null;
  const isMarked = wordAt(scan, index) === "#";
  const start = isMarked ? index + 1 : index;
  const isAnnounced = isMarked || /^(?:kode|unit|code)$/.test(wordAt(scan, index - 1));
  const whole = /^[a-z]\d{1,4}$/.test(wordAt(scan, start)) ? wordAt(scan, start) : null;
  const numberAt = wordAt(scan, start + 1) === "-" ? start + 2 : start + 1;
  const isSplit = /^[a-z]$/.test(wordAt(scan, start)) && /^\d{1,4}$/.test(wordAt(scan, numberAt));

  if (/^(?:stk|vh|temp)$/.test(wordAt(scan, start)) && /^\d{1,5}$/.test(wordAt(scan, numberAt)))
    return { code: `${wordAt(scan, start)}-${wordAt(scan, numberAt)}`, end: numberAt + 1 };
  if (/^(?:stk|vh|temp)\d{1,5}$/.test(wordAt(scan, start))) return { code: wordAt(scan, start), end: start + 1 };
  if (isMarked && /^\d{1,4}$/.test(wordAt(scan, start))) return { code: `#${wordAt(scan, start)}`, end: start + 1 };
  if (whole && (isAnnounced || whole.length > 2 || cars.some(({ code }) => code === plainCode(whole))))
    return { code: plainCode(whole), end: start + 1 };
  if (!isSplit) return null;
  const code = plainCode(wordAt(scan, start) + wordAt(scan, numberAt));
  const isLikely = isAnnounced || wordAt(scan, numberAt).startsWith("0");
  return isLikely ? { code, end: numberAt + 1 } : null;
}

/** "Maaf, unit #Z99 sudah tidak tersedia": the customer's own code, denied. */
function isDeniedCode({ reading, customer }: Check, code: string, index: number): boolean {
  const sentence = reading.sentences.find(({ start, end }) => index >= start && index < end);
  if (!sentence || !/^#[A-Z]/.test(code)) return false;
  const asked = (customer.text.match(/#?\s?[a-z]\W?\d{1,4}\b/gi) ?? []).some((found) => plainCode(found) === code);
  return asked && saysUnavailable(clauseAt(sentence, index).text);
}

const places: [RegExp, number][] = [
  [/^(?:pertama|first|1st|kesatu|1)$/, 1],
  [/^(?:kedua|second|2nd|2)$/, 2],
  [/^(?:ketiga|third|3rd|3)$/, 3],
  [/^(?:keempat|fourth|4)$/, 4],
  [/^(?:kelima|fifth|5)$/, 5],
];
const beforePlace = /^(?:yang|yg|unit|nomor|no|nomer|pilihan|opsi|the|sing)$/;

/** "yang kedua" is the second car named so far by its code. */
function readPlacesInList({ reading: { scan }, marks }: Check): void {
  for (let index = 1; index < scan.tokens.length; index++) {
    const place = places.find(([pattern]) => pattern.test(wordAt(scan, index)))?.[1];
    if (!place || scan.taken[index] || !beforePlace.test(wordAt(scan, index - 1))) continue;
    const before = namedBefore(marks, index);
    const named = (before.length > 0 ? before : namedBefore(marks, scan.tokens.length))[place - 1];
    if (!named) continue;
    marks.push(identity(named, excerpt(scan, index - 1, index + 1), index - 1, index + 1));
    take(scan, index, index + 1);
  }
}

function namedBefore(marks: Check["marks"], index: number): KnownCar[] {
  const exact = marks
    .flatMap((mark) => (mark.type === "identity" && mark.isExact && mark.start < index ? [mark] : []))
    .sort((left, right) => left.start - right.start);
  return [...new Set(exact.flatMap(({ cars }) => cars))];
}

function identity(known: KnownCar, text: string, start: number, end: number) {
  return { type: "identity" as const, isExact: true, cars: [known], text, start, end };
}
