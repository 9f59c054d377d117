import type { CustomerIntent, UnitAttribute } from "@/backend/features/language";
import { formatRupiah } from "@/backend/platform/money";
import type { Phrases } from "./copy/tone";
import { teamPromise } from "./person-promise";
import type { Contribution, ListedUnit, Talk, Understood } from "./talk";
import { type UnitFacts, unitFacts } from "./unit-facts";

const MOST_AT_ONCE = 5;
const TOLD_OF_EACH = new Set<CustomerIntent>([
  ...(["unit_detail", "price", "location", "select", "affirm", "greeting", "thanks"] as const),
]);
/** Pictures of five cars are no answer to a question about one. */
const SHOWN = new Set<UnitAttribute>(["photos", "video"]);
const ASKED_OF_CARS =
  /\b(?:ini|itu|tadi|unit\p{L}*|mobil\p{L}*|cabang\p{L}*|semua\p{L}*|kabeh|they|these|those|cars?|branch)\b/iu;

/** "itu cc brp" of a short list nobody picked from is told of each; where they stand only when the cars are meant. */
export function isAskedOfEach({ reading, text }: Understood, listed: readonly ListedUnit[]): boolean {
  const { intents, slots } = reading;
  const isFew = listed.length >= 2 && listed.length <= MOST_AT_ONCE;
  if (!isFew || !intents.every((intent) => TOLD_OF_EACH.has(intent))) return false;
  if (intents.includes("location") && !ASKED_OF_CARS.test(text)) return false;
  const asked = slots.attributes ?? [];
  if (asked.some((attribute) => SHOWN.has(attribute))) return false;
  return asked.length > 0 || intents.includes("price") || intents.includes("location");
}

/** One line for each car under its number; what is the same for all is said once. */
export function answerEachListed(talk: Talk, units: readonly ListedUnit[]): Contribution {
  const { say, understood } = talk;
  const { intents, slots } = understood.reading;
  const attributes = slots.attributes ?? [];
  const facts = units.map((unit) => unitFacts(unit, attributes, talk, { isBrief: true }));
  const missing = attributes.filter((attribute) => facts.some((fact) => fact.missing.includes(attribute)));
  const prices = units.map((unit) => (intents.includes("price") ? [formatRupiah(unit.priceRupiah)] : []));
  const lines = facts.map((fact, index) => [...fact.lines, ...(prices[index] ?? [])].join(". "));
  const isSame = lines.every((line) => line === lines[0]);
  const topics = missing.map((attribute) => topicOf(say, attribute, units, facts)).join(", ");
  const told = isSame ? (lines[0] ?? "") : numbered(units, lines);
  return {
    parts: [...(told ? [told] : []), ...(topics ? [`${say.notOnRecord(topics)} ${teamPromise(talk)}`] : [])],
    closing: say.askWhich(),
    memory: listOf(units),
    signals: [{ signal: "asked_details" }],
    ...(topics && { question: "unknown" as const, attention: "unknown_question" }),
  };
}

/** "pajak", or "pajak #A02" where it is known of the others. */
function topicOf(say: Phrases, attribute: UnitAttribute, units: readonly ListedUnit[], facts: UnitFacts[]): string {
  const unknown = units.filter((_, index) => facts[index]?.missing.includes(attribute));
  const codes = unknown.length < units.length ? unknown.map(({ displayCode }) => displayCode) : [];
  return [say.topic(attribute), codes.join(" & ")].filter(Boolean).join(" ");
}

export function numbered(units: readonly ListedUnit[], lines: readonly string[]): string {
  return units
    .flatMap(({ publicName }, index) => (lines[index] ? [`${index + 1}. *${publicName}*: ${lines[index]}`] : []))
    .join("\n");
}

function listOf(units: readonly ListedUnit[]) {
  const listed = units.map(({ displayCode }) => displayCode);
  return { unit: null, listed, asked: "unit" as const, proposed: "unit" as const };
}
