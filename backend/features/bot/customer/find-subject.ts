import { carsAtBranch, findUnits, type Unit } from "@/backend/features/cars";
import { type CustomerIntent, parseSearchQuery } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import { bothMeant } from "./both-meant";
import { featureWords, hasCriteria, ownCriteria, wantedCriteria } from "./criteria";
import { isAskedOfEach } from "./each-listed";
import { findCompared } from "./find-compared";
import { findOthers } from "./find-others";
import { namedCodes } from "./named-models";
import { asksToBeTold } from "./notice-wish";
import { fits, pickListed } from "./pick-listed";
import { findAlternatives, findSimilar, lowestPriced, searchStock } from "./search-stock";
import { isListed, type ListedUnit, type Subject, type Understood } from "./talk";
import { findThrifty } from "./thriftiest";

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
  const { branch, isBranchStock } = understood;
  if (branch && isBranchStock)
    return { type: "at_branch", name: branch.name, cars: await carsAtBranch(ctx, branch.name) };
  if (intents.includes("stock_search") && !slots.displayCode) return aboutStock(ctx, understood);

  const codes = namedCodes(text, slots);
  const units = await findUnits(ctx, [...new Set([...codes, ...memory.listed, ...(memory.unit ? [memory.unit] : [])])]);
  const both = bothMeant(understood, units);
  if (both) return { type: "both", units: both };
  const named = units.find(({ displayCode }) => displayCode === slots.displayCode);
  if (slots.displayCode) return named ? aUnit(ctx, named) : { type: "unknown_code", code: slots.displayCode };
  const isBesideUnit = intents.some((intent) => BESIDE_UNIT.has(intent)) || asksToBeTold(text, memory);
  const known = isBesideUnit ? await amongKnown(ctx, understood, units) : null;
  const isAboutUnit =
    known?.type === "unit" || known?.type === "each" || intents.some((intent) => UNIT_INTENTS.has(intent));
  return known && isAboutUnit ? known : { type: "none" };
}

/** Others than the car in mind, the thriftiest, or a search. */
async function aboutStock(ctx: Ctx, understood: Understood): Promise<Subject> {
  const { memory, wish } = understood;
  if (wish.orders.includes("thriftiest")) return { type: "thrifty", cars: await findThrifty(ctx, understood) };
  const [code] = memory.unit ? [memory.unit] : memory.listed.length === 1 ? memory.listed : [];
  const [current] = code ? await findUnits(ctx, [code]) : [];
  const others = await findOthers(ctx, understood, current);
  if (others) return { type: "others", others };
  return (current && (await ofSameModel(ctx, understood, current))) ?? search(ctx, understood);
}

/** "hybrid?" of an Innova that is none asks for an Innova that is. */
async function ofSameModel(ctx: Ctx, understood: Understood, current: Unit): Promise<Subject | null> {
  const { fuel, transmission, color, ...rest } = understood.wish.limits;
  const asked = { ...(fuel && { fuel }), ...(transmission && { transmission }), ...(color && { color }) };
  const isOneProperty = Object.keys(asked).length === 1 && Object.keys(rest).length === 0;
  const isShort = understood.text.trim().split(/\s+/).length <= LONGEST_PROPERTY_QUESTION;
  const namesOther = understood.reading.slots.brand !== undefined;
  const isChoice = /\b(?:apa|atau)\b.*\b(?:matic|manual|diesel|bensin|hybrid|listrik)\b/i.test(understood.text);
  if (!isOneProperty || !isShort || namesOther || isChoice || !isListed(current) || fits(current, asked)) return null;
  const criteria = { brand: current.brand, model: current.model, ...asked };
  const slots = { ...criteria };
  const found = await searchStock(ctx, {
    ...understood,
    reading: { ...understood.reading, intents: ["stock_search"], slots },
    memory: { ...understood.memory, criteria: {}, orders: [] },
  });
  return found.total > 0 && found.relaxed.length === 0 ? { type: "stock", found, alternatives: [] } : null;
}

const LONGEST_PROPERTY_QUESTION = 4;

