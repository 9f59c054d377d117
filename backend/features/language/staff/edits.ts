import type { CarAd, CarAdKey } from "../ad/car-ad";
import { parsePartialCar } from "../ad/parse-partial-car";
import { isYear } from "../ad/terms";
import { readAmount } from "../amounts";
import { priceRupiah } from "../money";
import { isFree, type Scan, wordAt } from "../scan";
import type { StaffArgs } from "./staff-message";

const fieldWords: [CarAdKey | "features" | "notes", RegExp][] = [
  ["priceCredit", /\bharga kredit\b|\botr kredit\b/],
  ["km", /\b(?:km|kilometer|odometer|odo)\b/],
  ["taxMonth", /\b(?:pajak|pjk|tax)\b/],
  ["plate", /\b(?:plat|nopol|nomor polisi)\b/],
  ["color", /\bwarna\b/],
  ["transmission", /\b(?:transmisi|gearbox|matic|manual)\b/],
  ["fuel", /\b(?:bahan bakar|bensin|diesel|hybrid|listrik|bbm)\b/],
  ["owners", /\b(?:tangan|pemilik)\b/],
  ["engineCc", /\b(?:cc|mesin)\b/],
  ["registrationYear", /\b(?:faktur|registrasi)\b/],
  ["year", /\b(?:tahun|nik|thn)\b/],
  ["variant", /\b(?:varian|variant|tipe|type)\b/],
  ["downPayment", /\b(?:dp|tdp)\b/],
  ["instalment", /\b(?:angsuran|cicilan)\b/],
  ["tenorMonths", /\btenor\b/],
  ["city", /\b(?:kota|lokasi)\b/],
  ["notes", /\b(?:catatan|kondisi|minus|notes|keterangan)\b/],
  ["features", /\b(?:fitur|features|kelengkapan|aksesoris)\b/],
  ["model", /\bmodel\b/],
  ["brand", /\bmere?k\b/],
];

/** Which part of the car's record a message in plain words wants changed, and the new value from the free tokens. */
export function readEdit(scan: Scan, plain: string): Pick<StaffArgs, "field" | "value"> | null {
  const field = fieldWords
    .map(([name, pattern]) => ({ name, at: plain.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)[0]?.name;
  if (!field) return colorEdit(scan);

  const text = freeText(scan);
  if (field === "features" || field === "notes") return { field, value: afterLabel(text) };
  const value = editedValue(text, field);
  return value === undefined ? null : { field, value };
}

/** "#A02 silver": a bare colour can only be the colour. */
function colorEdit(scan: Scan): Pick<StaffArgs, "field" | "value"> | null {
  const color = parsePartialCar(freeText(scan)).car.color;
  return color ? { field: "color", value: color } : null;
}

function editedValue(text: string, field: CarAdKey): CarAd[CarAdKey] | undefined {
  const clean = withoutDenied(text).replace(
    /^[\s/]*(?:tolong\s+)?(?:edit|ubah|ganti|koreksi|update|revisi|benerin|perbaiki|set|ralat)\b/i,
    " ",
  );
  const label =
    /\b(?:jadi|menjadi|ganti|harusnya|seharusnya|yang bener|yg bener|yg benar|yang benar|->|=)\s+(.+)$/i.exec(
      clean,
    )?.[1];
  if (label) {
    const direct = parsePartialCar(label, field).car[field];
    if (direct !== undefined) return direct;
  }
  if (field === "registrationYear") return parsePartialCar(clean, "year").car.year;
  if (field === "variant") return variantAfterLabel(clean);
  const whole = parsePartialCar(clean, field).car;
  return field === "plate" ? (whole.plate ?? undefined) : whole[field];
}

/** "G bukan E" and "bukan E tapi G" both want G. */
function withoutDenied(text: string): string {
  const turned = text.replace(
    /\b(?:bukan|bkn|dudu)\s+\S+(?:\s+\S+)?\s*,?\s*\b(?:tapi|tp|melainkan|harusnya|yg bener|yang benar)\b/i,
    " ",
  );
  return turned.replace(/^(\s*\S.*?)\s*,?\s*\b(?:bukan|bkn|dudu)\b.*$/i, "$1");
}

function variantAfterLabel(text: string): string | undefined {
  const label =
    /\b(?:varian|variant|tipe|type)(?:nya)?\b\s*(?:nya\b)?\s*(?::|jadi|itu|yang|yg|bener|benar|salah,?)*\s*(.+)$/i.exec(
      text,
    )?.[1];
  return parsePartialCar(label ?? text, "variant").car.variant;
}

const relativeWord =
  /^(?:turun|turunin|turunkan|naik|naikin|naikkan|diskon|potong|kurangi|kurangin|tambah|tambahin|minus|dari)$/;
/** What a number behind one of these counts is no price of the car. */
const otherSumWord = /^(?:dp|tdp|angsuran|cicilan|tenor|panjer|booking|komisi|modal|km|tgl|tanggal|jam|pukul|pajak)$/;
const largestStepRupiah = 50_000_000;

/** The price a message asks for; a relative change ("turun 5jt", "naikkan harga 5 juta") says none. */
export function readNewPrice(scan: Scan): number | undefined {
  const isStep = scan.tokens.some((token) => relativeWord.test(token.text) && token.text !== "dari");
  let price: number | undefined;
  for (let index = 0; index < scan.tokens.length; index++) {
    const amount = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
    if (!amount) continue;
    const rupiah = isYear(amount) || otherSumWord.test(wordAt(scan, index - 1)) ? null : priceRupiah(amount);
    const isRelative =
      !isTarget(scan, index) && (wordAt(scan, index - 1) === "dari" || (isStep && (rupiah ?? 0) <= largestStepRupiah));
    if (rupiah !== null && !isRelative) price = isTarget(scan, index) ? rupiah : (price ?? rupiah);
    index = amount.end - 1;
  }
  return price;
}

function isTarget(scan: Scan, index: number): boolean {
  return /^(?:jadi|menjadi|ke|dadi|=|>)$/.test(wordAt(scan, index - 1));
}

function freeText(scan: Scan): string {
  return scan.tokens
    .map((token, index) => (scan.taken[index] ? " " : `${token.joined ? "" : " "}${token.raw}`))
    .join("")
    .replace(/#\s/g, " ");
}

function afterLabel(text: string): string {
  const value = text.replace(
    /^[\s/]*(?:edit|ubah|ganti|tambah|update)?\s*(?:catatan|kondisi|minus|notes|keterangan|fitur|features|kelengkapan|aksesoris)(?:nya)?\s*(?:(?:ganti|ubah|update|jadi|:)\s*)*/i,
    "",
  );
  return value.replace(/\s+/g, " ").trim();
}
