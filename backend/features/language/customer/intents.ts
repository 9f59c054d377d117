import { attributesIn } from "./attributes";
import type { CustomerIntent, UnitAttribute } from "./customer-message";
import { decidingRules, type IntentRule, intentRules } from "./intent-rules";
import { isClosing, shortAnswer } from "./short-answers";
import type { Sighting } from "./sighting";

export type IntentReading = { intents: CustomerIntent[]; attributes: UnitAttribute[] };

/** What is in the message beside the words of intents. */
export type Findings = {
  hasCriteria: boolean;
  hasPick: boolean;
  hasOffer: boolean;
  hasCredit: boolean;
  hasVisitTime: boolean;
  hasName: boolean;
};

type Found = { intent: CustomerIntent; at: number };

/** The intent that alone decides a message, if any: complaints, wishes about data and messages, spam. */
export function decidingIntent(sighting: Sighting): CustomerIntent | null {
  return decidingRules.find((rule) => matchOf(rule, sighting.plain) !== null)?.intent ?? null;
}

export function readIntents(sighting: Sighting, findings: Findings): IntentReading {
  const answer = shortAnswer(sighting);
  if (answer && !findings.hasPick && !findings.hasName) return { intents: [answer], attributes: [] };

  const found = intentRules.flatMap((rule) => {
    const match = matchOf(rule, sighting.plain);
    return match === null ? [] : [{ intent: rule.intent, at: match }];
  });
  const attributes = readAttributes(sighting, found, findings);
  if (attributes.length > 0) found.push({ intent: "unit_detail", at: attributes[0]?.at ?? 0 });
  else if (asksDetail(sighting))
    found.push({ intent: "unit_detail", at: sighting.plain.search(/detail|spe[ck]|informasi/) });

  addUncovered(sighting, found, findings, attributes);
  const kept = withoutShadowed(sighting, found, findings);
  const intents = [...new Set(kept.sort((left, right) => left.at - right.at).map(({ intent }) => intent))];
  const names = intents.includes("unit_detail") ? [...new Set(attributes.map(({ attribute }) => attribute))] : [];
  if (intents.length > 0) return { intents, attributes: names };
  return { intents: [fallback(sighting, findings)], attributes: [] };
}

/** Where a rule's words begin; null when they are absent or mean something else here. */
function matchOf(rule: IntentRule, plain: string): number | null {
  const at = plain.search(rule.pattern);
  return at < 0 || rule.unless?.test(plain) ? null : at;
}

type AttributeFound = { attribute: UnitAttribute; at: number };

/** Clause by clause, so that a photo asked for does not swallow the tax asked after it. */
function readAttributes(sighting: Sighting, found: readonly Found[], findings: Findings): AttributeFound[] {
  const list: AttributeFound[] = [];
  for (const clause of clausesOf(sighting.plain)) {
    for (const { attribute, at } of attributesIn(clause.text)) {
      const place = clause.at + at;
      if (isAskedAbout(sighting, attribute, clause.text, found, findings)) list.push({ attribute, at: place });
    }
  }
  return list;
}

function clausesOf(plain: string): { text: string; at: number }[] {
  const clauses: { text: string; at: number }[] = [];
  const pattern = /[^|?]+\??/g;
  for (const match of plain.matchAll(pattern)) clauses.push({ text: match[0], at: match.index });
  return clauses;
}

const propertyOfSearch = new Set<UnitAttribute>([
  "transmission",
  "fuel",
  "color",
  "plate_parity",
  "seats",
  "year",
  "km",
]);

