import type { Faq } from "@/backend/features/assistant";
import type { LeadSignal } from "@/backend/features/leads";
import type { Reply } from "@/backend/features/whatsapp";
import type { Memory } from "./memory";
import type { Contribution, SeenSignal } from "./talk";

/** One answer made of what each intent contributed. */
export type Answer = {
  text: string;
  images: Reply[];
  memory: Partial<Memory>;
  signals: SeenSignal[];
  handover: LeadSignal | null;
  attention: string | null;
  question: Contribution["question"] | null;
  faqs: Faq[];
};

/** The strongest reason for a person comes first in this order. */
const BY_STRENGTH: LeadSignal[] = [
  "reserve",
  "made_offer",
  "visit",
  "credit_numbers",
  "negotiates",
  "trade_in",
  "asked_for_person",
  "complaint",
];

export function mergeContributions(contributions: readonly Contribution[], hello: string | null): Answer {
  const parts = unique(contributions.flatMap((contribution) => contribution.parts ?? []));
  const closing = contributions.findLast((contribution) => contribution.closing)?.closing;
  const text = [...parts, ...(closing ? [closing] : [])].join("\n\n");
  const handovers = contributions.flatMap(({ handover }) => handover ?? []);
  return {
    text: hello && text ? `${hello} ${text}` : text,
    images: contributions.flatMap(({ images }) => images ?? []),
    memory: Object.assign({}, ...contributions.map(({ memory }) => memory ?? {})),
    signals: contributions.flatMap(({ signals }) => signals ?? []),
    handover: BY_STRENGTH.find((signal) => handovers.includes(signal)) ?? null,
    attention: contributions.findLast(({ attention }) => attention)?.attention ?? null,
    question: contributions.find(({ question }) => question)?.question ?? null,
    faqs: contributions.flatMap(({ faq }) => faq ?? []),
  };
}

function unique(parts: string[]): string[] {
  return [...new Set(parts)];
}
