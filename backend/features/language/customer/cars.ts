import { isYear } from "../ad/terms";
import { readAmount } from "../amounts";
import { colorOfWord } from "../colors";
import { fuelOfWord, transmissionOfWord } from "../features-of-car";
import type { CarMention } from "../gazetteer";
import { takeOldYear } from "../old-year";
import { isFree, type Scan, take, wordAt } from "../scan";
import { takeVariant } from "../variants";
import type { CustomerIntent, CustomerSlots } from "./customer-message";

type CarSlots = Pick<
  CustomerSlots,
  "brand" | "model" | "variant" | "yearMin" | "yearMax" | "tradeInBrand" | "tradeInModel" | "tradeInYear"
>;

/** The car wanted and the car handed in. A car that is denied ("ga jadi yg avanza") is neither. */
export function takeCars(scan: Scan, cars: readonly CarMention[], intents: readonly CustomerIntent[]): CarSlots {
  const slots: CarSlots = {};
  const meant = cars.filter((car) => !isDenied(scan, car));
  const own = intents.includes("trade_in") ? ownCar(scan, meant) : null;
  if (intents.includes("trade_in") && !own) takeOwnKind(scan);

  if (own) {
    slots.tradeInBrand = own.brand;
    if (own.model) slots.tradeInModel = own.model.model;
    takeVariant(scan, own, "speech");
    const year = takeOwnYear(scan, own, meant.find((car) => car !== own) ?? null);
    if (year !== null) slots.tradeInYear = year;
    takeOwnProperties(scan, own);
  }
  const wanted = meant.find((car) => car !== own);
  if (wanted) takeWanted(scan, wanted, slots);
  for (const car of cars) take(scan, car.start, car.end);
  return slots;
}

/** "tt sama pickup": the kind of the customer's own car has no slot either. */
function takeOwnKind(scan: Scan): void {
  for (let index = 0; index < scan.tokens.length; index++) {
    const isHandedIn =
      /^(?:sama|dengan|karo|pakai|pake|dgn|sm|ambek)$/.test(wordAt(scan, index)) &&
      /^(?:tt|tambah|tukar|tuker|barter|ijol)$/.test(wordAt(scan, index - 1));
    if (isHandedIn && kindOfCar.test(wordAt(scan, index + 1))) take(scan, index + 1, index + 3);
  }
}

const kindOfCar = /^(?:pick|up|pickup|pikap|minibus|sedan|suv|mpv|van)$/;

function takeWanted(scan: Scan, wanted: CarMention, slots: CarSlots): void {
  slots.brand = wanted.brand;
  if (wanted.model) slots.model = wanted.model.model;
  const variant = takeVariant(scan, wanted, "speech");
  if (variant !== "") slots.variant = variant;
  const year = takeOldYear(scan, wanted, true);
  if (year !== null) [slots.yearMin, slots.yearMax] = [year, year];
}

function isDenied(scan: Scan, car: CarMention): boolean {
  if (isDisliked(scan, car.start)) return true;
  const before = [1, 2, 3].map((distance) => wordAt(scan, car.start - distance));
  if (before[0] === "jadi" && isNegated(scan, car.start)) return true;
  return before.includes("jadi") && before.some((text) => /^(?:yg|yang|mau)$/.test(text)) && isNegated(scan, car.start);
}

/** "istri ga suka xpander". */
function isDisliked(scan: Scan, index: number): boolean {
  const [nearest = "", second = ""] = [1, 2].map((distance) => wordAt(scan, index - distance));
  const isLiking = /^(?:suka|sreg|cocok|seneng|senang)$/;
  const at = isLiking.test(nearest) ? 2 : isLiking.test(second) ? 3 : 0;
  return at > 0 && /^(?:ga|gak|tidak|nggak|ngga|ndak|gk|kurang|krg|ora|gasuka)$/.test(wordAt(scan, index - at));
}

function isNegated(scan: Scan, index: number): boolean {
  return [2, 3, 4].some((distance) =>
    /^(?:ga|gak|tidak|nggak|ngga|ndak|gk|batal|ora)$/.test(wordAt(scan, index - distance)),
  );
}

/** The customer's own car: "saya ada jazz", "tt sm xenia", "avanza 2015 saya"; never the one after "ke". */
function ownCar(scan: Scan, cars: readonly CarMention[]): CarMention | null {
  const [first, second] = cars;
  if (!first) return null;
  if (!second && isPossessed(scan, first)) return first;
  if (!second) return isWanted(scan, first) || isAskedBefore(scan, first) ? null : first;
  if (isWanted(scan, second) || isPossessed(scan, first)) return first;
  if (isWanted(scan, first) || isPossessed(scan, second)) return second;
  const between = scan.tokens.slice(first.end, second.start).map(({ text }) => text);
  return between.some((text) => /^(?:\?|tt|trade)$/.test(text)) ? second : first;
}

