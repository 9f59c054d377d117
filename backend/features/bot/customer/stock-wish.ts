import {
  type CustomerIntent,
  type CustomerReading,
  normalizeText,
  type ReadWish,
  type UnitAttribute,
} from "@/backend/features/language";
import { isGuess, PLAIN_FROM_CONTEXT } from "./confidence";
import type { Memory } from "./memory";
import { asksDownPayment } from "./money-words";

/** Readings that a wish about the stock may stand behind; what else a message wants is never overruled. */
const WEAK = new Set<CustomerIntent>([
  ...(["off_topic", "select", "deny", "affirm", "compare", "negotiate", "price", "unit_detail"] as const),
  ...(["stock_search", "greeting", "thanks", "unit_availability"] as const),
]);

const DEALS = new Set<CustomerIntent>(["compare", "negotiate", "price"]);
/** "pajak paling murah yang mana" asks for facts of units, "tahun paling muda" for a car. */
const SEARCHED = new Set<UnitAttribute>(["color", "year", "km", "fuel", "transmission", "seats", "engine"]);

/**
 * "mobil termahal", "asal bukan honda", "warna lain ada?": words that mean the stock whatever intent was read in them.
 * About a unit in mind they stay what they were: "paling murah berapa?" haggles, "bukan matic ya?" asks.
 */
export function withStockWish(reading: CustomerReading, wish: ReadWish, text: string, memory: Memory): CustomerReading {
  const { intents, slots } = reading;
  if (asksCheapestByDownPayment(reading, wish, text, memory))
    return { ...reading, intents: ["stock_search", "credit"] };
  const isWeak = isGuess(reading) || intents.every((intent) => WEAK.has(intent));
  const asksFacts = slots.attributes?.some((attribute) => !SEARCHED.has(attribute)) ?? false;
  if (intents.length === 0 || !isWeak || asksFacts || slots.displayCode !== undefined || slots.offer !== undefined)
    return reading;
  const plain = normalizeText(text);
  if (!meansStock(plain, reading, wish, memory)) return reading;
  const { attributes: _asked, ...rest } = slots;
  const confidence = Math.max(reading.confidence, PLAIN_FROM_CONTEXT);
  return { intents: [isPickOfList(plain, reading, wish, memory) ? "select" : "stock_search"], slots: rest, confidence };
}

/** "yang paling murah dp berapa": with no car in mind it is the car that is asked for. */
function asksCheapestByDownPayment(
  { intents }: CustomerReading,
  wish: ReadWish,
  text: string,
  memory: Memory,
): boolean {
  const isCredit = intents.length === 1 && intents[0] === "credit";
  const isFresh = memory.unit === null && memory.listed.length === 0;
  return isCredit && isFresh && wish.orders[0] === "cheapest" && asksDownPayment(text);
}

function meansStock(plain: string, { intents }: CustomerReading, wish: ReadWish, memory: Memory): boolean {
  if (otherWish(plain) !== null && intents.some((intent) => DEALS.has(intent))) return false;
  if (otherWish(plain) !== null) return knowsCar(memory) || intents.includes("stock_search") || namesCar(wish, intents);
  const isOnUnit = memory.unit !== null && !/\b(?:mobil|yang|sing|ada|unit|selain|kecuali)\b/.test(plain);
  const isQuestion = /\b(?:ya|kan)\b|\? *$/.test(plain);
  if (wish.without.length > 0) return !(isOnUnit && isQuestion);
  if (isOnUnit) return false;
  if (wish.orders.length === 0 || otherCosts.test(plain)) return false;
  const haggles =
    intents.includes("negotiate") && memory.unit !== null && !/\b(?:mobil|yang (?:ter|paling))/.test(plain);
  const asksPrice = intents.includes("price") && memory.listed.length > 0;
  return !haggles && !asksPrice;
}

/** What is cheapest or highest of these is no price of a car. */
const otherCosts = /\b(?:pajak|bunga|dp|cicilan|angsuran|asuransi|ongkir|biaya|servis|sparepart|suku cadang)\b/;

function knowsCar(memory: Memory): boolean {
  return memory.unit !== null || memory.listed.length > 0 || memory.criteria.model !== undefined;
}

function namesCar({ limits }: ReadWish, intents: readonly CustomerIntent[]): boolean {
  return intents.includes("unit_detail") && Object.keys(limits).length > 0;
}

