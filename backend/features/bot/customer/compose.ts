import { matchFaq } from "@/backend/features/assistant";
import { type CustomerIntent, parseCustomerMessage } from "@/backend/features/language";
import { answerBranchStock } from "./answer-branch";
import { answerCompare } from "./answer-compare";
import { answerCredit, answerNegotiate, answerReserve, answerSellCar, answerTradeIn } from "./answer-dealing";
import { answerDelivery } from "./answer-delivery";
import { answerNotice } from "./answer-notice";
import { answerOthers, answerThrifty } from "./answer-others";
import { answerComplaint, answerContactHuman, answerUnknown } from "./answer-person";
import { answerHours, answerLocation } from "./answer-showroom";
import { answerAffirm, answerDeny, answerGreeting, answerOtherKinds, answerThanks } from "./answer-small-talk";
import { answerStock, askWhichUnit } from "./answer-stock";
import { answerAvailability, answerChosen, answerDetail, answerPrice, answerSold, answerWarranty } from "./answer-unit";
import { answerVisit, answerVisitCalledOff } from "./answer-visit";
import { isGuess, isRiskyGuess } from "./confidence";
import { creditTopicOf, faqOnCredit } from "./credit-faq";
import { answerEachListed } from "./each-listed";
import { besideTheWish } from "./notice-wish";
import { inOwnersWords } from "./owners-words";
import { unitInMind } from "./place";
import type { Contribution, ListedUnit, Talk } from "./talk";

const STRONG_FAQ_SCORE = 0.75;
const SMALL_TALK = new Set<CustomerIntent>(["greeting", "thanks", "affirm", "deny"]);

/** What the rules and the data have to say to a turn, one contribution per thing said. Pure. */
export function compose(talk: Talk): Contribution[] {
  const { reading, otherKinds, text } = talk.understood;
  const others = otherKinds.length > 0 ? [answerOtherKinds(talk, otherKinds)] : [];
  if (!text.trim()) return others;

  const calledOff = answerVisitCalledOff(talk);
  if (calledOff) return [calledOff, ...others];
  const notice = answerNotice(talk);
  if (notice) {
    const dealings = dealingsBesideNotice(talk);
    return [...without(dealings.map((intent) => answerIntent(talk, intent, dealings))), notice, ...others];
  }
  if (isRiskyGuess(reading)) return [answerOffTopic(talk), ...others];
  const intents = meantIntents(reading.intents);
  const answers = intents.map((intent) => answerIntent(talk, intent, intents));
  const escalated = hasEscalationWord(talk) && !intents.includes("contact_human") ? [answerContactHuman(talk)] : [];
  return [...without(answers), ...escalated, ...others];
}

const DEALINGS = new Set<CustomerIntent>([
  ...(["complaint", "visit", "reserve", "contact_human", "negotiate"] as const),
  ...(["credit", "trade_in", "sell_car", "delivery"] as const),
]);

/** "besok saya ke sana jam 10, kalau ada perubahan kabarin ya": what was meant without the clause that asks to be told. */
function dealingsBesideNotice({ understood }: Talk): CustomerIntent[] {
  const { intents } = parseCustomerMessage(besideTheWish(understood.text));
  return understood.reading.intents.filter((intent) => DEALINGS.has(intent) && intents.includes(intent));
}

/** Courtesies beside a question need no answer of their own; a pick beside a question is part of it. */
function meantIntents(intents: readonly CustomerIntent[]): CustomerIntent[] {
  const questions = intents.filter((intent) => !SMALL_TALK.has(intent));
  const specific = questions.filter((intent) => intent !== "select" && intent !== "unit_availability");
  // That it is there is said with its price.
  if (questions.includes("unit_availability"))
    return questions.filter((intent) => intent !== "price" && intent !== "select");
  if (specific.length > 0 && questions.includes("select")) return specific;
  return questions.length > 0 ? questions : intents.slice(0, 1);
}

