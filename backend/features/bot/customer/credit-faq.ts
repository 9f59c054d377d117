import type { Faq } from "@/backend/features/assistant";
import { normalizeText } from "@/backend/features/language";

/** What of a credit only the owner can tell, or the people who make it. */
export type CreditTopic = "leasing" | "down_payment" | "income";

const ASKED: [CreditTopic, RegExp][] = [
  ["income", /\b(?:wira ?(?:swasta|usaha)|pengusaha|usaha|umkm|freelance\w*|slip gaji|self[- ]employed|pay ?slip)\b/i],
  ["leasing", /\bleasing\w*\b.*\b(?:apa|mana|siapa|berapa)\b|\b(?:apa|mana) (?:saja )?leasing\w*|\bwhich leasing\b/i],
  [
    "down_payment",
    /\b(?:dp|uang muka|down payment)\w*\b.*\b(?:min|minim\w*|paling|ter(?:kecil|endah|ringan|murah)|mulai)\b|\b(?:min|minim\w*|mulai|lowest|smallest) (?:dp|uang muka|down payment)/i,
  ],
];
const SPEAKS: Record<CreditTopic, RegExp> = {
  income: /\b(?:wira ?(?:swasta|usaha)|pengusaha|usaha|umkm|slip gaji|self[- ]employed|pay ?slip)\b/i,
  leasing: /\bleasing\w*\b/i,
  down_payment: /\b(?:dp|uang muka|down payment)\w*\b/i,
};
const ON_CREDIT = /\b(?:kredit|leasing|dp|uang muka|cicil\w*|angsur\w*|credit|instal\w*)\b/i;

export function creditTopicOf(text: string): CreditTopic | null {
  const plain = normalizeText(text);
  return ASKED.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** The owner's answer about credit that speaks of it: in its question, else anywhere. */
export function faqOnCredit(topic: CreditTopic, faqs: readonly Faq[]): Faq | null {
  const speaks = SPEAKS[topic];
  const onCredit = faqs.filter(({ question, answer }) =>
    ON_CREDIT.test(topic === "income" ? question : question + answer),
  );
  return (
    onCredit.find(({ question }) => speaks.test(question)) ?? onCredit.find(({ answer }) => speaks.test(answer)) ?? null
  );
}