/** "avanza 2016 masih? bisa tt sama motor?": the car asked about is not the one handed in. */
function isAskedBefore(scan: Scan, car: CarMention): boolean {
  const after = scan.tokens.slice(car.end).map(({ text }) => text);
  const question = after.indexOf("?");
  if (
    /\b(?:sama|dengan|karo|ke) (?:yang|yg|sing|unit)? ?(?:ini|itu|iki|no|nomor|yang)\b/.test(
      after.slice(question + 1).join(" "),
    )
  )
    return false;
  const trade = after.findIndex((text) => /^(?:tt|tukar|tuker|trade|ijol|barter)$/.test(text));
  return !isPossessed(scan, car) && question >= 0 && trade > question;
}

/** "mobil saya avanza", "punya calya", "saya ada jazz", "xenia 2015 saya". */
function isPossessed(scan: Scan, car: CarMention): boolean {
  const before = [1, 2, 3].map((distance) => wordAt(scan, car.start - distance));
  if (isAskedOfShowroom(scan, car)) return false;
  if (before.some((text) => /^(?:punya|punyaku|duwe|pakai|pake|pegang|milik|mobilku)$/.test(text))) return true;
  if (
    before.some((text) => /^(?:mobil|unit)$/.test(text)) &&
    before.some((text) => /^(?:saya|sy|aku|lama|ku)$/.test(text))
  )
    return true;
  return /^(?:saya|sy|punyaku|ku|aku|gue|punya)$/.test(wordAfterYear(scan, car.end));
}

/** "punya terios 2019? bs tt": whether the showroom has one. */
function isAskedOfShowroom(scan: Scan, car: CarMention): boolean {
  if (wordAt(scan, car.start - 1) !== "punya" || /^(?:saya|sy|aku|ada|kami)$/.test(wordAt(scan, car.start - 2)))
    return false;
  return [0, 1, 2].some((distance) => wordAt(scan, car.end + distance) === "?");
}

/** "ke hrv", "pengen fortuner", "naik ke pajero", "ambil innova". */
function isWanted(scan: Scan, car: CarMention): boolean {
  const [nearest = "", second = ""] = [1, 2].map((distance) => wordAt(scan, car.start - distance));
  if (/^(?:ke|jadi)$/.test(nearest)) return true;
  if (/^(?:tt|tukar|tuker|nukar|jual|ijol|trade|in|tambah)$/.test(nearest) || /^(?:tt|tukar|tuker|ijol)$/.test(second))
    return false;
  return [nearest, second].some((text) =>
    /^(?:ke|pengen|pingin|mau|ambil|minat|buat|dapat|dapet|beli|cari|tertarik|untuk|unit)$/.test(text),
  );
}

function wordAfterYear(scan: Scan, index: number): string {
  return /^\d{4}$/.test(wordAt(scan, index)) ? wordAt(scan, index + 1) : wordAt(scan, index);
}

/** Gearbox, fuel and colour of the customer's own car have no slot. */
function takeOwnProperties(scan: Scan, own: CarMention): void {
  for (let index = own.end; index < own.end + 6; index++) {
    const text = wordAt(scan, index);
    if (/^(?:[,?|]|yg|yang|ke|sama|dengan|karo)$/.test(text)) return;
    if (kindOfCar.test(text)) take(scan, index, index + 1);
    if (transmissionOfWord(text) || fuelOfWord(text) || colorOfWord(text)) take(scan, index, index + 1);
  }
}

function takeOwnYear(scan: Scan, own: CarMention, other: CarMention | null): number | null {
  const before = readAmount(scan.tokens, own.start - 1);
  if (before && isFree(scan, own.start - 1) && isYear(before)) {
    take(scan, own.start - 1, own.start);
    return before.decimal;
  }
  const old = takeOldYear(scan, own, false);
  if (old !== null) return old;
  const limit = other && other.start > own.start ? other.start : scan.tokens.length;
  for (let index = own.end; index < Math.min(limit, own.end + 7); index++) {
    const amount = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
    if (!amount) continue;
    const short = /^\d\d$/.test(amount.digits) && /^(?:th|thn|tahun)$/.test(wordAt(scan, index - 1));
    if (!isYear(amount) && !short) continue;
    take(scan, index, amount.end);
    return short ? 2000 + amount.decimal : amount.decimal;
  }
  return null;
}
