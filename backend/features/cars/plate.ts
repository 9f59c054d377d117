import { hidePlates, type Plate } from "@/backend/features/language";

/** "b-1234 xyz" → "B1234XYZ": how plates are compared. */
export function cleanPlate(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** "b1234xyz" → "B 1234 XYZ"; what is no ordinary plate (TEMP-001) stays as written, in capitals. */
export function formatPlate(text: string): string {
  const parts = partsOf(text);
  return parts ? [parts.region, parts.digits, parts.letters].filter(Boolean).join(" ") : text.trim().toUpperCase();
}

/** What the public may know of a plate: its region letters and odd or even; both null for a temporary one. */
export function publicPlateFacts(plate: string): { region: string | null; parity: "ganjil" | "genap" | null } {
  const parts = partsOf(plate);
  if (!parts) return { region: null, parity: null };
  return { region: parts.region, parity: Number(parts.digits) % 2 === 0 ? "genap" : "ganjil" };
}

const LABEL = "(?:(?:no\\.?\\s*)?(?:plat|nopol)\\s*(?:nomor)?\\s*:?\\s*)?";
const GONE = "\u0000";

/**
 * Takes every spelling of the car's plate, and whatever else is plainly one, out of a text that goes public: owners
 * paste whole advertisements.
 */
export function withoutAnyPlate(text: string, plate: string): string {
  const marked = hidePlates(markPlate(text, plate), GONE, isPlain);
  return marked.includes(GONE) ? clean(marked) : text;
}

/** "R17 HSR" is a wheel and "E 200 CGI" a car: without the word "plat" before it a foreign plate has four digits. */
function isPlain({ plate }: Plate, before: string): boolean {
  if (/\b(?:plat|plate|pelat|nopol|no\.? ?pol(?:isi)?)\w*[\s:.]*$/i.test(before)) return true;
  const [, digits = "", letters = ""] = plate.split(" ");
  return digits.length === 4 && letters !== "" && !/^(?:PU|MB|CC|KM|HP|PS|RPM|WIB|GT)$/.test(letters);
}

/** The same for a name: only the car's own plate, for names look like plates ("AE 101 GT"). */
export function withoutOwnPlate(text: string, plate: string): string {
  const marked = markPlate(text, plate);
  return marked.includes(GONE) ? clean(marked) : text;
}

function clean(marked: string): string {
  return marked
    .replace(new RegExp(`${LABEL}${GONE}`, "gi"), "")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

function markPlate(text: string, plate: string): string {
  if (!partsOf(plate)) return text;
  const spelled = [...cleanPlate(plate)].join("[\\s._-]*");
  return text.replace(new RegExp(`(?<![a-z0-9])${spelled}(?![a-z0-9])`, "gi"), GONE);
}

function partsOf(text: string): { region: string; digits: string; letters: string } | null {
  const [, region, digits, letters] = /^([A-Z]{1,2})(\d{1,4})([A-Z]{0,3})$/.exec(cleanPlate(text)) ?? [];
  return region && digits ? { region, digits, letters: letters ?? "" } : null;
}
