import { type CustomerIntent, type CustomerReading, normalizeText } from "@/backend/features/language";
import { isGuess, PLAIN_FROM_CONTEXT } from "./confidence";
import type { Memory } from "./memory";

/** What a bare sum, a few facts or a short question are read as when no car of the customer's own is talked about. */
const TAKEN_FOR = new Set<CustomerIntent>([
  ...(["stock_search", "negotiate", "price", "select", "unit_detail", "delivery", "off_topic", "credit"] as const),
  ...(["sell_car", "trade_in"] as const),
]);
const SUM =
  /^\W*(?:(?:saya|aku|minta|mintanya|harga\p{L}*|buka|bukanya|mau|maunya|pengen\p{L}*|sekitar|kisaran|kira-kira|kalau|kalo|di|ya|yo|sekitaran|nett?|pas|jual) )*(?:rp\.? ?)?\d[\d.,]*\s*(?:jt|juta|jutaan|jtan|m|rb|ribu)?(?: (?:an|aja|saja|kak|pak|bu|mas|bang|nego|net|nett|ya|gimana|boleh|bisa|lepas))*\W*$/iu;
const SENDING = /\b(?:di)?kirim\p{L}*\b|\b(?:ke|ten|nang) ?(?:sini|mriki|kene|mana)\b|\bsend\b/iu;
const PICTURE = /\b(?:foto|gambar|video|photo|pictures?)\p{L}*\b/iu;
const PROCESS =
  /\b(?:proses\p{L}*|lama|cair|dibayar|bayar|survei|taksir\p{L}*|dinilai|diperiksa|dicek|inspeksi|kapan|prosedur\p{L}*|caranya|gimana|bagaimana|langkah\p{L}*|datang|ke sana)\b/iu;
const OTHER_CAR = /\b(?:cari|carikan|ada mobil|ada unit|stok|budget|ready|masih ada|kirim unit|ongkir)\b/i;

const DESCRIBES = /\b(?:(?:19|20)\d\d|km|kilometer|manual|matic|pajak|tangan|plat|warna)\b/i;
/** With these said, a car that is named is the customer's own as they were asked for it; "brio kuning" is looked for. */
const TOLD = /\b(?:19|20)\d\d\b|\b(?:km|kilometer)\b|\b(?:punya|mobil)(?: punya)? (?:saya|aku)\b/i;
const ASKS = /[?]|\b(?:apa|ada|berapa|mana|yang|cari|mau|minta|lihat|bisa|boleh|masih|kalau|harga)\b/i;

export type OwnCarSaid =
  | { type: "price"; rupiah: number }
  | { type: "sending" }
  | { type: "process" }
  /** Its year, kilometres, gearbox … as they were asked for. */
  | { type: "facts" };

/**
 * After the customer's own car was offered, "60 juta" is what they ask for it, "foto mobilnya dikirim kesini?" is about
 * its photos, and "brapa lama prosesnya" about the sale; null when another car or something else is talked about.
 */
export function ownCarSaid(reading: CustomerReading, text: string, { ownCar }: Memory): OwnCarSaid | null {
  if (!ownCar || !(isGuess(reading) || reading.intents.every((intent) => TAKEN_FOR.has(intent)))) return null;
  const plain = normalizeText(text);
  const { brand, model, displayCode, priceMax, priceMin, offer } = reading.slots;
  if (displayCode || OTHER_CAR.test(plain)) return null;
  const isDescribed = DESCRIBES.test(plain) && !ASKS.test(plain);
  if (brand || model) return isDescribed && TOLD.test(plain) ? { type: "facts" } : null;
  if (PICTURE.test(plain) && SENDING.test(plain)) return { type: "sending" };
  const rupiah = offer ?? priceMin ?? priceMax;
  if (rupiah !== undefined && SUM.test(text)) return { type: "price", rupiah };
  if (isDescribed) return { type: "facts" };
  const isOther = reading.intents.includes("credit") || (reading.intents.includes("delivery") && !isGuess(reading));
  return PROCESS.test(plain) && !isOther ? { type: "process" } : null;
}

/** The same, said as the wish it belongs to. */
export function ownCarMeant(reading: CustomerReading, text: string, memory: Memory): CustomerReading | null {
  const said = ownCarSaid(reading, text, memory);
  if (!said || !memory.ownCar) return null;
  const slots = said.type === "price" ? { offer: said.rupiah } : {};
  return { intents: [memory.ownCar], slots, confidence: PLAIN_FROM_CONTEXT };
}