/** A property is asked about in a question on a known unit; in a wish for any car it is a criterion. */
function isAskedAbout(
  sighting: Sighting,
  attribute: UnitAttribute,
  clause: string,
  found: readonly Found[],
  findings: Findings,
): boolean {
  const intents = found.map(({ intent }) => intent);
  if (intents.some((intent) => intent === "sell_car" || intent === "compare")) return false;
  if (intents.includes("trade_in") && propertyOfSearch.has(attribute)) return false;
  if (intents.includes("visit") && /^(?:condition|service_history|accident_flood|seats)$/.test(attribute)) return false;
  if (intents.includes("credit") && /^(?:papers|year|seats|warranty)$/.test(attribute) && !/\blengkap\b/.test(clause))
    return false;
  if (intents.includes("delivery") && /^(?:papers|seats|features)$/.test(attribute)) return false;
  if (intents.includes("contact_human") && attribute === "ownership") return false;
  if (intents.includes("negotiate") && attribute === "condition" && /\b(?:soal|soalnya|karena|masalah)\b/.test(clause))
    return false;
  if (!propertyOfSearch.has(attribute))
    return (
      !isSearchWish(clause) || /\b(?:ada|udah|sudah|dapat)\b.*(?:tidak|belum|\?)/.test(clause) || !findings.hasCriteria
    );
  return asksProperty(sighting, attribute, clause);
}

function isSearchWish(clause: string): boolean {
  return /\b(?:cari|carikan|mencari|mau beli|mau cari|butuh)\b/.test(clause);
}

function asksProperty(sighting: Sighting, attribute: UnitAttribute, clause: string): boolean {
  if (isSearchWish(clause) || /^\s*(?:\| )*(?:ada|punya|adakah|tersedia)\b/.test(clause)) return false;
  const choice =
    /\b(?:matic|manual|bensin|diesel|hybrid|listrik|ganjil|genap|\d{4}|putih|hitam) (?:apa|atau|tau|opo) /.test(clause);
  if (choice) return true;
  if (attribute === "km") return !/\b(?:di bawah|dibawah|maksimal|max|rendah|sedikit)\b/.test(clause);
  if (attribute === "color")
    return (
      /\bwarna (?:e )?(?:apa|asli|masih|luar|dalam|persis|itu|interior|\?)|\bwarna *(?:\?|$)|\bapa warna\b|\bwarna\b.*\bapa\b(?! saja)/.test(
        clause,
      ) && !/\bada\b|\bwarna (?:lain|selain)\b/.test(clause)
    );
  if (attribute === "plate_parity")
    return (
      /\b(?:plat|nopol|ganjil|genap)\b.*(?:\?|\bapa\b|\bmana\b|\bberapa\b|$)/.test(clause) &&
      !/\b(?:cari|ada|saja)\b/.test(clause) &&
      isAboutUnit(sighting, clause)
    );
  if (attribute === "seats")
    return (
      /\b(?:berapa|muat|kan|jumlah)\b/.test(clause) ||
      (isAboutUnit(sighting, clause) && /\?/.test(clause) && !/\bada\b/.test(clause))
    );
  if (attribute === "year") return true;
  return (
    isAboutUnit(sighting, clause) &&
    /\?|\bapa\b|\bkan\b|$/.test(clause) &&
    !/\b(?:ada|yang (?:matic|manual|diesel|bensin|hybrid))\b/.test(clause)
  );
}

function isAboutUnit({ context, codes }: Sighting, clause: string): boolean {
  const hasUnit = context.unit !== undefined || codes.length > 0;
  const isPointedAt = /\b(?:itu|ini|CAR|tadi)\b|CAR/.test(clause);
  return (
    hasUnit ||
    (isPointedAt && /\?|\bapa\b|\bmana\b|\bberapa\b/.test(clause)) ||
    (context.listed !== undefined && isPointedAt)
  );
}

function asksDetail({ plain, codes, context, cars }: Sighting): boolean {
  if (/\b(?:spek|spesifikasi|spec|specs)\b/.test(plain)) return true;
  const isKnown = codes.length > 0 || context.unit !== undefined;
  const asks =
    /\b(?:detail|rincian|keterangan)\b/.test(plain) ||
    /\b(?:informasi|tanya|tanya-tanya)\b(?: (?:dong|lengkap|kak|unit|mobil|soal|tentang))* (?:CODE|yang|unit)/.test(
      plain,
    );
  return asks && (isKnown || (cars.length > 0 && /\b(?:detail|rincian)\b/.test(plain)));
}

