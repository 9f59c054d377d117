import type { Token } from "./tokens";

const ones: Record<string, number> = {
  satu: 1,
  siji: 1,
  setunggal: 1,
  dua: 2,
  loro: 2,
  kalih: 2,
  tiga: 3,
  telu: 3,
  empat: 4,
  papat: 4,
  sekawan: 4,
  lima: 5,
  limo: 5,
  gangsal: 5,
  enam: 6,
  nem: 6,
  enem: 6,
  tujuh: 7,
  pitu: 7,
  delapan: 8,
  wolu: 8,
  sembilan: 9,
  songo: 9,
  sanga: 9,
  rong: 2,
  telung: 3,
  patang: 4,
  limang: 5,
  pitung: 7,
  wolung: 8,
  sangang: 9,
};

const wholes: Record<string, number> = {
  sepuluh: 10,
  sepuloh: 10,
  sebelas: 11,
  sewelas: 11,
  rolas: 12,
  telulas: 13,
  patbelas: 14,
  limolas: 15,
  nembelas: 16,
  pitulas: 17,
  wolulas: 18,
  songolas: 19,
  selawe: 25,
  seket: 50,
  sewidak: 60,
  seratus: 100,
  satus: 100,
  rongatus: 200,
  cepek: 100,
  gocap: 50,
  nopek: 200,
  setengah: 0.5,
};

const scales: Record<string, number> = {
  ribu: 1_000,
  seribu: 1_000,
  ewu: 1_000,
  sewu: 1_000,
  juta: 1_000_000,
  sejuta: 1_000_000,
  miliar: 1_000_000_000,
  milyar: 1_000_000_000,
};

/** The number a single word says, 1 to 10 ("dua", Javanese "loro"); null for any other word. */
export function smallNumberWord(text: string): number | null {
  if (Object.hasOwn(ones, text)) return ones[text] ?? null;
  return text === "sepuluh" ? 10 : null;
}

/** `approximate`: "dua ratusan", "seratus dua puluhan". */
export type SpelledNumber = { value: number; end: number; approximate: boolean };

/**
 * "dua ribu dua puluh" is 2020, "seratus lima puluh" is 150; null below ten, where the words mean too many other things.
 * A scale word that ends the phrase stays outside ("setengah miliar" is 0.5 and a unit).
 */
export function readSpelledNumber(tokens: readonly Token[], start: number): SpelledNumber | null {
  let total = 0;
  let group = 0;
  let index = start;
  let approximate = false;

  for (; index < tokens.length && index < start + 12; index++) {
    const written = tokens[index]?.text ?? "";
    if (approximate) break;
    const text = written.replace(/^(puluh|ratus|belas|seratus|sepuluh)an$/, "$1");
    approximate = text !== written;
    const one = Object.hasOwn(ones, text) ? ones[text] : undefined;
    const whole = Object.hasOwn(wholes, text) ? wholes[text] : undefined;
    const scale = Object.hasOwn(scales, text) ? scales[text] : undefined;

    if (one !== undefined && saysDigits(tokens, index)) group = group * 100 + one;
    else if (one !== undefined) group += one;
    else if (whole !== undefined) group += whole;
    else if (text === "belas") group += 10;
    else if (text === "puluh") group = tenfold(group, 10);
    else if (text === "ratus" || text === "atus") group = tenfold(group, 100);
    else if (text.startsWith("se") && scale === 1_000_000 && Object.hasOwn(scales, tokens[index + 2]?.text ?? ""))
      break;
    else if (scale !== undefined && continues(tokens, index + 1)) {
      total += (group || 1) * scale;
      group = 0;
    } else break;
  }

  if (isBrokenOff(tokens[index]?.text ?? "")) return null;
  const fraction = spelledFraction(tokens, index);
  if (fraction) return { value: total + group + fraction.value, end: fraction.end, approximate };
  const value = total + group;
  const isScaled = Object.hasOwn(scales, tokens[index]?.text ?? "");
  return value >= 10 || (value > 0 && isScaled) ? { value, end: index, approximate } : null;
}

/** "satu tujuh puluh" is 170 in a showroom: a lone digit before tens is the hundreds. */
function saysDigits(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1]?.text ?? "";
  const isLoneDigit = Object.hasOwn(ones, before) && !Object.hasOwn(ones, tokens[index - 2]?.text ?? "");
  return (
    isLoneDigit &&
    /^(?:puluh|belas)$/.test(tokens[index + 1]?.text ?? "") &&
    !/^(?:ratus|ribu)$/.test(tokens[index - 2]?.text ?? "")
  );
}

/** "satu koma dua": the digits behind the comma, 0.2. */
function spelledFraction(tokens: readonly Token[], index: number): { value: number; end: number } | null {
  const digits = tokens[index + 1]?.text ?? "";
  if (tokens[index]?.text !== "koma" || !Object.hasOwn(ones, digits)) return null;
  const more = tokens[index + 2]?.text ?? "";
  if (!Object.hasOwn(ones, more)) return { value: (ones[digits] ?? 0) / 10, end: index + 2 };
  return { value: (ones[digits] ?? 0) / 10 + (ones[more] ?? 0) / 100, end: index + 3 };
}

/** "dua ribu dua puluhh" is no 2002: a number word that is misspelt leaves the whole unread. */
function isBrokenOff(text: string): boolean {
  return (
    /^(?:pul|rat|bel|rib|jut)/.test(text) &&
    !Object.hasOwn(scales, text) &&
    !/^(?:ratusan|ribuan|jutaan|puluhan)$/.test(text)
  );
}

function continues(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? "";
  return Object.hasOwn(ones, text) || Object.hasOwn(wholes, text);
}

function tenfold(group: number, factor: number): number {
  const last = group % 10 || 1;
  return group - (group % 10) + last * factor;
}