function answerIntent(talk: Talk, intent: CustomerIntent, all: readonly CustomerIntent[]): Contribution | null {
  switch (intent) {
    case "greeting":
      return answerGreeting(talk);
    case "thanks":
      return answerThanks(talk);
    case "affirm":
      return answerAffirm(talk);
    case "deny":
      return answerDeny(talk);
    case "location":
      return answerLocation(talk);
    case "hours":
      return answerHours(talk);
    case "sell_car":
      return answerSellCar(talk);
    case "trade_in":
      return answerTradeIn(talk);
    case "delivery":
      return answerDelivery(talk);
    case "contact_human":
      return answerContactHuman(talk);
    case "complaint":
      return answerComplaint(talk);
    case "compare":
      return answerCompare(talk, talk.subject.type === "compared" ? talk.subject.units : []);
    case "off_topic":
      return answerOffTopic(talk);
    case "opt_out":
    case "erase_data":
      return null;
    default:
      return answerAboutUnit(talk, intent, all);
  }
}

/** Questions that need a unit: about the one that is meant, else which one, else what the stock has. */
function answerAboutUnit(talk: Talk, intent: CustomerIntent, all: readonly CustomerIntent[]): Contribution | null {
  const { subject, say } = talk;
  const isFirst = all.find((other) => ABOUT_UNIT.has(other)) === intent;
  if (subject.type === "sold") return isFirst ? answerSold(talk, subject.unit, subject.alternatives) : null;
  if (subject.type === "unit") return answerOnUnit(talk, intent, subject.unit);
  if (subject.type === "at_branch") return isFirst ? answerBranchStock(talk, subject) : null;
  const general = intent === "unit_detail" && subject.type !== "stock" ? answerWarranty(talk) : null;
  if (general) return general;
  if (subject.type === "each") return isFirst ? answerEachListed(talk, subject.units) : null;
  if (subject.type === "others") return isFirst ? answerOthers(talk, subject.others) : null;
  if (subject.type === "thrifty") return isFirst ? answerThrifty(talk, subject.cars) : null;
  if (subject.type === "both") return isFirst ? answerEach(talk, subject.units) : null;
  if (subject.type === "stock" && isFirst) return withDealing(talk, intent, all);
  if (subject.type === "stock") return intent === "credit" ? answerCredit(talk, null) : null;
  if (subject.type === "unknown_code") {
    return isFirst
      ? { parts: [say.unknownCode(subject.code), say.allStock(talk.showroom.siteUrl)], closing: say.askWish() }
      : null;
  }
  if (intent === "visit") return answerVisit(talk);
  if (intent === "credit") return answerCredit(talk, null);
  if (subject.type === "which") return isFirst ? askWhich(talk, intent, subject.units) : null;
  if (intent === "reserve") return answerReserve(talk, null);
  if (intent === "negotiate") return answerNegotiate(talk, null);
  return isFirst ? askNameUnit(talk) : null;
}

/** An offer is passed on at once, and kept until it is known for which of the units it is. */
function askWhich(talk: Talk, intent: CustomerIntent, units: ListedUnit[]): Contribution {
  const question = askWhichUnit(talk, units);
  if (talk.understood.reading.slots.offer === undefined || intent !== "negotiate") return question;
  const { signals = [], handover } = answerNegotiate(talk, null);
  const parts = [talk.say.offerPassedOn(), ...(question.parts ?? [])];
  return { ...question, parts, signals, ...(handover && { handover }) };
}

/** What was asked of several units, of each. */
function answerEach(talk: Talk, units: ListedUnit[]): Contribution {
  const answers = units.map((unit) => answerDetail(talk, unit));
  const listed = units.map(({ displayCode }) => displayCode);
  return {
    parts: answers.flatMap(({ parts }) => parts ?? []),
    images: answers.flatMap(({ images }) => images ?? []),
    closing: talk.say.askPrefer(),
    memory: { unit: null, listed, hasMore: false, asked: "unit", proposed: "unit" },
    signals: answers[0]?.signals ?? [],
    ...(answers.some(({ question }) => question) && { question: "unknown" as const, attention: "unknown_question" }),
  };
}

