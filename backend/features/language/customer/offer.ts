import { isYear } from "../ad/terms";
import { type Amount, readAmount } from "../amounts";
import { priceRupiah } from "../money";
import { isFree, type Scan, take, wordAt } from "../scan";
import { clausesOf, isInside } from "./clauses";
import { asksWhat } from "./search-wish";
import type { Sighting } from "./sighting";

const sumThenWish =
  /\b\d[\d.,]*(?: juta| jt| m| miliar)?(?: saja| doang)? (?:\| )?(?:(?!dp\b)\p{L}+ ){0,3}(?:boleh|bisa|deal|nett|net|angkut|diangkut|ambil|bungkus|gas|pas|mau|cash|tunai|lepas|dilepas|sikat|jadi|masuk|angkat|dikasih|kasih|dapat (?:tidak|kah|\?)|ya|bagaimana|oke)\b/gu;
const wishThenSum =
  /\b(?:kalau|ambil|beli|lepas|dilepas|kasih|saya|bisa|boleh|dapat|deal|nego|tawar|menawar|penawaran|bayar|tembus|dibayar|dihargai|berani|sanggup|mampu|pegang|mentok|di harga|jadi|jadikan|pas|hanya ada|hanya punya) (?:tunai |cash |di )?\d/gu;
const otherSum =
  /\b(?:budget|dana|bajet|seharga|cari|dp|cicilan|ada yang|angsuran|tahun|km|tenor|gaji|kilometer|tahunan|kredit|sebelah|lain|jam|tanggal|nomor|no)\b/;

/** A sum to stay under, with no unit it could be offered for. */
const limit = /\b(?:di bawah|dibawah|ke bawah|kebawah|maksimal|max|uang|modal|pegang)\b/;

/** "165 boleh?", "kalo 140 cash saya ambil": a sum said about the unit being talked about. */
export function isOfferOnUnit({ plain, context, codes }: Sighting): boolean {
  if (context.asked === "budget" || context.asked === "visit_time" || asksWhat.test(plain)) return false;
  const isKnown = context.unit !== undefined || codes.length > 0;
  const places = [...plain.matchAll(sumThenWish), ...plain.matchAll(wishThenSum)].map(
    (match) => match.index + match[0].search(/\d/),
  );
  return clausesOf(plain).some(
    (clause) =>
      places.some((place) => isInside(place, clause)) &&
      !otherSum.test(clause.text) &&
      (isKnown || !limit.test(clause.text)),
  );
}

/** The sum the customer offers; not a rival's price, not a relative cut ("turun 5 juta"), not a price called too high. */
export function takeOffer(scan: Scan): number | undefined {
  let offer: number | undefined;
  for (let index = 0; index < scan.tokens.length; index++) {
    const amount = isFree(scan, index) ? readAmount(scan.tokens, index) : null;
    if (!amount) continue;
    const isSum = !isYear(amount) && amount.unit !== "ribu" && !isEngineSize(scan, index, amount);
    const rupiah = isSum ? priceRupiah(amount) : null;
    if (rupiah !== null) {
      take(scan, index, amount.end);
      if (!isNotOffered(scan, amount.start, amount.end)) offer = rupiah;
    }
    index = amount.end - 1;
  }
  return offer;
}

/** "itu 1.3 apa 1.5": litres, not money. */
function isEngineSize(scan: Scan, index: number, { unit }: Amount): boolean {
  return unit === null && /^[0-6][.,]\d$/.test(wordAt(scan, index));
}

function isNotOffered(scan: Scan, start: number, end: number): boolean {
  const before = [1, 2, 3].map((distance) => wordAt(scan, start - distance));
  const isRelative =
    /^(?:beda|selisih|turun|turunin|kurang|kurangi|potong|diskon|disc|nambah|tambah|potongan|turunkan|kurangin|cashback)$/.test(
      before[0] ?? "",
    );
  const isRival =
    before.some((text) =>
      /^(?:sebelah|tetangga|toko|olx|lain|tempat|showroom|pasaran|pasar|fb|marketplace|sana)$/.test(text),
    ) && !before.includes("kalo");
  const after = [wordAt(scan, end), wordAt(scan, end + 1), wordAt(scan, end + 2)];
  const isTooHigh =
    after.some((text) => /^(?:kemahalan|mahal|kemahalen|larang|ketinggian)$/.test(text)) ||
    (/^(?:ga|gak|tidak|masih|ngga|nggak|apa)$/.test(after[0] ?? "") &&
      /^(?:kurang|bisa)$/.test(after[1] ?? "") &&
      after[1] === "kurang");
  if (/^turun/.test(after[0] ?? "") || after[0] === "lebih" || (after[0] === "lagi" && after[1] === "murah"))
    return true;
  return isRelative || isRival || isTooHigh;
}
