import { z } from "zod";
import type { TestTurn } from "@/frontend/dashboard/settings/test-chat-page";

export type TestChatState = { chatId: string; turns: TestTurn[]; memory: unknown };

const turnSchema = z.object({
  text: z.string(),
  reply: z.string(),
  images: z.number(),
  intents: z.array(z.string()),
  confidence: z.number(),
  isModelCalled: z.boolean(),
  facts: z.array(z.object({ term: z.string(), value: z.string() })),
});
const turnsSchema = z.array(turnSchema).max(50);

/** The state as hidden fields. */
export function carry({ chatId, turns, memory }: TestChatState): Record<string, string> {
  return { chatId, turns: JSON.stringify(turns), memory: JSON.stringify(memory ?? null) };
}

/** What the form brought back; what somebody has changed in it until it cannot be read begins anew. */
export function readCarried(text: (name: string) => string): TestChatState {
  const turns = turnsSchema.safeParse(parse(text("turns")));
  const chatId = z.uuid().safeParse(text("chatId"));
  if (!turns.success || !chatId.success) return { chatId: crypto.randomUUID(), turns: [], memory: undefined };
  return { chatId: chatId.data, turns: turns.data, memory: parse(text("memory")) ?? undefined };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
