import { withoutAbsent } from "./absent";
import { isUnitWord } from "./amounts";
import { carIndex } from "./car-index";
import { cityAt } from "./cities";
import regionNames from "./data/plates.json";
import { isFree, type Scan, take, wordAt } from "./scan";
import type { PlateParity } from "./values";
import { isEverydayWord } from "./vocabulary";

export type Plate = { plate: string; plateRegion: string; plateParity: PlateParity };

const regions = new Map<string, string>(Object.entries(regionNames));
const regionOfPlace = new Map<string, string>();
for (const [prefix, names] of regions) {
  for (const place of names.toLowerCase().split(/[(),:]/)) {
    const key = place.trim();
    if (key !== "" && !regionOfPlace.has(key)) regionOfPlace.set(key, prefix);
  }
}
regionOfPlace.set("bali", "DK").set("madura", "M").set("solo", "AD").set("banten", "A").set("denpasar", "DK");

/** The part of Indonesia a plate's letters stand for: "L" is "Surabaya"; null for letters that are no region. */
export function plateRegionName(prefix: string): string | null {
  return regions.get(prefix.toUpperCase()) ?? null;
}

/** The plate letters of a place: "surabaya" is "L"; null when unknown. */
export function plateRegionOfPlace(place: string): string | null {
  const key = place.toLowerCase();
  const city = key.replace(/ (?:utara|timur|barat|pusat|selatan)$/, "");
  return regionOfPlace.get(key) ?? regionOfPlace.get(city) ?? null;
}

/** Reads a whole text as a plate, any spelling: "b1234xyz" is "B 1234 XYZ"; null when it is none. */
export function parsePlate(text: string): Plate | null {
  const match = /^([a-z]{1,2})[\s.-]*(\d{1,4})[\s.-]*([a-z]{0,3})$/i.exec(text.trim());
  return match ? plateOf(match[1] ?? "", match[2] ?? "", match[3] ?? "") : null;
}

/** The first plate in the message, its tokens taken. */
export function takePlate(scan: Scan): Plate | null {
  for (let index = 0; index < scan.tokens.length; index++) {
    const found = plateAt(scan, index);
    if (!found) continue;
    take(scan, index, found.end);
    return found.plate;
  }
  return null;
}

/** Parity and region that are said without a whole plate: "plat L genap", "nopol jember", "n ganjil". */
export function takePlateHints(scan: Scan): { plateParity?: PlateParity; plateRegion?: string } {
  const hints: { plateParity?: PlateParity; plateRegion?: string } = {};

  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index)) continue;
    const parity = parityOf(wordAt(scan, index));
    if (parity && isAnyParity(scan, index)) {
      take(scan, index, index + 1);
    } else if (parity) {
      hints.plateParity ??= parity;
      hints.plateRegion ??= takeRegionBefore(scan, index) ?? takeRegionBehind(scan, index + 1) ?? undefined;
      take(scan, index, index + 1);
    } else if (isPlateWord(wordAt(scan, index))) {
      hints.plateRegion ??= takeRegionAfter(scan, index + 1) ?? undefined;
      take(scan, index, index + 1);
    }
  }
  return withoutAbsent(hints);
}

/** "bebas ganjil genap": no car of one kind. */
function isAnyParity(scan: Scan, index: number): boolean {
  const words = [-2, -1, 1].map((distance) => wordAt(scan, index + distance));
  return (
    /^(?:bebas|free|anti)$/.test(words[1] ?? "") ||
    (/^(?:bebas|free|anti)$/.test(words[0] ?? "") && parityOf(words[1] ?? "") !== null)
  );
}

