import { wordAt } from "@/backend/features/language";
import type { FactCar, FactViolationKind } from "../answer-facts";
import type { KnownCar } from "../facts/known-cars";
import { isYearLike } from "../facts/number-keys";
import { isUnitCountTrue } from "./counts";
import type { Check, Claim } from "./marks";
import type { FoundNumber } from "./number-claims";

type Meaning = { kind: FactViolationKind; slot: string; holds(known: KnownCar): boolean };

/** The claim a number that is no sum makes about a car; null when it is accounted for without one. */
export function carNumberClaim(check: Check, found: FoundNumber): Claim | null {
  const { amount, label, isOwners, text, limit, isCustomers } = found;
  if (isCounted(check, found)) return null;
  const meaning = meaningOf(found);
  const isCarFact = meaning.slot !== "number" && meaning.slot !== "tenor" && label !== null;
  if (isOwners && !isCarFact) return null;
  if (isCustomers && isPersonsNumber(found)) return null;

  const besides = neighboursOf(check, found);
  const isLimit = limit !== null && isCustomers;
  return {
    type: "claim",
    kind: meaning.kind,
    slot: isLimit ? "limit" : meaning.slot,
    text,
    start: amount.start,
    holds: (known) =>
      isLimit
        ? isWithin(known.car, meaning.slot, amount.grouped, limit)
        : meaning.holds(known) || (mayStandInFreeText(meaning.slot, found) && standsInFreeText(known, found, besides)),
  };
}

function meaningOf(found: FoundNumber): Meaning {
  const { amount, label, sentence } = found;
  const { unit, grouped, digits } = amount;
  if (isYearLike(amount) && isOfShowroom.test(sentence.text)) return nobodys("year");
  if (isYearLike(amount) && label !== "km") return yearMeaning(amount.decimal, label);
  if (unit === "ribu" || unit === "km" || unit === "mil" || label === "km") return kmMeaning(amount, label);
  const isEngine =
    unit === "cc" || unit === "liter" || (unit === null && (label === "engine" || /^[0-6][.,]\d$/.test(digits)));
  if (isEngine) return engineMeaning(amount);
  if (unit === "kursi" && isAboutPeople(found)) return nobodys("number");
  if (unit === "kursi" || label === "seats") return meaning("car_fact", "seats", ({ car }) => car.seats === grouped);
  if (label === "owners" && unit === null) return meaning("car_fact", "owners", ({ car }) => car.owners === grouped);
  if (unit === "tahun" || unit === "bulan") return tenorMeaning(found);
  if (unit === null && grouped >= 10_000 && amount.decimal !== grouped) return kmMeaning(amount, label);
  return meaning(
    "number",
    "number",
    ({ nameWords }) => unit === null && isModelNumber(digits) && nameWords.has(digits),
  );
}

const isOfShowroom = /\b(?:berdiri|didirikan|sejak|since|established|founded)\b/;

/** A number that no car's fact can account for. */
function nobodys(kind: FactViolationKind): Meaning {
  return meaning(kind, "number", () => false);
}

/** "sudah ditanya 5 orang", not "muat 5 orang". */
function isAboutPeople({ text, sentence }: FoundNumber): boolean {
  return (
    /\b(?:orang|org|wong)$/i.test(text) && !/\b(?:muat\w*|kapasitas\w*|isi|cukup|kursi|untuk)\b/.test(sentence.text)
  );
}

const creditWord = /\b(?:tenor\w*|kredit\w*|credit|cicil\w*|angsur\w*|leasing|financing|instal\w*)\b/;

function tenorMeaning({ amount, sentence }: FoundNumber): Meaning {
  const months = amount.unit === "tahun" ? amount.decimal * 12 : amount.decimal;
  const isHeld = ({ car }: KnownCar) => car.creditMinTenorMonths === months && creditWord.test(sentence.text);
  return meaning("number", "tenor", isHeld);
}

/** The "5" of "Mazda CX 5" is taken with the name; what remains is no number of a name. */
function isModelNumber(digits: string): boolean {
  return /^\d{3,4}$/.test(digits);
}

function yearMeaning(year: number, label: FoundNumber["label"]): Meaning {
  if (label === "tax") return meaning("car_fact", "tax", ({ car }) => car.taxMonth?.startsWith(String(year)) === true);
  if (label === "registration")
    return meaning(
      "year",
      "registration",
      ({ car }) => car.registrationYear === year || (car.registrationYear == null && car.year === year),
    );
  return meaning("year", "year", ({ car }) => car.year === year);
}

