import { isFree, type Scan, take, wordAt } from "./scan";
import type { Color } from "./values";

const words: Record<Color, string> = {
  hitam: "hitam item itam hitem ireng black htm hitamnya itemnya",
  putih: "putih puti pth white pute putihnya",
  silver: "silver perak slver silper siver silvr",
  "abu-abu": "abu abuabu abu2 grey gray abu-abu graphite gunmetal abu²",
  merah: "merah red marun maroon abang mrh merahnya burgundy",
  biru: "biru blue navy birunya",
  hijau: "hijau ijo green hijo army tosca ijau",
  kuning: "kuning yellow kuningnya",
  oranye: "oranye orange oren jingga oranyenya orens",
  coklat: "coklat cokelat brown coklatnya bronze",
  krem: "krem beige cream krim",
  emas: "emas gold champagne kuning-emas",
  ungu: "ungu purple violet",
};

const colorOf = new Map<string, Color>();
for (const [color, spellings] of Object.entries(words)) {
  for (const spelling of spellings.split(" ")) if (isColor(color)) colorOf.set(spelling, color);
}

/** The base colour a single word names, slang and English included; null for another word. */
export function colorOfWord(text: string): Color | null {
  return colorOf.get(text) ?? null;
}

const partOfCar =
  /^(?:jok|kulit|interior|velg|atap|karpet|bumper|plat|pelat|nopol|sintetis|dashboard|dasbor|kaca|lampu|kursi|roof|doff|jahitan|plafon|racing|tnkb|tgl|tanggal|lampu|kartu|asap|garis|bukan|selain|kecuali|ban)$/;

/**
 * The colour of the car: the one after "warna" before any other, the first of two ("white on black" is putih).
 * The colour of seats, wheels or the plate, and one that is ruled out ("selain hitam"), is none.
 */
export function takeColor(scan: Scan): Color | null {
  let first: Color | null = null;

  for (let index = 0; index < scan.tokens.length; index++) {
    const color = isFree(scan, index) ? colorOfWord(wordAt(scan, index)) : null;
    if (!color) continue;
    take(scan, index, index + 1);
    if (isOfSomethingElse(scan, index)) continue;
    if (isLabelled(scan, index)) return color;
    first ??= color;
  }
  return first;
}

function isOfSomethingElse(scan: Scan, index: number): boolean {
  const before = [wordAt(scan, index - 1), wordAt(scan, index - 2)];
  if (wordAt(scan, index + 1) === "?" && /^(?:salah|bukan|ga|gak|tidak)$/.test(wordAt(scan, index + 2))) return true;
  const isForbidden = (at: number) => isFree(scan, at) && /^(?:jangan|jgn|ojo|ojok)$/.test(wordAt(scan, at));
  if (isForbidden(index - 1) || isForbidden(index - 2)) return true;
  if (before.includes("warna") && !before.includes("bukan") && !before.includes("selain")) return false;
  if (before.includes("slik") || before.includes("checking")) return true;
  if (
    /^(?:bosan|bosen|males|malas|suka)$/.test(before[0] ?? "") &&
    !/^(?:lebih|paling|sangat)$/.test(before[1] ?? "") &&
    (before[0] !== "suka" || /^(?:ga|gak|kurang|tidak|nggak|gk|tdk)$/.test(before[1] ?? ""))
  )
    return true;
  return partOfCar.test(before[0] ?? "") || (partOfCar.test(before[1] ?? "") && !/[,.|]/.test(before[0] ?? ""));
}

function isLabelled(scan: Scan, index: number): boolean {
  for (let before = index - 1; before >= Math.max(0, index - 4); before--) {
    const text = wordAt(scan, before);
    if (/^(?:warna|wrn|warnanya|color|colour|warno|kelir|wrna)$/.test(text)) return true;
    if (scan.tokens[before]?.kind === "newline") return false;
  }
  return false;
}

function isColor(text: string): text is Color {
  return Object.hasOwn(words, text);
}