/** What no rule covers: a bare "berapa", an offer, a time to come, a search. */
function addUncovered(
  sighting: Sighting,
  found: Found[],
  findings: Findings,
  attributes: readonly AttributeFound[],
): void {
  const { plain, context } = sighting;
  const has = (intent: CustomerIntent) => found.some((item) => item.intent === intent);
  const add = (intent: CustomerIntent, at: number) => found.push({ intent, at });

  if (findings.hasOffer && !has("negotiate") && !has("credit") && !has("trade_in"))
    add("negotiate", plain.search(/\d/));
  const barePrice = has("price") ? null : barePriceAt(plain, found, attributes);
  if (barePrice !== null) add("price", barePrice);
  if (context.asked === "visit_time" && findings.hasVisitTime && !has("visit")) add("visit", 0);
  if (searches(sighting, found, findings))
    add(
      "stock_search",
      has("credit")
        ? -1
        : plain.search(/\b(?:ada|cari|stok|daftar|katalog|budget|dana|punya|minta|tersedia|dapat|apa)\b|CAR|\d/),
    );
}

const explainedHowMuch =
  /\b(?:km|kilometer|odometer|tahun|tangan|cc|jam|dp|total dp|cicilan|angsuran|kurang|hari|ongkos kirim|tambah|nambah|komisi|dihargai|bunga|persen|nett|net|pas|mentok|airbag|lama|baris|kursi|orang|seat|garansi|tenor|ban|tanda jadi|booking fee|fee|plat|nomor|unit|minimal|sebulan|kena|pajak|last|price|mahal|deal|final|turun|diskon|umur|syarat|tukar|biaya|mesin|pemakai|pintu|penumpang|boleh|simulasi|kredit) (?:\p{L}+ ){0,2}berapa\b|\bberapa (?:persen|lama|hari|orang|km|kilometer|cc|tahun|tangan|bulan|kali|baris|kursi|jam|unit|penumpang|seat|minimal|banyak|dp|cicilan|angsuran|nett|net|pas|kurang|jauh|pajak|sebulan|pemilik|bunga|ongkos|pintu|kota|menit|biaya|tenor|pajaknya|plat|turun|per bulan|lagi|pase|diskon|x)\b/gu;

/** "brp kak?", "yg td brp": how much, in a clause with nothing else it could ask about; where it stands, or null. */
function barePriceAt(plain: string, found: readonly Found[], attributes: readonly AttributeFound[]): number | null {
  for (const { text, at } of clausesOf(plain)) {
    const rest = text.replace(explainedHowMuch, (words) => " ".repeat(words.length));
    const place = rest.search(/\bberapa(?:an)?\b/);
    const isOther = found.some(
      (item) =>
        /^(?:trade_in|sell_car|hours|location|negotiate|reserve|credit|delivery)$/.test(item.intent) &&
        inside(item, at, text) &&
        !/\b(?:total|harga)\b/.test(rest),
    );
    const isProperty = attributes.some((asked) => asked.at >= at && asked.at < at + place);
    if (place >= 0 && !isOther && !isProperty) return at + place;
  }
  return null;
}

function inside({ at }: Found, start: number, text: string): boolean {
  return at >= start && at < start + text.length;
}

