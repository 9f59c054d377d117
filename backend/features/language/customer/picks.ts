import { isUnitWord } from "../amounts";
import { isFree, type Scan, take, wordAt } from "../scan";
import { smallNumberWord } from "../spelled-numbers";
import type { CustomerContext } from "./customer-message";

const ordinalWords: Record<string, number> = {
  pertama: 1,
  kesatu: 1,
  kedua: 2,
  ketiga: 3,
  keempat: 4,
  kelima: 5,
  keenam: 6,
  first: 1,
  satunya: 1,
};

/** The place in the list a customer picks, 1-based: "no 2", "yg pertama", "sing nomer telu", "yang terakhir", a lone "3". */
export function takeOrdinal(scan: Scan, context: CustomerContext): number | undefined {
  for (let index = 0; index < scan.tokens.length; index++) {
    const found = isFree(scan, index) ? ordinalAt(scan, index, context) : null;
    if (!found) continue;
    take(scan, index, found.end);
    return found.ordinal;
  }
  return undefined;
}

function ordinalAt(scan: Scan, index: number, context: CustomerContext): { ordinal: number; end: number } | null {
  const text = wordAt(scan, index);
  if (/^(?:no|nomor|nomer|nmr|nmor|number|opsi|pilihan|urutan)$/.test(text)) {
    const at = /^[.:]$/.test(wordAt(scan, index + 1)) ? index + 2 : index + 1;
    const ordinal = countAt(scan, at);
    return ordinal === null ? null : { ordinal, end: at + 1 };
  }
  if (Object.hasOwn(ordinalWords, text) && picksByOrder(scan, index)) {
    return { ordinal: ordinalWords[text] ?? 1, end: index + 1 };
  }
  if (
    /^(?:terakhir|terahir|trakhir|trkhr|paling bawah)$/.test(text) &&
    context.listed &&
    !/^(?:harga|servis|ganti)$/.test(wordAt(scan, index - 1))
  ) {
    return { ordinal: context.listed.length, end: index + 1 };
  }
  if (text === "paling" && context.listed && /^(?:bawah|akhir|atas|awal)$/.test(wordAt(scan, index + 1))) {
    return { ordinal: /^(?:atas|awal)$/.test(wordAt(scan, index + 1)) ? 1 : context.listed.length, end: index + 2 };
  }
  if (/^(?:yg|yang|sing)$/.test(text) && context.listed && isPlaceInList(scan, index + 1, context.listed.length))
    return { ordinal: Number(wordAt(scan, index + 1)), end: index + 2 };
  const counted = text === "ke" && context.listed ? smallNumberWord(wordAt(scan, index + 1)) : null;
  if (counted !== null) return { ordinal: counted, end: index + 2 };
  if (text === "ke" && /^\d$/.test(wordAt(scan, index + 1)) && context.listed)
    return { ordinal: Number(wordAt(scan, index + 1)), end: index + 2 };
  return loneNumber(scan, index, context);
}

/** "yg 1 sama yg 3": a single figure that nothing counts. */
function isPlaceInList(scan: Scan, index: number, length: number): boolean {
  const text = wordAt(scan, index);
  return /^\d$/.test(text) && Number(text) <= length && Number(text) > 0 && !isUnitWord(wordAt(scan, index + 1));
}

/** "yang pertama", "unit kedua", a lone "pertama"; not "tangan pertama" or "bayar pertama". */
function picksByOrder(scan: Scan, index: number): boolean {
  const before = wordAt(scan, index - 1);
  return /^(?:|yg|yang|sing|seng|unit|pilihan|opsi|no|nomor|urutan|,|oke|ok|itu)$/.test(before);
}

/** "2", "1 kak", "yg 3 aja": a small number with nothing that explains it otherwise. */
function loneNumber(scan: Scan, index: number, context: CustomerContext): { ordinal: number; end: number } | null {
  const ordinal = countAt(scan, index);
  const words = scan.tokens.filter(({ kind }) => kind === "word" || kind === "number");
  const isShort = words.length <= 4 && words.every((token) => token === scan.tokens[index] || isParticle(token.text));
  const limit = context.listed?.length ?? 10;
  return ordinal !== null && isShort && ordinal <= Math.max(limit, 1) ? { ordinal, end: index + 1 } : null;
}

function countAt(scan: Scan, index: number): number | null {
  const text = wordAt(scan, index);
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 20 ? Number(text) : null;
  return smallNumberWord(text);
}

function isParticle(text: string): boolean {
  return /^(?:yg|yang|sing|aja|saja|kak|min|pak|bu|mas|mbak|deh|dong|ya|gan|om|bang|itu|ini|pilih|mau|ae|wae|saya|bos|cak|lah|nih)$/.test(
    text,
  );
}