/** "yang paling baru" of a list that is all there is picks from it; which is thriftiest only the data can say. */
function isPickOfList(plain: string, reading: CustomerReading, { orders }: ReadWish, memory: Memory): boolean {
  const isWhole = memory.listed.length > 1 && !memory.hasMore;
  const isAboutStock = reading.intents.includes("stock_search") || /\b(?:mobil|stok|showroom|toko)\b/.test(plain);
  return orders.length > 0 && !orders.includes("thriftiest") && isWhole && !isAboutStock && otherWish(plain) === null;
}

/** How the car wanted is to differ from the one in mind. */
export const comparisons = ["cheaper", "newer", "lower_km"] as const;
export type Comparison = (typeof comparisons)[number];

/** "yang lebih murah ada?" of a list: nothing is cheaper than all of it, so the order is what is wanted. */
export function withOrderMeant(wish: ReadWish, text: string, memory: Memory): ReadWish {
  const compared = memory.unit === null ? otherWish(normalizeText(text)) : null;
  const order = comparisons.find((comparison) => comparison === compared);
  return order ? { ...wish, orders: [orderOf[order]] } : wish;
}

const orderOf = { cheaper: "cheapest", newer: "newest", lower_km: "lowest_km" } as const;

/** What of a known car should be other: its colour, its year, anything, only its kind the same, or better in one thing. */
export type OtherWish = "color" | "year" | "any" | "similar" | Comparison;

const more = `(?:lebih|luwih|less|more)`;
const asksForCar = `(?:yang|sing|ada|adakah|unit|mobil|opsi|pilihan|cari|any|something|one)`;
const comparative: [Comparison, RegExp][] = [
  [
    "cheaper",
    new RegExp(
      String.raw`\b${asksForCar} (?:yang |sing )?(?:harga )?(?:${more} (?:murah|terjangkau|expensive)|di bawah (?:itu|ini|harga))\b(?! berapa)|\b${more} murah (?:ada|dari (?:ini|itu))\b|\bcheaper (?:one|car|option)|\banything cheaper`,
      "u",
    ),
  ],
  [
    "newer",
    new RegExp(
      String.raw`\b${asksForCar} (?:yang |sing )?(?:tahun )?${more} (?:muda|baru|anyar|enom)\b|\btahun (?:yang )?${more} (?:muda|baru)\b|\bnewer (?:one|car|year)|\banything newer`,
      "u",
    ),
  ],
  [
    "lower_km",
    new RegExp(
      String.raw`\b(?:km|kilometer|odo|mileage)(?: yang)? ${more} (?:rendah|sedikit|dikit|kecil)|\b${more} (?:rendah|sedikit|dikit) (?:km|kilometer)\b|\blower (?:km|mileage)`,
      "u",
    ),
  ],
];

const otherThings =
  /\b(?:showroom|toko|tempat|dealer|orang|kali|hari|waktu|jam|cabang|nomor|foto|sisi|biaya|syarat|kota|leasing|bank|pertanyaan) lain/;

/** `plain` as `normalizeText` writes it; null when nothing else is asked for. */
export function otherWish(plain: string): OtherWish | null {
  if (otherThings.test(plain)) return null;
  const compared = comparative.find(([, pattern]) => pattern.test(plain) && !otherCosts.test(plain));
  if (compared) return compared[0];
  if (/\b(?:sejenis|serupa|mirip|sekelas|setara|alternatif|similar)\w*\b/.test(plain)) return "similar";
  if (/\b(?:model|merek|merk|tipe) lain/.test(plain)) return "similar";
  if (/\bwarna (?:yang )?lain|\bother colou?rs?\b/.test(plain)) return "color";
  if (/\btahun (?:yang )?lain|\bother years?\b/.test(plain)) return "year";
  const isOther =
    /\b(?:unit|mobil|yang|ada|pilihan|opsi|stok) (?:yang )?(?:lain|liyane|laen)(?:nya)?\b|\bselain (?:itu|ini|yang (?:itu|ini))\b|^lain(?:nya)?\b(?! (?:kali|waktu|hari))|\b(?:any )?others?(?: ones?| cars?| units?)?\b(?! than)/;
  return isOther.test(plain) ? "any" : null;
}
