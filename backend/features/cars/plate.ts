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
  if (!marked.includes(GONE)) return text;
  return marked
    .replace(new RegExp(`${LABEL}${GONE}`, "gi"), "")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

/** "R17 HSR" is a wheel: a foreign plate is taken for one from three digits on. */
function isPlain({ plate }: Plate): boolean {
  const [, digits = "", letters = ""] = plate.split(" ");
  return digits.length >= 3 && letters !== "";
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