export function isPlateWord(text: string): boolean {
  return /^(?:plat|plate|pelat|plt|nopol|platnya|nopolnya|platnomor|plat'e|platte|polisi)$/.test(text);
}

function plateAt(scan: Scan, index: number): { plate: Plate; end: number } | null {
  const first = scan.tokens[index];
  if (first?.kind !== "word" || !isFree(scan, index) || /^(?:kode|code|stok)$/.test(wordAt(scan, index - 1)))
    return null;
  if (first.text === "d" && wordAt(scan, index - 1) === "/" && wordAt(scan, index - 2) === "s") return null;
  const isLabelled = isLabelledPlate(scan, index);

  const whole = /^([a-z]{1,2})(\d{1,4})([a-z]{0,3})$/.exec(first.text);
  if (whole) return oneWordPlate(scan, index, whole, isLabelled);
  if (!/^[a-z]{1,2}$/.test(first.text)) return null;
  return spacedPlate(scan, index, isLabelled);
}

/** "L1001AB", "l1001 ab". */
function oneWordPlate(scan: Scan, index: number, parts: RegExpExecArray, isLabelled: boolean) {
  const [, prefix = "", number = "", ending = ""] = parts;
  const next = scan.tokens[index + 1];
  const takesNext = ending === "" && next?.kind === "word" && isSuffix(scan, index + 1, number, isLabelled);
  if (takesNext && !isLabelled && carIndex.trimWords.has(next.text)) return null;
  const suffix = takesNext ? next.text : ending;
  if (suffix === "" && !isLabelled) return null;
  if (carIndex.models.has(`${prefix}${number}${ending}`)) return null;
  const plate = plateOf(prefix, number, suffix);
  return plate && { plate, end: takesNext ? index + 2 : index + 1 };
}

/** "L 1001 AB", "B 53 TT", "L 1001AB". */
function spacedPlate(scan: Scan, index: number, isLabelled: boolean) {
  const prefix = wordAt(scan, index);
  const numberIndex = /^[.-]$/.test(wordAt(scan, index + 1)) ? index + 2 : index + 1;
  const middle = scan.tokens[numberIndex];
  if (!middle || prefix === "rp" || prefix === "km") return null;

  const glued = /^(\d{1,4})([a-z]{1,3})$/.exec(middle.text);
  if (glued && middle.kind === "word") {
    const plate = plateOf(prefix, glued[1] ?? "", glued[2] ?? "");
    return plate && { plate, end: numberIndex + 1 };
  }
  if (!/^\d{1,4}$/.test(middle.text)) return null;
  const suffixIndex = /^[.-]$/.test(wordAt(scan, numberIndex + 1)) ? numberIndex + 2 : numberIndex + 1;
  const namesake = isLabelled ? undefined : carIndex.models.get(`${prefix}${middle.text}`)?.model;
  if (namesake?.trimWords.has(wordAt(scan, suffixIndex))) return null;
  if (isSuffix(scan, suffixIndex, middle.text, isLabelled)) {
    const plate = plateOf(prefix, middle.text, wordAt(scan, suffixIndex));
    return plate && { plate, end: suffixIndex + 1 };
  }
  const isQuantity = isUnitWord(wordAt(scan, numberIndex + 1));
  const plate = isLabelled && !isQuantity ? plateOf(prefix, middle.text, "") : null;
  return plate && { plate, end: numberIndex + 1 };
}

const neverSuffix = /^(?:at|mt|km|jt|rb|cc|ags|amt|cvt|ivt|dct|dp|tdp|nik|thn|th|jta|abu|red|ps|hp|jt|rbu|l|x|k|m)$/;
const wordNotSuffix = /^(?:di|ke|ya|ga|gk|yg|sm|sy|bs|ad|no|ok|up|an|pk|wa)$/;

function isSuffix(scan: Scan, index: number, number: string, isLabelled: boolean): boolean {
  const token = scan.tokens[index];
  if (token?.kind !== "word" || !/^[a-z]{1,3}$/.test(token.text) || !isFree(scan, index)) return false;
  const isAttached = isLabelled && token.raw === token.raw.toUpperCase();
  if (/^[am]$/.test(token.text) && wordAt(scan, index + 1) === "/") return false;
  const looksLikeYear = /^(?:19[89]|20[0-3])\d$/.test(number);
  const isWholePlate = number.length === 4 && !looksLikeYear;
  const isLetters = isWholePlate || !/^(?:at|mt|km|jt|rb|cc)$/.test(token.text);
  if (neverSuffix.test(token.text) && !(isAttached && isLetters && token.text.length <= 2)) return false;
  if (isLabelled) return true;

  if (wordNotSuffix.test(token.text) && (looksLikeYear || token.raw !== token.raw.toUpperCase())) return false;
  if (looksLikeYear && carIndex.trimWords.has(token.text)) return false;
  return token.text.length < 3 || token.raw === token.raw.toUpperCase() || !isEverydayWord(token.text);
}

/** After "plat", or alone in the first field of the pipe form. */
function isLabelledPlate(scan: Scan, index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 3); before--) {
    if (isPlateWord(wordAt(scan, before))) return true;
    if (!/^(?:[:=|]|no|nomor|nya|polisi|nomer|ganti|jadi)$/.test(wordAt(scan, before))) return false;
  }
  return false;
}

