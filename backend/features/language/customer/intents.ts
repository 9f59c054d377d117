import { askedAttributes, asksDetail } from "./asked-attributes";
import { barePriceAt } from "./bare-price";
import type { CustomerIntent, UnitAttribute } from "./customer-message";
import { decidingRules } from "./deciding-rules";
import { hintedIntent } from "./evidence";
import { placeOf } from "./intent-rule";
import { isOfferOnUnit } from "./offer";
import { pointsAtOne } from "./points-at-one";
import { searchPlace } from "./search-wish";
import { serviceRules } from "./service-rules";
import { comparesUnits, withoutShadowed } from "./shadows";
import { isClosing, shortAnswer } from "./short-answers";
import type { Sighting } from "./sighting";
import { unitRules } from "./unit-rules";

export type IntentReading = { intents: CustomerIntent[]; attributes: UnitAttribute[]; confidence: number };

/** What is in the message beside the words of intents. */
export type Findings = {
  hasCriteria: boolean;
  hasPick: boolean;
  hasOffer: boolean;
  hasCredit: boolean;
  hasVisitTime: boolean;
  hasName: boolean;
};

/** An intent, where in the plain text it begins and how sure it is (see `CustomerReading`). */
export type FoundIntent = { intent: CustomerIntent; at: number; confidence: number };

/** The intent that alone decides a message, if any: complaints, wishes about data and messages, spam. */
export function decidingIntent({ plain }: Sighting): CustomerIntent | null {
  return decidingRules.find((rule) => placeOf(rule, plain) !== null)?.intent ?? null;
}

/** The intents of a message in the order of its text, and the properties asked about. */
export function readIntents(sighting: Sighting, findings: Findings): IntentReading {
  const answer = shortAnswer(sighting);
  const isTime = sighting.context.asked === "visit_time" && findings.hasVisitTime;
  if (answer && !findings.hasPick && !findings.hasName && !isTime)
    return { intents: [answer], attributes: [], confidence: 0.95 };

  const said = [...unitRules, ...serviceRules].flatMap((rule) => {
    const at = placeOf(rule, sighting.plain);
    return at === null || isSetAside(rule.intent, sighting) ? [] : [{ intent: rule.intent, at, confidence: 0.95 }];
  });
  const asked = askedAttributes(sighting, said, findings);
  const found = [...said, ...detailIntent(sighting, asked[0]?.at)];
  found.push(...uncovered(sighting, found, findings, barePriceAt(sighting.plain, found, asked)));

  const kept = withoutShadowed(sighting, found, findings).sort((left, right) => left.at - right.at);
  const intents = [...new Set(kept.map(({ intent }) => intent))];
  if (intents.length === 0) {
    const { intent, confidence } = fallback(sighting, findings);
    return { intents: [intent], attributes: [], confidence };
  }
  const isDetail = intents.includes("unit_detail");
  return {
    intents,
    attributes: isDetail ? [...new Set(asked.map(({ attribute }) => attribute))] : [],
    confidence: Math.min(...kept.map(({ confidence }) => confidence)),
  };
}

/** What the words say and the situation rules out. */
function isSetAside(intent: CustomerIntent, sighting: Sighting): boolean {
  if (intent === "compare") return !comparesUnits(sighting);
  return intent === "negotiate" && isBudgetAnswer(sighting);
}

/** "paling mentok 95" to "budget?": how much there is, not what the unit may cost. */
export function isBudgetAnswer({ context, plain, cars, codes }: Sighting): boolean {
  const isOnUnit = cars.length > 0 || codes.length > 0 || context.unit !== undefined;
  return context.asked === "budget" && !isOnUnit && !/\b(?:nego|harga|nett|diskon)\b/.test(plain);
}

function detailIntent(sighting: Sighting, attributeAt: number | undefined): FoundIntent[] {
  if (attributeAt !== undefined) return [{ intent: "unit_detail", at: attributeAt, confidence: 0.95 }];
  if (!asksDetail(sighting)) return [];
  const at = sighting.plain.search(/detail|spe[ck]|informasi|rincian|keterangan/);
  return [{ intent: "unit_detail", at, confidence: 0.95 }];
}

/** What no rule covers: a bare "berapa", an offer, a time to come, a search. */
function uncovered(
  sighting: Sighting,
  found: readonly FoundIntent[],
  findings: Findings,
  priceAt: number | null,
): FoundIntent[] {
  const has = (...intents: CustomerIntent[]) => found.some(({ intent }) => intents.includes(intent));
  const more: FoundIntent[] = [];

  const isApart = !has("credit") || isOfferOnUnit(sighting);
  if (findings.hasOffer && isApart && !has("negotiate", "trade_in")) {
    more.push({ intent: "negotiate", at: sighting.plain.search(/\d/), confidence: 0.8 });
  }
  if (priceAt !== null && !has("price")) more.push({ intent: "price", at: priceAt, confidence: 0.85 });
  if (sighting.context.asked === "visit_time" && findings.hasVisitTime && !has("hours"))
    more.push({ intent: "visit", at: 0, confidence: 0.95 });
  const searchAt = searchPlace(sighting, [...found, ...more], findings);
  if (searchAt !== null) more.push({ intent: "stock_search", at: searchAt, confidence: 0.85 });
  return more;
}

/** When no rule speaks: the pick, the answer to the question asked, the criteria, a hint, else nothing of ours. */
function fallback(sighting: Sighting, findings: Findings): { intent: CustomerIntent; confidence: number } {
  const { context, plain, cars, codes } = sighting;
  if (context.asked === "name" && findings.hasName) return { intent: "affirm", confidence: 0.95 };
  if (context.asked === "visit_time" && findings.hasVisitTime) return { intent: "visit", confidence: 0.95 };
  if (context.asked === "budget" && findings.hasCriteria) return { intent: "stock_search", confidence: 0.95 };
  if (findings.hasPick || codes.length > 0) return { intent: "select", confidence: 0.8 };
  const hasCar = findings.hasCriteria || cars.length > 0;
  // A sum of money to spend is a wish of its own; it points at none of the units listed.
  if (findings.hasCriteria && /^(?:budget|bajet|dana|modal|anggaran)\b/.test(plain))
    return { intent: "stock_search", confidence: 0.8 };
  const isKeen = /\b(?:tertarik|minat|berminat)\b/.test(plain);
  if (isKeen && (hasCar || context.unit !== undefined)) return { intent: "select", confidence: 0.95 };
  const isPick = context.listed !== undefined || context.asked === "unit";
  if (hasCar && (isPick || pointsAtOne(sighting))) return { intent: "select", confidence: 0.8 };
  if (hasCar) return { intent: "stock_search", confidence: 0.7 };
  if (isPick && /\byang\b/.test(plain)) return { intent: "select", confidence: 0.7 };
  if (/\bsudah (?:beli|dapat|dapet|ambil)\b/.test(plain)) return { intent: "deny", confidence: 0.7 };
  if (isClosing(plain)) return { intent: "thanks", confidence: 0.8 };
  if (findings.hasName) return { intent: "affirm", confidence: 0.7 };
  return guess(sighting, findings);
}

function guess(sighting: Sighting, findings: Findings): { intent: CustomerIntent; confidence: number } {
  const hinted = hintedIntent(sighting);
  if (hinted) return { intent: hinted, confidence: 0.5 };
  if (findings.hasVisitTime) return { intent: "visit", confidence: 0.5 };
  return { intent: "off_topic", confidence: 0.3 };
}
