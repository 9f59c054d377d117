import { matchFaq } from "@/backend/features/assistant";
import type { CarCard } from "@/backend/features/cars";
import type { LeadSignal } from "@/backend/features/leads";
import { formatRupiahShort } from "@/backend/platform/money";
import { affordableBy } from "./affordable-price";
import { creditTopicOf, faqOnCredit } from "./credit-faq";
import { creditTermsOf } from "./credit-terms";
import { asksDownPayment, asksForAccount, asksToBook, hasPaid } from "./money-words";
import { ownCarSaid } from "./own-car";
import { inOwnersWords } from "./owners-words";
import { salesPromise, teamPromise } from "./person-promise";
import type { Contribution, ListedUnit, Talk } from "./talk";

const LEAST_SERIOUS_SHARE = 0.7;
const LONGEST_DETAIL_CHARS = 80;

/** A sum below the price is the sales' to answer: the listed price, the offer as noted, and who will write. */
export function answerNegotiate(talk: Talk, unit: ListedUnit | null): Contribution {
  const { say, understood, showroom } = talk;
  const { offer } = understood.reading.slots;
  const hints = showroom.knowledge.settings.negotiationHints ? say.negotiateWithSales() : say.noHintHere();
  const lines = [
    ...(unit ? [say.listedPriceOf(unit.publicName, unit.priceRupiah)] : []),
    ...(offer === undefined ? [] : [isSerious(offer, unit) ? say.offerNoted(offer) : say.offerPassedOn()]),
    `${hints} ${salesPromise(talk)}`,
  ];
  const signal: LeadSignal = offer === undefined ? "negotiates" : "made_offer";
  return {
    parts: [lines.join("\n")],
    signals: [{ signal, ...(offer !== undefined && { detail: formatRupiahShort(offer) }) }],
    handover: signal,
  };
}

/** A sum far below the price is not repeated: read alone it would look like ours. */
function isSerious(offer: number, unit: ListedUnit | null): boolean {
  return unit !== null && offer >= unit.priceRupiah * LEAST_SERIOUS_SHARE && offer <= unit.priceRupiah;
}

/** Papers and terms from the owner's FAQ; numbers named are noted and calculated by people with the leasing company. */
export function answerCredit(talk: Talk, unit: ListedUnit | null): Contribution {
  const { say, understood, showroom } = talk;
  const noted = creditPieces(talk, unit);
  const { faqs } = showroom.knowledge;
  const topic = creditTopicOf(understood.text);
  const onTopic = topic && faqOnCredit(topic, faqs);
  const own = onTopic ?? matchFaq(`kredit ${understood.text}`, faqs)?.faq;
  const faq = own ?? matchFaq("syarat kredit", faqs)?.faq;
  if (!own && asksForPenalty(understood.text)) {
    return {
      parts: [teamPromise(talk)],
      question: "unknown",
      attention: "unknown_question",
      signals: [{ signal: "asked_credit" }],
    };
  }
  const cheapest = noted.length === 0 && asksDownPayment(understood.text) ? cheapestFound(talk) : undefined;
  if (cheapest) {
    const { share } = affordableBy({});
    const usual = say.usualDownPayment((cheapest.priceRupiah * share) / 100, share);
    return {
      parts: [`${usual} ${say.creditBySales()}`],
      closing: say.askCreditNumbers(),
      signals: [{ signal: "asked_credit" }],
    };
  }
  const price = unit ? [say.listedPriceOf(unit.publicName, unit.priceRupiah)] : [];
  const creditPrice = unit?.creditPriceRupiah
    ? [say.creditPriceLine(unit.creditPriceRupiah, unit.creditMinTenorMonths)]
    : [];
  if (noted.length > 0) {
    const lines = [
      ...price,
      ...creditPrice,
      say.creditNoted(noted.join(", ")),
      `${say.creditBySales()} ${salesPromise(talk)}`,
    ];
    const detail = noted.join(", ");
    return { parts: [lines.join("\n")], signals: [{ signal: "credit_numbers", detail }], handover: "credit_numbers" };
  }
  if (!onTopic && (topic === "leasing" || topic === "down_payment")) {
    return {
      parts: [[...price, ...creditPrice, say.leasingTermsBySales(), teamPromise(talk)].join("\n")],
      question: "unknown",
      attention: "unknown_question",
      signals: [{ signal: "asked_credit" }],
    };
  }
  return {
    parts: [[...price, ...creditPrice, ...(faq ? [inOwnersWords(talk, faq)] : []), say.creditBySales()].join("\n")],
    ...(!knowsTerms(talk) && { closing: say.askCreditNumbers() }),
    memory: { proposed: null },
    signals: [{ signal: "asked_credit" }],
    ...(faq && { faq }),
  };
}

/** "yang paling murah dp berapa": the first of the cars that were found by their price. */
function cheapestFound({ subject }: Talk): CarCard | undefined {
  return subject.type === "stock" && subject.found.orders[0] === "cheapest" ? subject.found.cars[0] : undefined;
}

/** What was told is not asked for again. */
function knowsTerms({ understood }: Talk): boolean {
  const { downPayment, downPaymentPercent, tenorMonths } = understood.memory.credit;
  return (downPayment ?? downPaymentPercent) !== undefined && tenorMonths !== undefined;
}

