import { type CarMention, findCars, startScan, take, takeVariant, wordAt } from "@/backend/features/language";
import { type KnownCar, plainCode } from "../facts/known-cars";
import { clauseAt, excerpt, type Sentence } from "../text/answer-reading";
import { saysUnavailable } from "../text/tone";
import type { Check } from "./marks";

/** Marks every car an answer names: by code, by link, by name, by its place in the list. Unknown cars are violations. */
export function readIdentities(check: Check): void {
  readLinkedCars(check);
  readModelNames(check);
  readNames(check);
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

/** "3 Series": a model's name that only its brand would tell from ordinary words. */
function readModelNames({ reading: { scan }, cars, marks }: Check): void {
  for (const model of new Set(cars.map(({ car }) => car.model))) {
    const parts = startScan(model).tokens.map(({ text }) => text);
    const isKnown = carsIn(model).some(
      (mention) => mention.start === 0 && mention.end === parts.length && mention.typed === null,
    );
    if (parts.length < 2 || isKnown) continue;
    for (let start = 0; start < scan.tokens.length; start++) {
      if (!parts.every((part, place) => wordAt(scan, start + place) === part)) continue;
      const end = start + parts.length;
      take(scan, start, end);
      marks.push({
        type: "identity",
        isExact: false,
        cars: cars.filter(({ car }) => car.model === model),
        text: model,
        start,
        end,
      });
    }
  }
}

function readNames(check: Check): void {
  const { scan, sentences } = check.reading;
  for (const mention of findCars(scan.tokens)) {
    const sentence = sentences.find(({ start, end }) => mention.start >= start && mention.start < end);
    const isTaken = check.reading.scan.taken[mention.start] || check.reading.scan.taken[mention.end - 1];
    if (!sentence || isTaken || isCode(check, mention) || isOrdinaryWord(check, mention, sentence)) continue;
    const text = excerpt(scan, mention.start, mention.end);
    const named = check.cars.filter((known) => isNamed(known, mention));
    take(scan, mention.start, mention.end);
    if (named.length > 0) {
      check.marks.push({ type: "identity", isExact: false, cars: named, text, start: mention.start, end: mention.end });
      readVariant(check, mention);
      if (isOfAnotherBrand(check, mention)) check.violations.push({ kind: "car", text });
    } else if (!mayBeNamed(check, mention, sentence)) check.violations.push({ kind: "car", text });
  }
}

/** Guesses of spelling know Indonesian words only: "camera" is no Camry, "Paddle shift" and "Smart key" are equipment. */
function isOrdinaryWord({ cars, reading: { scan } }: Check, { typed, start }: CarMention, { text }: Sentence): boolean {
  const word = wordAt(scan, start);
  if (typed === null && word !== "smart") return false;
  if (cars.some(({ freeWords }) => freeWords.includes(word))) return true;
  return /\b(?:the|is|it|has|and|with|we|you|our|from|are)\b/.test(text);
}

/** "A01" of a known car is its code, whatever else it may name. */
function isCode({ reading: { scan }, cars }: Check, mention: CarMention): boolean {
  if (mention.end !== mention.start + 1 || !/^[a-z]\d{2,4}$/.test(wordAt(scan, mention.start))) return false;
  const code = plainCode(wordAt(scan, mention.start));
  return wordAt(scan, mention.start - 1) === "#" || cars.some((known) => known.code === code);
}

function isNamed(known: KnownCar, mention: CarMention): boolean {
  return known.names.some(
    ({ brand, model }) =>
      same(brand, mention.brand) && (mention.model === null || (model !== null && same(model, mention.model.model))),
  );
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** A car the showroom has not may be named where the answer denies having it, or as the customer's own. */
function mayBeNamed(
  { reading: { scan, sentences }, owner, customer }: Check,
  mention: CarMention,
  sentence: Sentence,
): boolean {
  const name = mention.model?.model ?? mention.brand;
  const inOwnerText = carsIn(owner.text).some((own) => isSameName(own, mention));
  if (inOwnerText) return true;
  const saidByCustomer = carsIn(customer.text).some((own) => isSameName(own, mention));
  if (!saidByCustomer || name === "") return false;
  const clause = clauseAt(sentence, mention.start);
  const following = sentence.clauses.find(({ start }) => start === clause.end)?.text ?? "";
  if (
    saysUnavailable(clause.text) ||
    /^\W*(?:maaf|sayang\w*)?\W*(?:belum|tidak|ga|gak|nggak|sudah habis|kosong)/.test(following)
  )
    return true;
  const after = [0, 1, 2, 3].map((distance) => wordAt(scan, mention.end + distance));
  const isOwn = after.some((word) => /^(?:kakak|kak|anda|bapak|ibu|mas|mbak|kaka|njenengan|lama|lamanya)$/.test(word));
  const isTradeIn = sentences.some(({ plain, text }) =>
    /\b(?:tukar|tuker|trade|tt|milik|punya|taksir)\b/.test(`${plain} ${text}`),
  );
  return (
    sentence.isQuestion ||
    (isOwn && isTradeIn) ||
    (isTradeIn && /\b(?:unit|mobil) (?:kakak|anda|bapak|ibu)\b|\byour\b/.test(sentence.text))
  );
}

/** "Honda Avanza": a brand right before a model that is not its own. */
function isOfAnotherBrand({ marks }: Check, { start, model }: CarMention): boolean {
  const before = marks.filter((mark) => mark.type === "identity").findLast(({ end }) => end === start);
  const named = marks.findLast((mark) => mark.type === "identity" && mark.start === start);
  if (!model || before?.type !== "identity" || before.isExact || named?.type !== "identity") return false;
  return !before.cars.some((known) => named.cars.includes(known));
}

function carsIn(text: string): CarMention[] {
  return findCars(startScan(text).tokens);
}

function isSameName(left: CarMention, right: CarMention): boolean {
  return left.brand === right.brand && (right.model === null || left.model === right.model);
}

function readVariant({ reading: { scan }, marks }: Check, mention: CarMention): void {
  const before = [...scan.taken];
  const variant = takeVariant(scan, mention, "speech").toLowerCase();
  if (variant === "") return;
  const start = scan.taken.findIndex((isTaken, index) => isTaken && !before[index]);
  const words = variant.match(/\d+[.,]\d+|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  marks.push({
    type: "claim",
    kind: "car",
    slot: "variant",
    text: variant,
    start: start < 0 ? mention.end : start,
    holds: ({ nameWords }) => words.every((word) => nameWords.has(word) || nameWords.has(word.replace(",", "."))),
  });
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
    const named = namedBefore(marks, index)[place - 1];
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
