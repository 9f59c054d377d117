import { clausesOf, isInside } from "./clauses";
import type { CustomerIntent } from "./customer-message";
import type { Findings, FoundIntent } from "./intents";
import { pointsAtOne } from "./points-at-one";
import type { Sighting } from "./sighting";

/** "dapat apa", "mobil apa": which car there is for what was said. */
export const asksWhat =
  /\b(?:apa saja|dapat (?:apa|mobil|yang)|mobil apa|unit apa|ada apa|(?:berapa|apa) (?:saja |banyak )?(?:unit|mobil) yang ada|ada berapa (?:unit|mobil)|adanya apa|yang mana saja|apa yang ada|apa ya|bawa pulang|cocok apa|apa yang cocok)\b|\bmobil\b.{0,24} apa\b(?! harga)/;
const searchWord =
  /\b(?:cari|carikan|mencari|butuh|stok|daftar|katalog|koleksi|list|pricelist|rekomendasi|rekomendasikan|brosur)\b(?! (?:kerja|orang|uang|dana|duit))|\b(?:unit|mobil|barang) (?:baru|terbaru|lain|ready|tersedia)\b|\buntuk (?:7|8|keluarga)\b|\bbeli (?:mobil|unit|CAR)\b/;
const asksForAny = /\b(?:ada|adakah|punya|tersedia|ready|jual|minta|mau|pengen|ingin|tersediakah)\b/;
const kindOfCar =
  /\b(?:kilometer rendah|tangan pertama|irit|murah|keluarga|bekas|mewah|jepang|eropa|terbaru|bagus|mobil|muda|tua|kecil|besar|sporty|sport|city car|offroad|niaga|lama)\b/;
const asksForOther =
  /\bselain\b|\blebih (?:murah|muda|baru|mahal|irit|besar|bagus)\b|\b(?:ada|pilihan|unit|yang) lain\b|\balternatif\b/;

/** Where a wish for any car begins; null when the message holds none that another intent does not explain. */
export function searchPlace(sighting: Sighting, found: readonly FoundIntent[], findings: Findings): number | null {
  if (!isSearch(sighting, found, findings)) return null;
  if (found.some(({ intent }) => intent === "credit")) return -1;
  return sighting.plain.search(
    /\b(?:ada|cari|stok|daftar|katalog|budget|dana|punya|minta|tersedia|dapat|apa|CAR)\b|\d/,
  );
}

function isSearch(sighting: Sighting, found: readonly FoundIntent[], findings: Findings): boolean {
  const { plain, context, cars, codes } = sighting;
  const has = (...intents: CustomerIntent[]) => found.some(({ intent }) => intents.includes(intent));
  if (has("unit_availability", "sell_car", "compare")) return false;
  if (asksForCarApart(plain, found)) return true;
  if (has("trade_in")) return false;
  if (codes.length === 0 && findings.hasCriteria && wishesApart(plain, found)) return true;
  if (has("unit_detail")) return searchWord.test(plain) && findings.hasCriteria;

  if (has("credit")) return asksForTerms(plain, findings);
  const isOtherQuestion = has("price", "negotiate", "reserve", "hours", "location", "contact_human", "delivery");
  if (isOtherQuestion && !searchWord.test(plain)) {
    return asksWhat.test(plain) && findings.hasCriteria && !has("price", "negotiate");
  }
  if (has("visit") || codes.length > 0 || (context.listed !== undefined && pointsAtOne(sighting))) return false;

  if (searchWord.test(plain) || asksWhat.test(plain) || asksForOther.test(plain)) return true;
  if (context.asked === "budget" && findings.hasCriteria) return true;
  return (
    asksForAny.test(plain) &&
    (cars.length > 0 || findings.hasCriteria || (/\bada\b/.test(plain) && kindOfCar.test(plain)))
  );
}

const wish =
  /\b(?:cari|carikan|mencari|butuh|rekomendasi|pilihan)\b|\b(?:mau|pengen|ingin|ada|butuh) (?:suv|mpv|sedan|hatchback|pickup|pick up|minibus|van|blind van|mobil|matic|manual|diesel|city car)\b|\b(?:budget|dana|bajet|uang)\b.*\b(?:mau|ada|buat|untuk)\b/;

/** "dana 180 mau suv matic, kalo ada besok siang kesitu": a clause that wishes for a kind of car and asks nothing else. */
function wishesApart(plain: string, found: readonly FoundIntent[]): boolean {
  const isOther = ({ intent }: FoundIntent) => intent !== "stock_search" && intent !== "unit_detail";
  return clausesOf(plain).some(
    (clause) => wish.test(clause.text) && !found.some((other) => isOther(other) && isInside(other.at, clause)),
  );
}

/** "dp 30 cicilan 4 dapat apa": the terms of the credit are what is searched with. */
function asksForTerms(plain: string, findings: Findings): boolean {
  if (/\b(?:syarat|leasing|bunga|dokumen)\b/.test(plain)) return false;
  if (
    /\b(?:ada|cari|carikan|minta|mau) (?:mobil|unit|yang)\b[^|?]*\b(?:dp|cicilan|angsuran)\b|\bCAR\b.*\b(?:dp|cicilan|angsuran) \d.*\bada\b|\b(?:unit|mobil)\b.*\byang dp\b/.test(
      plain,
    )
  )
    return true;
  if (findings.hasCriteria && /\bada *(?:\?|tidak|$)/.test(plain)) return true;
  return asksWhat.test(plain) && (findings.hasCredit || findings.hasCriteria);
}

/** "ada innova 2018? km brp?": a clause that asks for a car, before questions about it. */
export function asksForCarApart(plain: string, found: readonly FoundIntent[]): boolean {
  return clausesOf(plain).some(
    (clause) =>
      /\b(?:ada|adakah|punya|cari|carikan|tersedia)\b/.test(clause.text) &&
      /\bCAR\b/.test(clause.text) &&
      !/\b(?:lihat|kata|kalau|CODE)\b|\bsaya (?:ada|punya)\b|^\s*punya\b/.test(clause.text) &&
      !found.some(({ intent, at }) => intent !== "stock_search" && isInside(at, clause)),
  );
}
