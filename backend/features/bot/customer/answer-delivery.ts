import { type Faq, matchFaq } from "@/backend/features/assistant";
import { inOwnersWords } from "./owners-words";
import { teamPromise } from "./person-promise";
import type { Contribution, Talk } from "./talk";

/** What the owner says of delivery, once; then what is known of the city, and that people check the rest. */
export function answerDelivery(talk: Talk): Contribution {
  const { say, understood, showroom } = talk;
  const { city, deliveryTold } = understood.memory;
  const isNewCity =
    understood.reading.slots.city !== undefined && understood.reading.slots.city !== understood.cityBefore;
  const isTold = deliveryTold !== null && !isNewCity;
  const faq = isTold ? null : (matchFaq(`kirim luar kota ${understood.text}`, showroom.knowledge.faqs)?.faq ?? null);
  const memory = { deliveryTold: faq ? ("faq" as const) : ("general" as const) };
  const head = faq ? [inOwnersWords(talk, faq)] : [];
  if (city) {
    const of = faq ? (isNamedIn(faq, city) ? [] : [say.deliveryNotNamed(city)]) : [say.deliveryTo(city)];
    const parts = [[...head, ...of, teamPromise(talk)].join("\n")];
    return { parts, memory, question: "unknown", attention: "delivery", ...(faq && { faq }) };
  }
  if (isTold && deliveryTold === "general") {
    return { parts: [teamPromise(talk)], closing: say.askCity(), question: "unknown", attention: "delivery" };
  }
  const parts = faq ? head : [say.deliveryGeneral()];
  return { parts, closing: say.askCity(), memory, ...(faq && { faq }) };
}

function isNamedIn({ question, answer }: Faq, city: string): boolean {
  const words = `${question} ${answer}`.toLowerCase();
  return words.includes(city.toLowerCase()) || /\b(?:seluruh|semua) (?:kota|indonesia|nusantara|wilayah)\b/.test(words);
}
