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

/** Takes every spelling of the plate out of a text that goes public: owners paste whole advertisements. */
export function withoutPlate(text: string, plate: string): string {
  if (!partsOf(plate)) return text;
  const spelled = [...cleanPlate(plate)].join("[\\s._-]*");
  const pattern = new RegExp(
    `(?:(?:no\\.?\\s*)?(?:plat|nopol)\\s*(?:nomor)?\\s*:?\\s*)?(?<![a-z0-9])${spelled}(?![a-z0-9])`,
    "gi",
  );
  return text
    .replace(pattern, "")
    .replace(/[ \t]{2,}/g, " ")
    .trim();
}

function partsOf(text: string): { region: string; digits: string; letters: string } | null {
  const [, region, digits, letters] = /^([A-Z]{1,2})(\d{1,4})([A-Z]{0,3})$/.exec(cleanPlate(text)) ?? [];
  return region && digits ? { region, digits, letters: letters ?? "" } : null;
}
