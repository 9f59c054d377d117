import { askedAttributes, asksDetail } from "./asked-attributes";
import { barePriceAt } from "./bare-price";
import type { CustomerIntent, UnitAttribute } from "./customer-message";
import { decidingRules } from "./deciding-rules";
import { placeOf } from "./intent-rule";
import { searchPlace } from "./search-wish";
import { serviceRules } from "./service-rules";
import { withoutShadowed } from "./shadows";
import { isClosing, shortAnswer } from "./short-answers";
import type { Sighting } from "./sighting";
import { unitRules } from "./unit-rules";

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

/** An intent and where in the plain text it begins. */
export type FoundIntent = { intent: CustomerIntent; at: number };

/** The intent that alone decides a message, if any: complaints, wishes about data and messages, spam. */
export function decidingIntent({ plain }: Sighting): CustomerIntent | null {
  return decidingRules.find((rule) => placeOf(rule, plain) !== null)?.intent ?? null;
}

/** The intents of a message in the order of its text, and the properties asked about. */
export function readIntents(sighting: Sighting, findings: Findings): IntentReading {
  const answer = shortAnswer(sighting);
  if (answer && !findings.hasPick && !findings.hasName) return { intents: [answer], attributes: [] };

  const said = [...unitRules, ...serviceRules].flatMap((rule) => {
    const at = placeOf(rule, sighting.plain);
    return at === null ? [] : [{ intent: rule.intent, at }];
  });
  const asked = askedAttributes(sighting, said, findings);
  const found = [...said, ...detailIntent(sighting, asked[0]?.at)];
  found.push(...uncovered(sighting, found, findings, barePriceAt(sighting.plain, found, asked)));

  const kept = withoutShadowed(sighting, found, findings).sort((left, right) => left.at - right.at);
  const intents = [...new Set(kept.map(({ intent }) => intent))];
  if (intents.length === 0) return { intents: [fallback(sighting, findings)], attributes: [] };
  const isDetail = intents.includes("unit_detail");
  return { intents, attributes: isDetail ? [...new Set(asked.map(({ attribute }) => attribute))] : [] };
}

function detailIntent(sighting: Sighting, attributeAt: number | undefined): FoundIntent[] {
  if (attributeAt !== undefined) return [{ intent: "unit_detail", at: attributeAt }];
  if (!asksDetail(sighting)) return [];
  return [{ intent: "unit_detail", at: sighting.plain.search(/detail|spe[ck]|informasi|rincian|keterangan/) }];
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

  if (findings.hasOffer && !has("negotiate", "credit", "trade_in")) {
    more.push({ intent: "negotiate", at: sighting.plain.search(/\d/) });
  }
  if (priceAt !== null && !has("price")) more.push({ intent: "price", at: priceAt });
  if (sighting.context.asked === "visit_time" && findings.hasVisitTime) more.push({ intent: "visit", at: 0 });
  const searchAt = searchPlace(sighting, [...found, ...more], findings);
  if (searchAt !== null) more.push({ intent: "stock_search", at: searchAt });
  return more;
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
  if (/\bsudah (?:beli|dapat|dapet|ambil)\b/.test(plain)) return "deny";
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
