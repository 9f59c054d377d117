import { findUnits, type Unit } from "@/backend/features/cars";
import type { CustomerIntent } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import { hasCriteria } from "./criteria";
import { findCompared } from "./find-compared";
import { namedCodes } from "./named-models";
import { asksToBeTold } from "./notice-wish";
import { fits, pickListed } from "./pick-listed";
import { findAlternatives, findSimilar, searchStock } from "./search-stock";
import { isListed, type ListedUnit, type Subject, type Understood } from "./talk";

/** These are about one unit but go on without; the others ask which one is meant. */
const GENERAL_INTENTS = new Set<CustomerIntent>([
  ...(["credit", "visit", "trade_in", "delivery", "complaint", "contact_human", "affirm"] as const),
]);
const UNIT_INTENTS = new Set<CustomerIntent>([
  ...GENERAL_INTENTS,
  ...(["unit_availability", "unit_detail", "price", "negotiate", "reserve", "select"] as const),
]);
/** Where and when to come is asked of the place the unit stands at; several units make it no question of which. */
const BESIDE_UNIT = new Set<CustomerIntent>([...UNIT_INTENTS, ...(["location", "hours"] as const)]);

/** Which car or cars a turn is about: from codes, picks, words, the stock, and what was talked about before. */
export async function findSubject(ctx: Ctx, understood: Understood): Promise<Subject> {
  const { reading, memory, text } = understood;
  const { intents, slots } = reading;
  if (intents.includes("compare")) return { type: "compared", units: await findCompared(ctx, understood) };
  if (intents.includes("stock_search") && !slots.displayCode) return search(ctx, understood);

  const codes = namedCodes(text, slots);
  const units = await findUnits(ctx, [...new Set([...codes, ...memory.listed, ...(memory.unit ? [memory.unit] : [])])]);
  const named = units.find(({ displayCode }) => displayCode === slots.displayCode);
  if (slots.displayCode) return named ? aUnit(ctx, named) : { type: "unknown_code", code: slots.displayCode };
  const isBesideUnit = intents.some((intent) => BESIDE_UNIT.has(intent)) || asksToBeTold(text, memory);
  const known = isBesideUnit ? await amongKnown(ctx, understood, units) : null;
  const isAboutUnit = known?.type === "unit" || intents.some((intent) => UNIT_INTENTS.has(intent));
  return known && isAboutUnit ? known : { type: "none" };
}

/** Of the units listed and talked about, the one that is meant; else what the stock has. */
async function amongKnown(ctx: Ctx, understood: Understood, units: Unit[]): Promise<Subject | null> {
  const { reading, memory, text } = understood;
  const { slots, intents } = reading;
  const listed = memory.listed.flatMap((code) => units.filter((unit) => unit.displayCode === code)).filter(isListed);
  const current = units.find(({ displayCode }) => displayCode === memory.unit);
  const hasWords = hasCriteria(slots);
  if (listed.length > 0 && (hasWords || slots.ordinal !== undefined || intents.includes("select"))) {
    const picked = pickListed(text, slots, listed);
    if (picked.length === 1 && picked[0]) return { type: "unit", unit: picked[0] };
    if (picked.length > 1 && (!current || hasWords)) return { type: "which", units: picked };
  }
  if (current && (!hasWords || (isListed(current) && fits(current, slots)))) return aUnit(ctx, current);
  if (hasWords) return search(ctx, understood);
  return listed.length > 0 ? byWordsAlone(understood, listed) : null;
}

function byWordsAlone({ text, reading }: Understood, listed: ListedUnit[]): Subject {
  const picked = pickListed(text, reading.slots, listed);
  if (picked.length === 1 && picked[0]) return { type: "unit", unit: picked[0] };
  const isGeneral = reading.intents.every((intent) => GENERAL_INTENTS.has(intent) || !UNIT_INTENTS.has(intent));
  return isGeneral ? { type: "none" } : { type: "which", units: listed };
}

async function aUnit(ctx: Ctx, unit: Unit): Promise<Subject> {
  if (isListed(unit)) return { type: "unit", unit };
  return { type: "sold", unit, alternatives: await findSimilar(ctx, unit) };
}

/** A question about a car that only one fits is about that one; a search is answered as a list. */
async function search(ctx: Ctx, understood: Understood): Promise<Subject> {
  const found = await searchStock(ctx, understood);
  const [only] = found.cars;
  const isQuestion = !understood.reading.intents.includes("stock_search");
  if (only && isQuestion && found.total === 1 && found.relaxed.length === 0) {
    const [unit] = await findUnits(ctx, [only.displayCode]);
    if (unit) return aUnit(ctx, unit);
  }
  const alternatives = found.total === 0 ? await findAlternatives(ctx, understood.reading.slots) : [];
  return { type: "stock", found, alternatives };
}
