import { type CarMention, findCars, startScan, take, takeVariant, wordAt } from "@/backend/features/language";
import { type KnownCar, plainCode } from "../facts/known-cars";
import { clauseAt, excerpt, type Sentence } from "../text/answer-reading";
import { saysUnavailable } from "../text/tone";
import type { Check } from "./marks";

/** Marks the cars an answer names by brand and model, with their variants; a car the showroom has not is a violation. */
export function readCarNames(check: Check): void {
  readModelNames(check);
  readNames(check);
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
