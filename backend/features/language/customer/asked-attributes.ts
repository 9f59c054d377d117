import { attributesIn } from "./attributes";
import { clausesOf } from "./clauses";
import type { CustomerIntent, UnitAttribute } from "./customer-message";
import type { Findings, FoundIntent } from "./intents";
import { asksWhat } from "./search-wish";
import type { Sighting } from "./sighting";

export type AskedAttribute = { attribute: UnitAttribute; at: number };

/** The properties asked about, clause by clause, so that a photo asked for does not swallow the tax asked after it. */
export function askedAttributes(
  sighting: Sighting,
  found: readonly FoundIntent[],
  findings: Findings,
): AskedAttribute[] {
  const intents = new Set(found.map(({ intent }) => intent));
  let listsPictures = false;

  return clausesOf(sighting.plain).flatMap((clause) => {
    const named = attributesIn(clause.text);
    const isPartOfList = listsPictures && !asksAnew(clause.text);
    listsPictures = !clause.text.endsWith("?") && (isPartOfList || named.some(isPicture));
    return named
      .filter((item) => !isPartOfList || isPicture(item))
      .filter(({ attribute }) => isAsked(sighting, attribute, clause.text, intents, findings))
      .map(({ attribute, at }) => ({ attribute, at: clause.at + at }));
  });
}

function isPicture({ attribute }: { attribute: UnitAttribute }): boolean {
  return attribute === "photos" || attribute === "video";
}

/** "minta foto mesin, interior" goes on listing; "minta foto, pajaknya kapan" asks something else. */
function asksAnew(clause: string): boolean {
  return /\b(?:berapa|apa|kapan|ada|bagaimana|mana|siapa|masih|sudah|pajak)\b/.test(clause);
}

/** "spek lengkapnya", "detail #C05": everything about a known unit. */
export function asksDetail({ plain, codes, context, cars }: Sighting): boolean {
  if (/\b(?:spek|spesifikasi|spec|specs)\b/.test(plain)) return true;
  if (/\bCODE (?:minta |mau |tolong )?(?:informasi|info|detail|spek)\b/.test(plain)) return true;
  const saysDetail =
    /\b(?:detail|rincian|keterangan)\b|\b(?:jelaskan|ceritakan|terangkan|info(?:rmasi)?)\b.{0,14}\b(?:unit|mobil)\b/.test(
      plain,
    );
  const asksUnit =
    /\binformasi (?:lengkap|detail|unit|mobil|lebih)\b|\b(?:informasi|tanya)\b(?: (?:dong|lengkap|kak|unit|mobil|soal|tentang))* (?:CODE|yang|unit)/.test(
      plain,
    );
  const isKnown = codes.length > 0 || context.unit !== undefined;
  return ((saysDetail || asksUnit) && isKnown) || (saysDetail && cars.length > 0);
}

/** Properties that are criteria in a search. */
const searchable = new Set<UnitAttribute>(["transmission", "fuel", "color", "plate_parity", "seats", "year", "km"]);

/** Words that belong to the intent instead of asking about the unit: "cek mesin" of a visit, "syarat dokumen" of credit. */
const ownWordsOfIntent: [CustomerIntent, ReadonlySet<UnitAttribute>][] = [
  ["trade_in", searchable],
  ["visit", new Set<UnitAttribute>(["condition", "service_history", "accident_flood", "seats"])],
  ["delivery", new Set<UnitAttribute>(["papers", "seats", "features"])],
  ["reserve", new Set<UnitAttribute>(["ownership", "keys"])],
  ["contact_human", new Set<UnitAttribute>(["ownership"])],
];