function plateOf(prefix: string, number: string, suffix: string): Plate | null {
  const letters = prefix.toUpperCase();
  if (!regions.has(letters) || Number(number) === 0) return null;
  const parts = [letters, String(Number(number)), suffix.toUpperCase()].filter(Boolean);
  return {
    plate: parts.join(" "),
    plateRegion: letters,
    plateParity: Number(number.at(-1)) % 2 === 0 ? "genap" : "ganjil",
  };
}

export function parityOf(text: string): PlateParity | null {
  if (/^(?:genap|gnp|gnap|genep|gn|even)$/.test(text)) return "genap";
  return /^(?:ganjil|gjl|gnjl|gnjil|gj|odd)$/.test(text) ? "ganjil" : null;
}

function takeRegionBefore(scan: Scan, index: number): string | null {
  const before = wordAt(scan, index - 1) === "-" || wordAt(scan, index - 1) === "," ? index - 2 : index - 1;
  const letters = wordAt(scan, before).toUpperCase();
  if (!isFree(scan, before) || !regions.has(letters)) return null;
  take(scan, before, before + 1);
  return letters;
}

/** "ganjil B": capital letters behind, which are no start of something else ("DP 20"). */
function takeRegionBehind(scan: Scan, index: number): string | null {
  const letters = scan.tokens[index]?.raw ?? "";
  const isLetters = /^[A-Z]{1,2}$/.test(letters) && regions.has(letters) && letters !== "DP";
  if (!isLetters || !isFree(scan, index) || /\d/.test(wordAt(scan, index + 1))) return null;
  take(scan, index, index + 1);
  return letters;
}

/** "plat L", "plat nomor genap (B Bekasi)", "nopol Jember (P)". */
function takeRegionAfter(scan: Scan, start: number): string | null {
  let place: string | null = null;
  for (let index = start; index < start + 7 && index < scan.tokens.length; index++) {
    const token = scan.tokens[index];
    if (!token || token.kind === "newline" || token.text === "|" || !isFree(scan, index)) break;
    if (regions.has(token.text.toUpperCase()) && token.text.length <= 2 && !isPreposition(token.raw)) {
      take(scan, index, index + 1);
      takeBracketedPlace(scan, index + 1);
      return token.text.toUpperCase();
    }
    const city = cityAt(scan.tokens, index);
    const region = city && plateRegionOfPlace(city.name);
    if (city && region) {
      take(scan, index, city.end);
      place ??= region;
      index = city.end - 1;
    } else if (
      !/^(?:[:=(),-]|no|nomor|nomer|nya|ganjil|genap|gnp|gjl|e|kota|daerah|wilayah|polisi|asli)$/.test(token.text)
    )
      break;
  }
  return place;
}

/** "plat S (Lamongan)": the town of the plate is not where the car stands. */
function takeBracketedPlace(scan: Scan, index: number): void {
  for (let at = index; at < index + 3; at++) {
    const city = wordAt(scan, at) === "(" ? cityAt(scan.tokens, at + 1) : null;
    if (city) take(scan, city.start, city.end);
  }
}

function isPreposition(text: string): boolean {
  return text === "da" || text === "pa" || text === "e";
}
