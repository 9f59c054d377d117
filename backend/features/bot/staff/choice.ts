/** "2", "no 2", "yang kedua", "nomor 3" → 0-based position in a list of `count`; null when it picks nothing. */
export function readChoice(text: string, count: number): number | null {
  const words = text.toLowerCase().trim();
  const digits = /^(?:no(?:mor)?\.?|yg|yang|pilih|#)?\s*(\d{1,2})\s*[.)!]*$/.exec(words)?.[1];
  const ordinal = ORDINALS.findIndex((pattern) => pattern.test(words));
  const index = digits ? Number(digits) - 1 : /\bterakhir\b/.test(words) ? count - 1 : ordinal;
  return index >= 0 && index < count ? index : null;
}

const ORDINALS = [
  /\b(pertama|ke-?1|satu)\b/,
  /\b(kedua|ke-?2|dua)\b/,
  /\b(ketiga|ke-?3|tiga)\b/,
  /\b(keempat|ke-?4)\b/,
  /\b(kelima|ke-?5)\b/,
];

export function wantsYes(text: string): boolean {
  return /^\s*(ya+h?|y|iya+|yes|ok(e|ay)?|oke+|sip|betul|benar|bener|lanjut|gas+|setuju|acc|inggih|nggih|yoi|👍)\s*[.!]*\s*$/iu.test(
    text,
  );
}

export function wantsNo(text: string): boolean {
  return /^\s*(tidak|tdk|ga+k?|gk|ngga+k?|nggak|enggak|ndak|ora|bukan|jangan|no|n|batal|cancel|salah)\s*(jadi)?\s*[.!]*\s*$/i.test(
    text,
  );
}
