import { z } from "zod";

import type { TestChatAnswer } from "@/backend/features/bot";
import { LEAD_SIGNALS, reasonOf } from "@/backend/features/leads";

const factsSchema = z.object({
  decision: z.string().catch(""),
  cars: z.array(z.string()).catch([]),
  faqs: z.array(z.string()).catch([]),
  signals: z.array(z.string()).catch([]),
  model: z
    .object({
      type: z.string(),
      model: z.string().optional(),
      reason: z.string().optional(),
      violations: z.array(z.unknown()).optional(),
    })
    .optional()
    .catch(undefined),
});

const DECISIONS: Record<string, string> = {
  template: "Dijawab dari stok dan data showroom",
  faq: "Dijawab dari FAQ",
  model_answer: "Jawaban model, lolos pengecekan fakta",
};
const MODEL_OUTCOMES: Record<string, string> = {
  answered: "menjawab",
  passed_on: "tidak tahu, diteruskan ke tim",
  failed: "gagal menjawab",
  blocked: "jawabannya ditahan karena tidak sesuai data",
};

/** What an answer is made of, as the owner may read it. */
export function factsInWords({ facts, slots }: TestChatAnswer): { term: string; value: string }[] {
  const { decision, cars, faqs, signals, model } = factsSchema
    .catch({ decision: "", cars: [], faqs: [], signals: [] })
    .parse(facts);
  const understood = Object.entries(slots).map(
    ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  return [
    { term: "Keputusan", value: decisionInWords(decision) },
    { term: "Mobil", value: cars.join(", ") },
    { term: "FAQ", value: faqs.length > 0 ? `${faqs.length} jawaban` : "" },
    { term: "Tanda minat", value: signals.map(signalInWords).join(", ") },
    { term: "Dipahami", value: understood.join(" · ") },
    { term: "Model", value: model ? `${model.model ?? "model"}: ${MODEL_OUTCOMES[model.type] ?? model.type}` : "" },
  ].filter(({ value }) => value !== "");
}

function signalInWords(signal: string): string {
  const known = LEAD_SIGNALS.find((name) => name === signal);
  return (known && reasonOf(known, undefined)) || signal;
}

function decisionInWords(decision: string): string {
  if (decision.startsWith("handover:")) return `Diserahkan ke sales: ${signalInWords(decision.slice(9))}`;
  if (decision.startsWith("ask_team:")) return "Diteruskan ke tim karena belum ada jawabannya";
  return DECISIONS[decision] ?? decision;
}