function kmMeaning(
  { grouped, decimal, unit, approximate }: FoundNumber["amount"],
  label: FoundNumber["label"],
): Meaning {
  const km =
    unit === "ribu" ? decimal * 1_000 : unit === null && grouped < 1_000 && label === "km" ? grouped * 1_000 : grouped;
  const isKm = ({ car }: KnownCar) => car.km === km || (approximate && Math.floor(car.km / 1_000) * 1_000 === km);
  return meaning("km", "km", isKm);
}

function engineMeaning({ grouped, decimal, digits }: FoundNumber["amount"]): Meaning {
  const litres = /^[0-6](?:[.,]\d)?$/.test(digits) ? decimal.toFixed(1) : null;
  return meaning("car_fact", "engine", ({ car, nameWords }) =>
    litres === null
      ? car.engineCc === grouped
      : nameWords.has(litres) || (car.engineCc != null && (car.engineCc / 1_000).toFixed(1) === litres),
  );
}

function meaning(kind: FactViolationKind, slot: string, holds: Meaning["holds"]): Meaning {
  return { kind, slot, holds };
}

function isWithin(car: FactCar, slot: string, limitValue: number, limit: "most" | "least"): boolean {
  const value = slot === "year" ? car.year : slot === "km" ? car.km : null;
  if (value === null) return false;
  return limit === "most" ? value <= limitValue : value >= limitValue;
}

/** "2 unit", "3 pilihan": as many as the answer lists or the facts hold. */
function isCounted(check: Check, { amount, sentence }: FoundNumber): boolean {
  const after = wordAt(check.reading.scan, amount.end);
  const before = wordAt(check.reading.scan, amount.end - 1);
  const isCount = (word: string) => /^(?:unit|units|mobil|pilihan|opsi|cars?|options?)$/.test(word);
  const isBeforeName = check.marks.some(
    (mark) => mark.type === "identity" && !mark.isExact && mark.start === amount.end,
  );
  if (!isCount(after) && !isCount(before) && !isBeforeName) return false;
  return isUnitCountTrue(check, sentence, amount.grouped);
}

/** How many they are, when they come, how long they wait: theirs to say, and no fact of a car. */
function isPersonsNumber({ amount, sentence }: FoundNumber): boolean {
  if (amount.unit === "kursi") return /\b(?:keluarga|orang|people|family)\b/.test(sentence.text);
  return amount.unit === "other" && /^(?:hari|jam|menit)$/.test(amount.digits);
}

/** The words next to the number, for "velg 17" and "ban 80%". */
function neighboursOf({ reading: { scan } }: Check, { amount }: FoundNumber): { before: string; after: string } {
  const isWord = (index: number) => scan.tokens[index]?.kind === "word" && wordAt(scan, index) !== "an";
  const before = isWord(amount.start - 1) ? wordAt(scan, amount.start - 1) : wordAt(scan, amount.start - 2);
  const after = isWord(amount.end) ? wordAt(scan, amount.end) : "";
  return { before, after };
}

/** Numbers a showroom could be held to are never the seller's to say. */
const owedWord =
  /\b(?:garansi\w*|jamin\w*|dijamin|gratis\w*|bonus\w*|kredit\w*|tenor\w*|cicil\w*|angsur\w*|bunga|dp|diskon\w*|potong\w*|cashback|warrant\w*|guarant\w*|free|discount|credit)\b/;

/** Not a car's own kilometres, but the reach of an electric one. */
function mayStandInFreeText(slot: string, { amount, sentence }: FoundNumber): boolean {
  if (owedWord.test(sentence.text)) return false;
  return slot === "number" || slot === "tenor" || (slot === "km" && amount.unit === "km" && amount.grouped < 1_000);
}

function standsInFreeText(
  { freeWords }: KnownCar,
  { amount }: FoundNumber,
  { before, after }: { before: string; after: string },
): boolean {
  return freeWords.some(
    (word, index) =>
      word === amount.digits &&
      ((before !== "" && /^\p{L}{2,}/u.test(before) && freeWords[index - 1] === before) ||
        (after.length > 2 && freeWords[index + 1] === after)),
  );
}
