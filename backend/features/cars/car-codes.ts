/** 7 → "STK-007". */
export function stockCodeOf(number: number): string {
  return `STK-${String(number).padStart(3, "0")}`;
}

/** 3 → "TEMP-003", for a car whose plate is not known yet. */
export function temporaryPlateOf(number: number): string {
  return `TEMP-${String(number).padStart(3, "0")}`;
}

/** ("A", 1) → "#A01"; at least two digits, A99 is followed by A100. */
export function displayCodeOf(letter: string, number: number): string {
  return `#${letter}${String(number).padStart(2, "0")}`;
}

/** First letter of the public model name: "Avanza" → "A", "3 Series" → "S"; "X" for a name without letters ("86"). */
export function codeLetterOf(modelName: string): string {
  const letters = modelName.normalize("NFKD").toUpperCase().match(/[A-Z]/);
  return letters?.[0] ?? "X";
}

/** Any spelling of a display code ("a1", "# A01", "#a001") → "#A01"; null when it is none. */
export function normalizeDisplayCode(text: string): string | null {
  const [, letter, digits] = /^#?\s*([a-z])\s*-?\s*(\d{1,6})$/i.exec(text.trim()) ?? [];
  return letter && digits ? displayCodeOf(letter.toUpperCase(), Number(digits)) : null;
}

/** "stk 7", "STK-007" → "STK-7": the same stock code however it is written. */
export function comparableStockCode(text: string): string {
  const [, letters, digits] = /^([a-z]+)[\s_-]*0*(\d+)$/i.exec(text.trim()) ?? [];
  return letters && digits ? `${letters.toUpperCase()}-${digits}` : text.trim().toUpperCase();
}