/** A wish for any car: search words or criteria that no other intent explains. */
function searches({ plain, context, cars, codes }: Sighting, found: readonly Found[], findings: Findings): boolean {
  const has = (...intents: CustomerIntent[]) => found.some((item) => intents.includes(item.intent));
  if (has("unit_availability", "sell_car", "compare", "trade_in") || (has("unit_detail") && !findings.hasCriteria))
    return false;
  const asksWhat =
    /\b(?:apa saja|dapat apa|dapat mobil|mobil apa|unit apa|dapat yang|ada apa|adanya apa|yang mana saja|apa yang ada|apa ya)\b/.test(
      plain,
    );
  const hasSearchWord =
    /\b(?:cari|carikan|mencari|pencarian|butuh|stok|daftar mobil|katalog|koleksi|pricelist unit|list)\b|\bdaftar\b|\b(?:unit|mobil|barang) (?:baru|terbaru|lain|ready|tersedia)\b|\bbuat (?:7|8|keluarga)\b/.test(
      plain,
    );
  const asksForAny =
    /\b(?:ada|adakah|punya|tersedia|ready|jual|minta|mau|pengen|cariin|nyari|ingin|tersediakah|minat)\b/.test(plain);
  if (has("credit"))
    return asksWhat && !/\bsyarat|leasing|bunga|dokumen\b/.test(plain) && (findings.hasCredit || findings.hasCriteria);
  if (has("price", "negotiate", "reserve", "hours", "location", "contact_human", "delivery") && !hasSearchWord) {
    return asksWhat && findings.hasCriteria && !has("price", "negotiate");
  }
  if (has("visit"))
    return (
      asksForAny &&
      (cars.length > 0 || findings.hasCriteria) &&
      /\b(?:ada|cari|punya|adakah)\b/.test(plain.split("|")[0] ?? "") &&
      !/\b(?:lihat|cek) (?:CODE|CAR)/.test(plain)
    );
  if (has("unit_detail")) return hasSearchWord && findings.hasCriteria;
  if (codes.length > 0) return false;
  if (hasSearchWord || asksWhat || /\bbeli (?:mobil|unit|CAR)\b/.test(plain)) return true;
  if (
    asksForAny &&
    /\b(?:kilometer rendah|km rendah|tangan pertama|irit|murah|keluarga|bekas|mewah|jepang|eropa|terbaru)\b/.test(plain)
  )
    return true;
  if (context.asked === "budget" && findings.hasCriteria) return true;
  if (
    /\bselain\b|\blebih (?:murah|muda|baru|mahal|irit|besar)\b|\b(?:ada|pilihan|unit|yang) lain\b|\balternatif\b/.test(
      plain,
    )
  )
    return true;
  return asksForAny && (cars.length > 0 || findings.hasCriteria);
}

/** An intent that only repeats what a stronger one says is dropped. */
function withoutShadowed(sighting: Sighting, found: Found[], findings: Findings): Found[] {
  const { plain, context } = sighting;
  const names = new Set(found.map(({ intent }) => intent));
  const drop = new Set<CustomerIntent>();
  const when = (strong: CustomerIntent, ...weak: CustomerIntent[]) => {
    if (names.has(strong) && !drop.has(strong)) for (const intent of weak) drop.add(intent);
  };

  const isComparison = names.has("compare") && comparesUnits(sighting);
  if (!isComparison) drop.add("compare");
  else
    for (const intent of ["price", "stock_search", "unit_detail", "negotiate", "visit", "delivery", "select"] as const)
      drop.add(intent);

  when(
    "sell_car",
    "price",
    "negotiate",
    "unit_detail",
    "visit",
    "credit",
    "stock_search",
    "unit_availability",
    "trade_in",
  );
  when("trade_in", "negotiate", "unit_detail", "stock_search", "visit");
  if (names.has("trade_in") && !/\bharga\b/.test(plain) && isSameClause(plain, found, "trade_in", "price"))
    drop.add("price");
  if (findings.hasOffer && /\d[\d.,]*(?: juta)? (?:nett|deal|pas)\b/.test(plain)) drop.add("reserve");
  if (names.has("reserve") && !/\b(?:kredit|cicilan|tenor|angsuran)\b/.test(plain)) drop.add("credit");
  if (names.has("reserve") && !/\bharga\b/.test(plain)) drop.add("price");
  when("reserve", "unit_availability", "negotiate", "visit", "delivery", "stock_search");
  if (names.has("delivery") && !/\b(?:di mana|alamat lengkap|lokasi)\b/.test(plain)) drop.add("location");
  if (/\balamat saya\b/.test(plain)) drop.add("location");
  if (names.has("hours") && !findings.hasVisitTime) drop.add("visit");
  when("hours", "price", "unit_availability");
  if (names.has("contact_human"))
    for (const intent of ["price", "unit_detail", "visit", "location"] as const)
      if (!/\bharga\b|\blokasi\b|\balamat\b/.test(plain)) drop.add(intent);
  when("negotiate", "price");
  if (names.has("price") && /\bharga (?:tunai|otr|cash)\b.*\bkredit\b/.test(plain)) names.add("price");
  if (names.has("visit") && /\bkalau (?:unit )?masih\b/.test(plain)) drop.add("unit_availability");
  if (names.has("unit_availability") && /^.*\bmasih\b/.test(plain)) drop.add("stock_search");
  if (context.asked === "name" && findings.hasName)
    for (const intent of ["visit", "stock_search", "delivery", "location"] as const) drop.add(intent);
  return found.filter(({ intent }) => !drop.has(intent));
}