/** Of the units listed and talked about, the one that is meant; else what the stock has. */
async function amongKnown(ctx: Ctx, understood: Understood, units: Unit[]): Promise<Subject | null> {
  const { reading, memory } = understood;
  const { slots, intents } = reading;
  const listed = memory.listed.flatMap((code) => units.filter((unit) => unit.displayCode === code)).filter(isListed);
  const current = units.find(({ displayCode }) => displayCode === memory.unit);
  const hasWords = hasCriteria(slots);
  if (current && intents.includes("unit_detail")) {
    const same = await ofSameModel(ctx, understood, current);
    if (same) return same;
  }
  if (slots.ordinal !== undefined && listed.length > 0) {
    const numbered = units.find(({ displayCode }) => displayCode === memory.listed[(slots.ordinal ?? 0) - 1]);
    if (numbered) return aUnit(ctx, numbered);
    if (intents.some((intent) => !GENERAL_INTENTS.has(intent))) return { type: "which", units: listed };
  }
  if (isNarrowing(understood)) {
    const narrower = await narrowed(ctx, understood, listed, current);
    if (narrower) return narrower;
  }
  if (listed.length > 0 && (hasWords || slots.ordinal !== undefined || intents.includes("select"))) {
    const picked = pickListed(pickingWords(understood), slots, listed, understood.wish);
    if (picked.length === 1 && picked[0]) return { type: "unit", unit: picked[0] };
    if (picked.length > 1 && (!current || hasWords)) return { type: "which", units: picked };
  }
  if (current && (!hasWords || (isListed(current) && fits(current, slots)))) return aUnit(ctx, current);
  if (hasWords || featureWords(understood).length > 0) return search(ctx, understood);
  return listed.length > 0 ? byWordsAlone(understood, listed) : null;
}

/** A list is made narrower: the one that is left of a whole list, else a new search by all that was said. */
async function narrowed(
  ctx: Ctx,
  understood: Understood,
  listed: ListedUnit[],
  current: Unit | undefined,
): Promise<Subject | null> {
  const { text, reading, memory, wish } = understood;
  const isWhole = !memory.hasMore;
  // Only words that are no criterion tell more: "yg hitam velg racing"; the 2018 of "diatas 2018" is no name.
  const unread = parseSearchQuery(text).rest.join(" ");
  const picked = pickListed(unread, { ...reading.slots, ...ownCriteria(understood) }, listed, wish);
  if (isWhole && picked.length === 1 && picked[0]) return { type: "unit", unit: picked[0] };
  const isSameUnit = isWhole && current && isListed(current) && fits(current, ownCriteria(understood));
  if (isSameUnit) return null;
  if (!wantedCriteria(understood).isNarrowed) return isWhole && picked.length > 0 ? null : search(ctx, understood);
  const subject = await search(ctx, understood);
  const isFound = subject.type !== "stock" || (subject.found.total > 0 && subject.found.relaxed.length === 0);
  return !isFound && picked.length > 1 ? { type: "which", units: picked } : subject;
}

/** Nothing but which cars of the list are wanted is said. */
function isNarrowing(understood: Understood): boolean {
  const { reading, memory, wish } = understood;
  const { slots, intents } = reading;
  const isPick =
    intents.includes("select") && intents.every((intent) => intent === "select" || GENERAL_INTENTS.has(intent));
  const saysWhich = Object.keys(ownCriteria(understood)).length > 0 || (wish.orders.length > 0 && memory.hasMore);
  return isPick && saysWhich && memory.listed.length > 1 && slots.ordinal === undefined;
}

function byWordsAlone(understood: Understood, listed: ListedUnit[]): Subject {
  const { reading, wish } = understood;
  const picked = pickListed(pickingWords(understood), reading.slots, listed, wish);
  if (picked.length === 1 && picked[0]) return { type: "unit", unit: picked[0] };
  if (isAskedOfEach(understood, listed)) return { type: "each", units: listed };
  return needsNoUnit(reading) ? { type: "none" } : { type: "which", units: listed };
}

/** "kalau cash dapat diskon?" is answered whatever the unit; an offer is one for some unit. */
function needsNoUnit({ intents, slots }: Understood["reading"]): boolean {
  return intents.every(
    (intent) =>
      GENERAL_INTENTS.has(intent) || !UNIT_INTENTS.has(intent) || (intent === "negotiate" && slots.offer === undefined),
  );
}

/**
 * The words that may tell which of the listed cars is meant. The "depan" of "jumat depan" and the "garansi" of "masih
 * garansi?" stand in some seller's notes too, and pick nothing there.
 */
function pickingWords({ text, reading: { intents }, memory }: Understood): string {
  const isAnswer = memory.waiting !== null && intents.includes("select");
  const isPick = isAnswer || intents.every((intent) => intent === "select" || intent === "affirm");
  return isPick || /\b(?:yg|yang|sing|seng|the)\b/i.test(text) ? text : "";
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
  const isBeyond = found.total === 0 && found.affordableRupiah !== null;
  const alternatives = isBeyond
    ? await lowestPriced(ctx, found.criteria)
    : found.total === 0
      ? await findAlternatives(ctx, found.criteria)
      : [];
  return { type: "stock", found, alternatives };
}
