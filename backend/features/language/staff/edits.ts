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
  const clean = text.replace(/^[\s/]*(?:edit|ubah|ganti|koreksi|update|revisi|benerin|perbaiki|set)\b/i, " ");
  const label =
    /\b(?:jadi|menjadi|ganti|harusnya|seharusnya|yang bener|yg bener|yg benar|yang benar|->|=)\s+(.+)$/i.exec(
      clean,
    )?.[1];
  if (label) {
    const direct = parsePartialCar(label, field).car[field];
    if (direct !== undefined) return direct;
  }
  const whole = parsePartialCar(clean, field).car;
  return field === "plate" ? (whole.plate ?? undefined) : whole[field];
}

/** The price a message asks for; a relative change ("turun 5jt") says none. */
export function readNewPrice(scan: Scan): number | undefined {
  let price: number | undefined;
  for (let index = 0; index < scan.tokens.length; index++) {
    const amount = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
    if (!amount) continue;
    const isRelative =
      /^(?:turun|turunin|turunkan|naik|naikin|naikkan|diskon|potong|kurangi|tambah|tambahin|minus|dari)$/.test(
        wordAt(scan, index - 1),
      );
    const rupiah = isRelative || isYear(amount) ? null : priceRupiah(amount);
    if (rupiah !== null) price = isTarget(scan, index) ? rupiah : (price ?? rupiah);
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
    /^[\s/]*(?:edit|ubah|ganti|tambah|update)?\s*(?:catatan|kondisi|minus|notes|keterangan|fitur|features|kelengkapan|aksesoris)(?:nya)?\s*(?:jadi|:)?\s*/i,
    "",
  );
  return value.replace(/\s+/g, " ").trim();
}
