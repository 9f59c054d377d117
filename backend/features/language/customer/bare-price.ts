import type { AskedAttribute } from "./asked-attributes";
import { clausesOf, isInside } from "./clauses";
import type { FoundIntent } from "./intents";

/** "berapa" together with what it counts. */
const explainedHowMuch =
  /\b(?:km|kilometer|odometer|tahun|tangan|cc|jam|dp|total dp|cicilan|angsuran|kurang|hari|ongkos|ongkos kirim|tambah|nambah|komisi|dihargai|bunga|persen|nett|net|pas|mentok|airbag|lama|baris|kursi|orang|seat|garansi|tenor|ban|tanda jadi|booking fee|fee|plat(?! \p{L}{1,2} )|nomor|unit|minimal|sebulan|per bulan|perbulan|pajak|last|price|mahal|deal|final|turun|diskon|umur|syarat|tukar|biaya|mesin|pemakai|pintu|penumpang|boleh|simulasi|kredit) (?:\p{L}+ ){0,2}berapa\b|\bberapa (?:ribu (?:km|kilo\w*)|persen|lama|hari|saja unit|saja mobil|orang|km|kilometer|cc|tahun|tangan|bulan|kali|baris|kursi|jam|unit|penumpang|seat|minimal|banyak|dp|cicilan|angsuran|nett|net|pas|kurang|jauh|pajak|sebulan|pemilik|bunga|ongkos|pintu|kota|menit|biaya|tenor|pajaknya|plat|turun|per bulan|lagi|pase|diskon|x)\b/gu;

/** "berapa kunci" asks about the keys: so far may the property stand behind it. */
const nearWords = 14;

/** Intents whose own question a "berapa" in the same clause is: "ongkir berapa", "nambah berapa". */
const asksOwnSum = /^(?:trade_in|sell_car|hours|location|negotiate|reserve|credit|delivery)$/;

/** "brp kak?", "yg td brp": how much, in a clause with nothing else it could ask about; where it stands, or null. */
export function barePriceAt(
  plain: string,
  found: readonly FoundIntent[],
  attributes: readonly AskedAttribute[],
): number | null {
  for (const clause of clausesOf(plain)) {
    const rest = clause.text.replace(explainedHowMuch, (words) => " ".repeat(words.length));
    const place = rest.search(/\bberapa(?:an)?\b/);
    if (place < 0) continue;
    const isSumOfIntent = found.some(({ intent, at }) => asksOwnSum.test(intent) && isInside(at, clause));
    const isProperty = attributes.some(({ at }) => isInside(at, clause) && at < clause.at + place + nearWords);
    if (!isProperty && (!isSumOfIntent || /\b(?:total|harga)\b/.test(rest))) return clause.at + place;
  }
  return null;
}