function isAsked(
  sighting: Sighting,
  attribute: UnitAttribute,
  clause: string,
  intents: ReadonlySet<CustomerIntent>,
  findings: Findings,
): boolean {
  if (intents.has("sell_car") || intents.has("compare")) return false;
  if (ownWordsOfIntent.some(([intent, words]) => intents.has(intent) && words.has(attribute))) return false;
  const isCreditWord = /^(?:papers|year|seats|warranty)$/.test(attribute) && !/\blengkap\b/.test(clause);
  if (intents.has("credit") && isCreditWord) return false;
  if (/\byang penting\b/.test(clause) || isIndifferent(clause) || isPraise(attribute, clause)) return false;
  const isReason = attribute === "condition" && /\b(?:soal|soalnya|karena|masalah)\b/.test(clause);
  if (intents.has("negotiate") && isReason) return false;

  if (searchable.has(attribute)) return asksSearchable(sighting, attribute, clause);
  if (isWishForUnit(sighting, clause) && findings.hasCriteria) return false;
  const isQuestion = /\b(?:ada|udah|sudah|dapat)\b.*(?:tidak|belum|\?)/.test(
    clause.replace(/\b(?:ada|tersedia)(?: tidak| kah)? ?\??$/, ""),
  );
  return !isSearchWish(clause) || isQuestion || !findings.hasCriteria;
}

/** "km ga masalah", "pajak bebas". */
function isIndifferent(clause: string): boolean {
  return /\b(?:tidak (?:ada )?masalah|bebas|terserah|tidak penting)\b/.test(clause) && !/\?/.test(clause);
}

/** "Siap Pakai", "istimewa": said by an advertisement, not asked. */
function isPraise(attribute: UnitAttribute, clause: string): boolean {
  return attribute === "condition" && /^[\s|]*(?:\p{L}+ )?(?:siap|layak) pakai(?: \p{L}+)?[\s|]*$/u.test(clause);
}

/** "ada unit tangan pertama plat N?": with no unit talked about, the property is part of the wish. */
function isWishForUnit({ context, codes }: Sighting, clause: string): boolean {
  if (context.unit !== undefined || codes.length > 0) return false;
  return (
    /^\s*(?:\| )*(?:kak |bapak |mas |bang |min )?(?:ada (?:tidak |kah )?(?:unit|mobil|yang)|mobil (?:yang|apa))\b/.test(
      clause,
    ) ||
    asksWhat.test(clause) ||
    /\bCAR\b.*\b(?:pajak (?:panjang|hidup|baru)|tangan pertama|surat lengkap|terawat|mulus)\b.*\bada\b/.test(clause)
  );
}

function isSearchWish(clause: string): boolean {
  return /\b(?:cari|carikan|mencari|mau beli|mau cari|butuh)\b/.test(clause);
}

/** "matic apa manual?", "warnanya apa": a question on one unit; in a wish for any car the same word is a criterion. */
function asksSearchable(sighting: Sighting, attribute: UnitAttribute, clause: string): boolean {
  if (isSearchWish(clause) || /^\s*(?:\| )*(?:ada|punya|adakah|tersedia)\b/.test(clause)) return false;
  if (isDescribed(attribute, clause)) return false;
  if (attribute === "year" || (isChoice(attribute, clause) && attribute !== "color")) return true;
  if (isPropertyAlone(sighting, clause)) return true;
  const isOnUnit = isAboutUnit(sighting, clause) || (!wishesForAny(sighting) && isBareQuestion(clause));
  const { context } = sighting;

  if (attribute === "km")
    return (
      context.unit !== undefined ||
      !/\b(?:di bawah|dibawah|maksimal|max|rendah|sedikit|tidak lebih|jangan lebih|lewat)\b/.test(clause)
    );
  if (attribute === "color") return asksColor(clause);
  if (attribute === "plate_parity") return asksPlate(clause, isOnUnit);
  if (/\b(?:ada|tersedia)\b|\byang (?:matic|manual|diesel|bensin|hybrid)\b(?! (?:kan|ya|bukan)\b)/.test(clause))
    return false;
  if (attribute === "seats") return /\b(?:berapa|kan|jumlah)\b/.test(clause) || (isOnUnit && /\?/.test(clause));
  return isOnUnit;
}