/** "ada innova 2018? km brp?": a clause of its own that asks for a car, before questions about it. */
function hasSearchClause(plain: string, found: readonly Found[]): boolean {
  return clausesOf(plain).some(
    ({ text, at }) =>
      /\b(?:ada|adakah|punya|cari|carikan|tersedia)\b/.test(text) &&
      /\bCAR\b/.test(text) &&
      !/\b(?:lihat|kata|kalau|saya ada|saya punya|CODE)\b/.test(text) &&
      !found.some((item) => inside(item, at, text)),
  );
}

function isSameClause(plain: string, found: readonly Found[], left: CustomerIntent, right: CustomerIntent): boolean {
  const clauseOf = (intent: CustomerIntent) => {
    const at = found.find((item) => item.intent === intent)?.at ?? 0;
    return clausesOf(plain).findIndex((clause) => at >= clause.at && at < clause.at + clause.text.length);
  };
  return clauseOf(left) === clauseOf(right);
}

function comparesUnits({ plain, cars, codes, context }: Sighting): boolean {
  const named = cars.length + codes.length + (plain.match(/\bnomor \d|\bno \d/g)?.length ?? 0);
  if (named >= 2 || /CODE.*CODE|CAR.*CAR/.test(plain)) return true;
  const together = /\b(?:dua-dua|dua|keduanya|kedua|ketiga|ketiganya|semua|antara|ini sama)\b/.test(plain);
  return (
    together ||
    (context.listed !== undefined && /\bmana\b/.test(plain)) ||
    (cars.length === 1 && /\b(?:vs|dibanding|bedanya|beda)\b/.test(plain))
  );
}

/** When no rule speaks: the pick, the answer to the question asked, the criteria, else nothing of ours. */
function fallback(sighting: Sighting, findings: Findings): CustomerIntent {
  const { context, plain, cars, codes } = sighting;
  if (context.asked === "name" && findings.hasName) return "affirm";
  if (context.asked === "visit_time" && findings.hasVisitTime) return "visit";
  if (context.asked === "budget" && findings.hasCriteria) return "stock_search";
  if (findings.hasPick || codes.length > 0) return "select";
  const hasCar = findings.hasCriteria || cars.length > 0;
  if (/\b(?:tertarik|minat|berminat)\b/.test(plain) && (hasCar || context.unit !== undefined)) return "select";
  const isPick = context.listed !== undefined || context.asked === "unit";
  if (hasCar) return isPick || pointsAtOne(sighting) ? "select" : "stock_search";
  if (isPick && /\byang\b/.test(plain)) return "select";
  if (isClosing(plain)) return "thanks";
  if (findings.hasVisitTime) return "visit";
  return findings.hasName ? "affirm" : "off_topic";
}

/** "yg merah", "itu td yg merah", "yang avanza aja": one known unit, without a list being remembered. */
function pointsAtOne({ core }: Sighting): boolean {
  return (
    /^(?:mau |pilih |ambil |oke |itu |tadi |saya )*yang (?:\p{L}+|CAR|\d{4})(?: \p{L}+){0,2}$/u.test(core) &&
    !/\b(?:ada|di|dari|apa|buat|untuk)\b/.test(core)
  );
}
