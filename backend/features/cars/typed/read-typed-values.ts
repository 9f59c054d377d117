import { type CarAdKey, fuelOfWord, parsePartialCar, transmissionOfWord } from "@/backend/features/language";
import { canonicalWord, FUELS, TRANSMISSIONS } from "../schemas";

/** "185jt", "185.000.000", "Rp 185 juta", "1,2 M" → whole rupiah; null when it cannot be read. */
export function readTypedRupiah(text: string): number | null {
  if (isNegative(text)) return null;
  const exact = readDigits(text.replace(/^\s*rp\.?/i, "").replace(/,-\s*$|,00\s*$/, ""));
  if (exact !== null && exact >= 1_000_000) return exact;
  if (exact === 0) return 0;
  const price = answerTo("price", text);
  return typeof price === "number" ? price : null;
}

/** "45.000", "45rb", "45 ribu km" → km; a bare number below a thousand means thousands ("45" → 45.000). */
export function readTypedKm(text: string): number | null {
  if (isNegative(text)) return null;
  const bare = text.replace(/\s*km\.?\s*$/i, "");
  const exact = readDigits(bare);
  if (exact !== null && (exact >= 1_000 || exact === 0 || bare !== text)) return exact;
  const km = answerTo("km", text);
  return typeof km === "number" ? km : null;
}

/** "2020", "1.500 cc", "7 kursi" → the number; null for more or less than one whole number. */
export function readTypedNumber(text: string): number | null {
  return readDigits(text.replace(/[\s\p{L}]+$/u, "").trim());
}

/** "2027-05", "05/2027", "Mei 2027" → "2027-05"; null when it cannot be read. */
export function readTypedMonth(text: string): string | null {
  const [, year, month] = /^\s*(\d{4})-(0[1-9]|1[0-2])\s*$/.exec(text) ?? [];
  if (year && month) return `${year}-${month}`;
  const read = answerTo("taxMonth", text);
  return typeof read === "string" ? read : null;
}

/** "AT", "otomatis", "M/T" → "Matic" or "Manual"; another word stays as typed and is refused later. */
export function readTypedTransmission(text: string): string {
  const word = transmissionOfWord(text.toLowerCase().replace(/[^a-z]/g, ""));
  return canonicalWord(TRANSMISSIONS, word ?? "") ?? text;
}

/** "solar" → "Diesel"; another word stays as typed and is refused later. */
export function readTypedFuel(text: string): string {
  return canonicalWord(FUELS, fuelOfWord(text.trim().toLowerCase()) ?? "") ?? text;
}

/** "ya", "1", "on", "x" are yes; all else is no. */
export function readTypedFlag(text: string): boolean {
  return /^(?:1|y|ya|yes|true|on|x|unggulan)$/i.test(text.trim());
}

/** One per line, or separated by semicolons, bars or commas (but not the comma of "1,5"). */
export function readTypedList(text: string): string[] {
  return text.split(/[\r\n;|]|,(?!\d)/).flatMap((part) => part.replace(/^\s*[-•*]\s*/, "").trim() || []);
}

/** The reader of free text takes "-5" for a dash and a number. */
function isNegative(text: string): boolean {
  return /^\s*(?:rp\.?\s*)?\p{Pd}|^\s*(?:rp\.?\s*)?\u2212/iu.test(text);
}

function answerTo(key: CarAdKey, text: string): unknown {
  return parsePartialCar(text, key).car[key];
}

/** "45.000" and "45000" → 45000; null when anything but one whole number stands there. */
function readDigits(text: string): number | null {
  const compact = text.trim();
  if (/^\d{1,12}$/.test(compact)) return Number(compact);
  return /^\d{1,3}(?:\.\d{3})+$/.test(compact) ? Number(compact.replaceAll(".", "")) : null;
}