/** What the leasing company charges is in no FAQ of ours by another name. */
function asksForPenalty(text: string): boolean {
  return /\b(?:denda\w*|telat|terlambat|nunggak|pinalti|penalti|pinalty|penalty|late)\b/i.test(text);
}

/** The terms told now, with those told before; a question about the unit's instalments goes by the latter alone. */
function creditPieces({ say, understood }: Talk, unit: ListedUnit | null): string[] {
  const isToldNow = Object.keys(creditTermsOf(understood.reading.slots)).length > 0;
  const asksSums =
    unit !== null && /simulasi|hitung|cicil|angsur|kredit|nyicil|instal|per ?bulan/i.test(understood.text);
  if (!isToldNow && !asksSums) return [];
  if (/\b(?:syarat|dokumen|leasing|bunga)\b/i.test(understood.text) && !isToldNow) return [];
  const { downPayment, downPaymentPercent, tenorMonths, instalment } = understood.memory.credit;
  return [
    downPayment === undefined ? "" : downPayment === 0 ? say.withoutDownPayment() : say.downPayment(downPayment),
    downPaymentPercent === undefined ? "" : say.downPaymentPercent(downPaymentPercent),
    instalment === undefined ? "" : say.instalment(instalment),
    tenorMonths === undefined ? "" : say.tenor(tenorMonths),
  ].filter(Boolean);
}

export function answerTradeIn(talk: Talk): Contribution {
  const { say, understood } = talk;
  const goesOn = answerOwnCar(talk);
  if (goesOn) return goesOn;
  const { tradeInBrand, tradeInModel, tradeInYear } = understood.reading.slots;
  const car = [tradeInModel ?? tradeInBrand, tradeInYear].filter(Boolean).join(" ");
  return {
    parts: [`${car ? say.tradeInNoted(car) : say.tradeInWelcome()} ${salesPromise(talk)}`],
    closing: say.askTradeIn(),
    memory: { proposed: null, ownCar: "trade_in" },
    signals: [{ signal: "trade_in", ...(car && { detail: car }) }],
    handover: "trade_in",
  };
}

/** Somebody wants to sell to the showroom: no lead for a car, but somebody of the team should look. */
export function answerSellCar(talk: Talk): Contribution {
  const { say, understood } = talk;
  const goesOn = answerOwnCar(talk);
  if (goesOn) return goesOn;
  const { model, brand, yearMin } = understood.reading.slots;
  const car = [model ?? brand, yearMin].filter(Boolean).join(" ") || say.yourCar();
  return {
    parts: [`${say.sellNoted(car)} ${teamPromise(talk)}`],
    closing: say.askSellDetails(),
    memory: { ownCar: "sell_car" },
    attention: "sell_car",
  };
}

/** What is said on after the customer's own car was offered: its price, its photos, how it goes on. */
function answerOwnCar(talk: Talk): Contribution | null {
  const { say, understood } = talk;
  const said = ownCarSaid(understood.reading, understood.text, understood.memory);
  const attention = understood.memory.ownCar === "sell_car" ? { attention: "sell_car" } : {};
  if (said?.type === "sending") return { parts: [say.ownPhotosHere()], ...attention };
  if (said?.type === "price")
    return { parts: [`${say.ownPriceNoted(said.rupiah)} ${teamPromise(talk)}`], ...attention };
  if (said?.type === "facts") return { ...ownFactsNoted(talk), ...attention };
  return said ? { parts: [teamPromise(talk)], question: "unknown", attention: "unknown_question" } : null;
}

/** Sales read the facts as they were typed; photos are what is still missing. */
function ownFactsNoted(talk: Talk): Contribution {
  const { say, understood } = talk;
  const isTradeIn = understood.memory.ownCar === "trade_in";
  const detail = understood.text.trim().slice(0, LONGEST_DETAIL_CHARS);
  return {
    parts: [`${say.ownFactsNoted()} ${isTradeIn ? salesPromise(talk) : teamPromise(talk)}`],
    closing: say.askOwnPhotos(),
    ...(isTradeIn && { signals: [{ signal: "trade_in" as const, detail }] }),
  };
}

/** Nobody is told an account number by a bot; who asks for it, or has paid, is no new reservation. */
export function answerReserve(talk: Talk, unit: ListedUnit | null): Contribution {
  const { say, understood, showroom } = talk;
  const base = { signals: [{ signal: "reserve" as const, ...(unit && { detail: unit.publicName }) }] };
  if (hasPaid(understood.text)) {
    const parts = [`${say.personComing()} ${salesPromise(talk)}`];
    return { ...base, parts, handover: "reserve", attention: "asked_for_person" };
  }
  const isAccountAsked = asksForAccount(understood.text);
  if (isAccountAsked && !asksToBook(understood.text)) {
    return { ...base, parts: [[say.accountBySales(), salesPromise(talk)].join("\n")], handover: "reserve" };
  }
  const faq = matchFaq(`booking tanda jadi ${understood.text}`, showroom.knowledge.faqs);
  const caution = isAccountAsked ? say.accountBySales() : say.reserveCaution();
  const head = unit ? say.reserveNoted(unit.publicName) : say.reserveGeneral();
  return {
    parts: [[head, ...(faq ? [inOwnersWords(talk, faq.faq)] : []), caution, salesPromise(talk)].join("\n")],
    ...base,
    handover: "reserve",
    ...(faq && { faq: faq.faq }),
  };
}
