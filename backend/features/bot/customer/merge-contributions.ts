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
  const parts = unique(withoutRepeatedLines(contributions));
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

/** The place that "di mana?" named is not named once more for the visit asked beside it. */
function withoutRepeatedLines(contributions: readonly Contribution[]): string[] {
  const said = new Set<string>();
  return contributions.flatMap(({ parts = [] }) => {
    const kept = parts.map((part) => part.split("\n").filter((line) => !line || !said.has(line)));
    for (const line of parts.flatMap((part) => part.split("\n"))) said.add(line);
    return kept.map((lines) => lines.join("\n")).filter(Boolean);
  });
}

function unique(parts: string[]): string[] {
  return [...new Set(parts)];
}