const ABOUT_UNIT = new Set<CustomerIntent>([
  ...([
    "stock_search",
    "unit_availability",
    "unit_detail",
    "price",
    "negotiate",
    "credit",
    "visit",
    "reserve",
    "select",
  ] as const),
]);

function answerOnUnit(talk: Talk, intent: CustomerIntent, unit: ListedUnit): Contribution | null {
  switch (intent) {
    case "unit_availability":
      return answerAvailability(talk, unit);
    case "price":
      return answerPrice(talk, unit);
    case "unit_detail":
      return answerDetail(talk, unit);
    case "negotiate":
      return answerNegotiate(talk, unit);
    case "credit":
      return answerCredit(talk, unit);
    case "visit":
      return answerVisit(talk);
    case "reserve":
      return answerReserve(talk, unit);
    default:
      return answerChosen(talk, unit);
  }
}

/** The list, and what the customer wanted of it once one is chosen. */
function withDealing(talk: Talk, intent: CustomerIntent, all: readonly CustomerIntent[]): Contribution {
  const { subject } = talk;
  if (subject.type !== "stock") return {};
  const list = answerStock(talk, subject.found, subject.alternatives);
  const rest = all.filter(
    (other) => ABOUT_UNIT.has(other) && other !== "stock_search" && other !== "select" && other !== "price",
  );
  // A feature that was looked for is no question left open.
  if (subject.found.criteria.words) return list;
  if (subject.found.cars.length <= 1 || rest.length === 0 || intent === "credit") return list;
  const attributes = talk.understood.reading.slots.attributes ?? [];
  return { ...list, memory: { ...list.memory, waiting: { intents: rest, attributes } } };
}

function askNameUnit({ say, understood }: Talk): Contribution {
  const { intents, slots } = understood.reading;
  const waiting = { intents: intents.filter((intent) => intent !== "select"), attributes: slots.attributes ?? [] };
  return { parts: [], closing: say.askNameUnit(), memory: { asked: "unit", waiting } };
}

/** Spam and orders to the bot get a short no; what is merely not understood goes to FAQ, model or the team. */
function answerOffTopic(talk: Talk): Contribution {
  const { understood, showroom, say } = talk;
  const topic = isGuess(understood.reading) ? creditTopicOf(understood.text) : null;
  if (topic && faqOnCredit(topic, showroom.knowledge.faqs)) return answerCredit(talk, unitInMind(talk));
  const faq = matchFaq(understood.text, showroom.knowledge.faqs);
  if (faq) return { parts: [inOwnersWords(talk, faq.faq)], closing: say.askWish(), faq: faq.faq };
  if (!isGuess(understood.reading)) return { parts: [say.onlyCars(showroom.tenant.name)] };
  const words = understood.text.match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 2) return { parts: [say.understoodNothing()] };
  return answerUnknown(talk);
}

/** An owner's answer that is plainly about what was asked stands in for a guess of the rules. */
export function faqInstead(talk: Talk): Contribution | null {
  const { understood, showroom, say } = talk;
  if (!isGuess(understood.reading)) return null;
  const match = matchFaq(understood.text, showroom.knowledge.faqs);
  return match && match.score >= STRONG_FAQ_SCORE
    ? { parts: [inOwnersWords(talk, match.faq)], closing: say.askWish(), faq: match.faq }
    : null;
}

function hasEscalationWord({ understood, showroom }: Talk): boolean {
  const text = understood.text.toLowerCase();
  return showroom.knowledge.settings.escalationWords.some((word) => text.includes(word.toLowerCase()));
}

function without(answers: readonly (Contribution | null)[]): Contribution[] {
  return answers.flatMap((answer) => answer ?? []);
}
