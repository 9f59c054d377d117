import { clausesOf, isInside } from "./clauses";
import type { CustomerIntent } from "./customer-message";
import type { Findings, FoundIntent } from "./intents";
import { asksForCarApart } from "./search-wish";
import type { Sighting } from "./sighting";

type Situation = Sighting & { findings: Findings; found: readonly FoundIntent[] };

/** Where `strong` is meant, the words of `weak` belong to it. */
type Shadow = { strong: CustomerIntent; weak: CustomerIntent[]; when?: (situation: Situation) => boolean };

/** In order: an intent that is dropped shadows no other. */
const shadows: Shadow[] = [
  {
    strong: "compare",
    weak: ["price", "stock_search", "unit_detail", "negotiate", "visit", "delivery"],
  },
  {
    strong: "sell_car",
    weak: ["price", "negotiate", "unit_detail", "visit", "credit", "stock_search", "unit_availability", "trade_in"],
  },
  {
    strong: "trade_in",
    weak: ["unit_availability"],
    when: (it) => areTogether(it, "trade_in", "unit_availability"),
  },
  { strong: "trade_in", weak: ["negotiate"], when: (it) => areTogether(it, "trade_in", "negotiate") },
  { strong: "trade_in", weak: ["visit"] },
  { strong: "trade_in", weak: ["unit_detail"], when: (it) => areTogether(it, "trade_in", "unit_detail") },
  { strong: "trade_in", weak: ["stock_search"], when: (it) => !asksForCarApart(it.plain, it.found) },
  {
    strong: "trade_in",
    weak: ["credit"],
    when: (it) =>
      /\b(?:(?:untuk|jadi|sebagai|dijadikan) (?:dp|uang muka)|dp (?:pakai|dengan))\b/.test(it.plain) &&
      !/\b(?:kredit|cicilan|tenor|angsuran)\b/.test(it.plain),
  },
  {
    strong: "trade_in",
    weak: ["price"],
    when: (it) => !/\bharga\b(?! tukar)/.test(it.plain) && areTogether(it, "trade_in", "price"),
  },
  {
    strong: "negotiate",
    weak: ["reserve"],
    when: (it) => it.findings.hasOffer && !/\b(?:tanda jadi|booking)\b/.test(it.plain),
  },
  {
    strong: "reserve",
    weak: ["credit"],
    when: (it) => !/(?<!\bkalau )\b(?:kredit|cicilan|tenor|angsuran)\b/.test(it.plain),
  },
  { strong: "reserve", weak: ["price"], when: (it) => !/\bharga\b/.test(it.plain) },
  {
    strong: "reserve",
    weak: ["unit_availability"],
    when: (it) => !isOwnQuestion(it, "unit_availability", "reserve"),
  },
  { strong: "reserve", weak: ["negotiate"], when: (it) => !isOwnQuestion(it, "negotiate", "reserve") },
  { strong: "reserve", weak: ["delivery"], when: (it) => !isOwnQuestion(it, "delivery", "reserve") },
  { strong: "reserve", weak: ["visit"], when: (it) => !isOwnQuestion(it, "visit", "reserve") },
  { strong: "reserve", weak: ["stock_search"] },
  { strong: "delivery", weak: ["location"], when: (it) => !/\b(?:di mana|alamat lengkap|lokasi)\b/.test(it.plain) },
  { strong: "hours", weak: ["visit"], when: (it) => !it.findings.hasVisitTime },
  { strong: "hours", weak: ["price"] },
  { strong: "hours", weak: ["unit_availability"], when: (it) => !isOwnQuestion(it, "unit_availability", "hours") },
  {
    strong: "contact_human",
    weak: ["price", "visit", "location"],
    when: (it) => !/\b(?:harga|lokasi|alamat)\b/.test(it.plain),
  },
  { strong: "contact_human", weak: ["unit_detail"], when: (it) => !asksPictures(it) },
  { strong: "negotiate", weak: ["price"], when: (it) => !asksPriceApart(it) },
  { strong: "unit_availability", weak: ["stock_search"], when: (it) => /\bmasih\b/.test(it.plain) },
];

/** Drops the intents whose words only repeat what a stronger one says. */
export function withoutShadowed(sighting: Sighting, found: FoundIntent[], findings: Findings): FoundIntent[] {
  const situation: Situation = { ...sighting, findings, found };
  const left = new Set(found.map(({ intent }) => intent));
  if (/\balamat saya\b/.test(sighting.plain)) left.delete("location");
  if (sighting.context.asked === "name" && findings.hasName) {
    for (const intent of ["visit", "stock_search", "delivery", "location", "unit_detail", "contact_human"] as const)
      left.delete(intent);
  }

  for (const { strong, weak, when } of shadows) {
    if (!left.has(strong) || (when && !when(situation))) continue;
    for (const intent of weak) left.delete(intent);
  }
  return found.filter(({ intent }) => left.has(intent));
}

/** "minta video #L05, sekalian no sales" wants both. */
function asksPictures({ plain }: Situation): boolean {
  return /\b(?:foto|video|gambar)\b/.test(plain) && !/\bvideo call\b/.test(plain);
}

/** Two units are in play: named, coded, numbered, or "dua-duanya" of a list. */
export function comparesUnits({ plain, cars, codes, context }: Sighting): boolean {
  const numbered = plain.match(/\b(?:nomor|no|yang|dan|sama|dengan|atau|apa|vs) \d(?!\d)/g)?.length ?? 0;
  if (cars.length + codes.length + numbered >= 2) return true;
  if (/\b(?:dua|keduanya|kedua|ketiga|ketiganya|semua|antara|ini sama)\b/.test(plain)) return true;
  if (context.listed !== undefined && /\bmana\b/.test(plain)) return true;
  return cars.length === 1 && /\b(?:vs|dibanding|bedanya|beda|perbedaan|mana)\b/.test(plain);
}

/** A question in a clause of its own, as against words that only belong to `strong`. */
function isOwnQuestion({ plain, found }: Situation, weak: CustomerIntent, strong: CustomerIntent): boolean {
  const placeOf = (wanted: CustomerIntent) => found.find(({ intent }) => intent === wanted)?.at ?? -1;
  return clausesOf(plain).some(
    (clause) =>
      /\?$|\b(?:kan|tidak|kah) *$/.test(clause.text) &&
      isInside(placeOf(weak), clause) &&
      !isInside(placeOf(strong), clause),
  );
}

/** "harganya brp, bisa nego?": the price is asked in a clause of its own, before the haggling. */
function asksPriceApart(situation: Situation): boolean {
  const { plain } = situation;
  const asked = clausesOf(plain).find((clause) =>
    /\bharga\w* (?:\p{L}+ )?berapa\b|\bberapa(?:an)? harga\b/u.test(clause.text),
  );
  return (
    asked !== undefined &&
    !areTogether(situation, "price", "negotiate") &&
    !/\b(?:nett|pas|mentok|terendah|terbaik|termurah|final|kurang|last)\b/.test(asked.text)
  );
}

function areTogether({ plain, found }: Situation, left: CustomerIntent, right: CustomerIntent): boolean {
  const places = [left, right].map((wanted) => found.find(({ intent }) => intent === wanted)?.at ?? 0);
  return clausesOf(plain).some((clause) => places.every((at) => isInside(at, clause)));
}
