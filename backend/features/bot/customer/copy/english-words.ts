import { formatThousands } from "@/backend/platform/money";

/** Only with a capital: "2 minggu" are two weeks. */
const WEEKDAYS: Record<string, string> = {
  Senin: "Monday",
  Selasa: "Tuesday",
  Rabu: "Wednesday",
  Kamis: "Thursday",
  Jumat: "Friday",
  Sabtu: "Saturday",
  Minggu: "Sunday",
};

/** Indonesian word or expression → English. */
const WORDS: Record<string, string> = {
  tutup: "closed",
  hitam: "black",
  putih: "white",
  "abu-abu": "grey",
  merah: "red",
  biru: "blue",
  hijau: "green",
  kuning: "yellow",
  oranye: "orange",
  coklat: "brown",
  krem: "cream",
  emas: "gold",
  ungu: "purple",
  metalik: "metallic",
  mutiara: "pearl",
  matic: "automatic",
  bensin: "petrol",
  listrik: "electric",
  ganjil: "odd",
  genap: "even",
  selain: "other than",
  warna: "colour",
  tipe: "trim",
  transmisi: "gearbox",
  "bahan bakar": "fuel",
  "jumlah kursi": "seats",
  jenis: "body type",
  "kilometer lebih tinggi": "higher mileage",
  "tahun lain": "another year",
  "harga lain": "another price",
  "plat lain": "another plate",
  harga: "price",
  "di atas": "above",
  sampai: "up to",
  maksimal: "up to",
  tanpa: "without",
  plat: "plate",
};

/** Turns of our descriptions whose order differs. */
const SHAPES: [RegExp, string][] = [
  [/\btahun (\d{4}) ke atas\b/gi, "$1 or newer"],
  [/\btahun (\d{4}) ke bawah\b/gi, "$1 or older"],
  [/\btahun (?=\d{4})/gi, ""],
  [/\b(\d+) kursi\b/gi, "$1 seats"],
  [/\bplat (ganjil|genap)\b/gi, "$1 plate"],
];

/** Written out in full, for the "M" of miliar reads as a million in English. */
const shortSum = /(?<=\bRp |–)(\d+(?:,\d)?) (jt|M)\b/g;
const weekday = anyOf(WEEKDAYS, "gu");
const word = anyOf(WORDS, "giu");

/**
 * Our own fixed Indonesian words in English ("Abu-abu metalik" → "Grey metallic", "sampai Rp 200 jt" → "up to
 * Rp 200.000.000"); what is not one of them stays as it is.
 */
export function englishWords(text: string): string {
  const shaped = SHAPES.reduce((said, [shape, inEnglish]) => said.replace(shape, inEnglish), text);
  return shaped.replace(shortSum, fullSum).replace(weekday, englishWeekday).replace(word, inEnglishLike);
}

/** "Senin" → "Monday"; a name that is none of ours stays. */
export function englishWeekday(name: string): string {
  return WEEKDAYS[name] ?? name;
}

function inEnglishLike(indonesian: string): string {
  const english = WORDS[indonesian.toLowerCase()] ?? indonesian;
  const isCapital = indonesian.charAt(0) !== indonesian.charAt(0).toLowerCase();
  return isCapital ? english.charAt(0).toUpperCase() + english.slice(1) : english;
}

function fullSum(_: string, amount: string, unit: string): string {
  const rupiah = Number(amount.replace(",", ".")) * (unit === "M" ? 1_000_000_000 : 1_000_000);
  return formatThousands(Math.round(rupiah));
}

/** Any of the keys as a whole word, the longest first: "harga lain" before "harga". */
function anyOf(words: Record<string, string>, flags: string): RegExp {
  const longestFirst = Object.keys(words).toSorted((left, right) => right.length - left.length);
  return new RegExp(`(?<![\\p{L}-])(?:${longestFirst.join("|")})(?![\\p{L}-])`, flags);
}

/** "09.00" → "09:00" */
export function clock(time: string): string {
  return time.replace(".", ":");
}

export function cars(count: number): string {
  return count === 1 ? "1 car" : `${count} cars`;
}

export function photos(count: number): string {
  return count === 1 ? "1 photo" : `${count} photos`;
}
