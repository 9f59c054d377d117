import { type PlainWord, plainWords } from "../normalize";
import { isFree, type Scan, take } from "../scan";

/** What a shopper wants the most of. */
export const searchOrders = ["cheapest", "dearest", "newest", "oldest", "lowest_km", "thriftiest"] as const;
export type SearchOrder = (typeof searchOrders)[number];

const most = "(?:paling|ter|sing paling|most)";

/** In plain words (`plainWords`). "Stok terbaru" and "baru masuk" are about what came in, not about the year. */
const patterns: [SearchOrder, RegExp][] = [
  [
    "cheapest",
    new RegExp(
      String.raw`\b${most} ?(?:murah|terjangkau|ekonomis harga)\b|\bharga (?:yang )?(?:${most} rendah|terendah)\b|\b${most} rendah harga\b|\bmurah(?: meriah| sendiri)\b|\b(?:mobil|unit|yang|cari) (?:yang )?murah\b|\bjangan (?:yang )?(?:terlalu )?mahal\b|\bcheapest\b|\blowest price\b`,
      "u",
    ),
  ],
  [
    "dearest",
    new RegExp(
      String.raw`\b${most} ?(?:mahal|mewah|premium)\b|\bharga (?:yang )?${most} ?tinggi\b|\bmahal sendiri\b|\bmost expensive\b|\bpriciest\b`,
      "u",
    ),
  ],
  [
    "newest",
    new RegExp(
      String.raw`\b(?:tahun |keluaran )?(?:yang )?${most} ?(?:muda|anyar|enom|gres)\b(?: tahun)?|(?<!\b(?:stok|unit|info|informasi|update|barang|promo|katalog|list|harga|daftar) )\b${most} ?baru\b(?! (?:masuk|datang))(?: tahun)?|\btahun (?:yang )?(?:muda|baru|${most} ?(?:tinggi|atas|baru))\b|\b(?:muda (?:sendiri|tahun)|yang muda)\b|\bnewest\b|\blatest (?:year|model)\b`,
      "u",
    ),
  ],
  [
    "oldest",
    new RegExp(
      String.raw`\b${most} ?(?:tua|lawas|jadul)\b|\btahun (?:yang )?(?:tua|lama|${most} rendah|terendah)\b|\boldest\b`,
      "u",
    ),
  ],
  [
    "lowest_km",
    new RegExp(
      String.raw`\b(?:km|kilometer|odo|odometer)(?: yang)? (?:${most} ?)?(?:rendah|terendah|sedikit|kecil|minim|low|dikit)\b|\b(?:${most} ?)?(?:rendah|terendah|sedikit|minim|low) (?:km|kilometer)\b|\blow(?:est)? (?:km|mileage|kilometers?)\b`,
      "u",
    ),
  ],
  [
    "thriftiest",
    new RegExp(
      String.raw`\b${most} ?(?:irit|hemat|ekonomis)\b(?: (?:bbm|bensin|solar))?|\birit sendiri\b|\bhemat bbm\b|\b(?:mobil|unit|cari|yang) (?:yang )?(?:irit|hemat)\b(?: (?:bbm|bensin|solar))?|\bmost (?:fuel )?(?:efficient|economical)\b`,
      "u",
    ),
  ],
];

/** The orders asked for, first said first: "tahun muda km rendah" is newest, lowest_km. Their words are taken. */
export function takeOrders(scan: Scan): SearchOrder[] {
  const words = plainWords(scan.tokens).filter(({ start }) => isFree(scan, start));
  const plain = words.map(({ text }) => text).join(" ");
  const found = patterns.flatMap(([order, pattern]) => {
    const match = pattern.exec(plain);
    return match ? [{ order, at: match.index, end: match.index + match[0].length }] : [];
  });
  for (const { at, end } of found) takeWords(scan, words, at, end);
  return found.sort((left, right) => left.at - right.at).map(({ order }) => order);
}

function takeWords(scan: Scan, words: readonly PlainWord[], at: number, end: number): void {
  let place = 0;
  for (const { text, start, end: wordEnd } of words) {
    if (place >= at && place < end) take(scan, start, wordEnd);
    place += text.length + 1;
  }
}
