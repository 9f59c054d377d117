import { z } from "zod";
import { loadKnowledge } from "@/backend/features/assistant";
import type { TenantProfile } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { parseInput } from "@/backend/platform/parse-input";
import { type CustomerDeps, nextMemory, recordOf } from "./customer/answer-customer";
import { emptyMemory, memorySchema } from "./customer/memory";
import { thinkUnseen, wordsOf } from "./customer/try-out";

const testChatSchema = z.object({
  text: z.string("Tulis pesannya.").trim().min(1, "Tulis pesannya.").max(1_000, "Paling panjang 1.000 huruf."),
  /** The id of this test conversation: budgets of models are counted by it. */
  chatId: z.uuid(),
  /** What the answer before this one gave back. */
  memory: memorySchema.optional(),
});

/** `memory`: as it came back with the answer before, from a form or a program. */
export type TestChatInput = { text: string; chatId: string; memory?: unknown };

export type TestChatAnswer = {
  reply: string;
  images: number;
  intents: readonly string[];
  confidence: number;
  slots: object;
  /** What the answer is made of: decision, cars, FAQs, signals, and what a model said or why it was not heard. */
  facts: unknown;
  isModelCalled: boolean;
  memory: z.output<typeof memorySchema>;
};

/** Answers as a customer would be answered, and writes nothing: no message, no lead, nobody is told. */
export async function testChat(
  deps: CustomerDeps,
  ctx: Ctx,
  input: TestChatInput,
  site: { tenant: TenantProfile; siteUrl: string },
): Promise<TestChatAnswer> {
  requireRole(ctx.actor, "owner", "admin");
  const { text, chatId, memory = emptyMemory } = parseInput(testChatSchema, input);
  const turn = {
    conversation: {
      id: chatId,
      persona: "tryout" as const,
      phone: null,
      name: "",
      deviceId: chatId,
      deviceNumber: "",
    },
    messages: [{ id: chatId, kind: "text", text, sentAt: ctx.clock.now() }],
    photos: [],
    photoRefusals: [],
  };
  const knowledge = await loadKnowledge(ctx);
  const thought = await thinkUnseen(deps, ctx, turn, { ...site, knowledge }, memory);
  const { reading } = thought.understood;
  return {
    reply: wordsOf(thought),
    images: thought.answer.images.length,
    intents: reading.intents,
    confidence: reading.confidence,
    slots: reading.slots,
    facts: recordOf(thought).facts,
    isModelCalled: thought.model !== null && thought.model.type !== "not_asked",
    memory: nextMemory(thought),
  };
}