/** "xenia 2019 matic berapa": the property describes the car whose price is asked. */
function isDescribed(attribute: UnitAttribute, clause: string): boolean {
  const isKindWord = /^(?:transmission|fuel|plate_parity|color)$/.test(attribute);
  return (
    isKindWord &&
    /\bCAR\b.*\b(?:berapa|harga)\b/.test(clause) &&
    !/\b(?:apa|kan|mana|transmisi|bahan bakar)\b/.test(clause)
  );
}

const choices: Partial<Record<UnitAttribute, RegExp>> = {
  transmission: choiceOf("matic|manual|cvt|at|mt|kopling"),
  fuel: choiceOf("bensin|diesel|hybrid|listrik"),
  plate_parity: /\b(?:ganjil|genap) (?:(?:apa|atau|tau|\/) )?(?:ganjil|genap)/,
  color: choiceOf("putih|hitam|silver|abu-abu|merah|biru|kuning|hijau|coklat|krem|emas|oranye|ungu"),
  year: choiceOf(String.raw`\d{4}`),
  seats: /\b(?:seat|kursi|penumpang|isi|muat) \d (?:apa|atau) \d\b/,
};

function choiceOf(words: string): RegExp {
  return new RegExp(String.raw`\b(?:${words}) (?:apa|atau|tau|/) (?:${words})`);
}

/** "matic apa manual", "2017 atau 2018". */
function isChoice(attribute: UnitAttribute, clause: string): boolean {
  return choices[attribute]?.test(clause) ?? false;
}

/** Somewhere in the message a car is looked for. */
function wishesForAny({ plain }: Sighting): boolean {
  return asksWhat.test(plain) || /\b(?:cari|carikan|mencari|butuh|budget|dana|ada mobil|ada unit)\b/.test(plain);
}

/** "matic ga", "platnya B ya?", "pake solar ya?": nothing but the property and the question, of a unit both know. */
function isBareQuestion(clause: string): boolean {
  const words = clause.replace(/[|?]/g, " ").trim().split(/\s+/);
  const asks = /\b(?:ya|kan|bukan|tidak|kah)(?: (?:kak|bapak|mas|bang|min|bos|gan|om))* *\??\s*$/.test(clause);
  return asks && words.length <= 5 && !/\b(?:ada|adakah|cari|mau|punya|tersedia|ready|CAR|yang|pengen)\b/.test(clause);
}

/** "bbm nya", "transmisi?": the name of a property and nothing else, of the cars that were listed. */
function isPropertyAlone({ context }: Sighting, clause: string): boolean {
  return (
    context.listed !== undefined &&
    /^[\s|]*(?:(?:kalau|terus|untuk) )?(?:bbm(?:nya)?|bahan bakar|transmisi|plat|nopol|kursi)(?: (?:apa|kak|bapak|mas|bang))*[\s?|]*$/.test(
      clause,
    )
  );
}

function asksColor(clause: string): boolean {
  if (isChoice("color", clause) && !/\b(?:ada|cari|yang warna)\b/.test(clause)) return true;
  if (/\bada\b|\bwarna (?:lain|selain)\b/.test(clause)) return false;
  return /\bwarna (?:e )?(?:apa|asli|masih|luar|dalam|persis|itu|interior|\?)|\bwarna *(?:\?|$)|\bapa warna\b|\bwarna\b.*\bapa\b(?! saja)/.test(
    clause,
  );
}

function asksPlate(clause: string, isOnUnit: boolean): boolean {
  if (/\b(?:cari|ada|saja)\b/.test(clause)) return false;
  return isOnUnit || /\bplat\b.*\b(?:apa|mana|luar|asli|berapa)\b/.test(clause);
}

function isAboutUnit({ context, codes }: Sighting, clause: string): boolean {
  if (context.unit !== undefined || codes.length > 0) return true;
  const isPicked = /\b(?:nomor|no) \d\b|\byang (?:pertama|kedua|ketiga|keempat|terakhir)\b/.test(clause);
  if (context.listed !== undefined && isPicked) return true;
  const isPointedAt = /\b(?:itu|ini|CAR|tadi)\b/.test(clause);
  return isPointedAt && (context.listed !== undefined || /\?|\bapa\b|\bmana\b|\bberapa\b/.test(clause));
}
