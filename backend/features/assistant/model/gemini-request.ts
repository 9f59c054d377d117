import type { Content, GenerateContentRequest, GenerationConfig } from "@google/generative-ai";
import { toTurns } from "./conversation-turns";
import type { ModelRequest } from "./language-model";

/** Newer than the client's types; it is sent as it is. */
export type ThinkingConfig = { thinkingBudget: number } | { thinkingLevel: "minimal" };

/** Null when the conversation does not end with the customer. */
export function toGeminiRequest(
  request: ModelRequest,
  thinkingConfig: ThinkingConfig | null,
): GenerateContentRequest | null {
  const turns = toTurns(request.messages);
  if (!turns) return null;
  const contents: Content[] = turns.map(({ role, text }) => ({
    role: role === "customer" ? "user" : "model",
    parts: [{ text }],
  }));
  const { temperature, maxOutputTokens } = request;
  const generationConfig: GenerationConfig & { thinkingConfig?: ThinkingConfig } = { temperature, maxOutputTokens };
  if (thinkingConfig) generationConfig.thinkingConfig = thinkingConfig;
  const system = request.system.trim();
  if (!system) return { contents, generationConfig };
  return { systemInstruction: { role: "system", parts: [{ text: system }] }, contents, generationConfig };
}

/**
 * As little thinking as the model allows: it costs seconds, and it counts against `maxOutputTokens`, so a short limit
 * would leave no text at all. Null where it cannot be chosen.
 */
export function thinkingConfigOf(model: string): ThinkingConfig | null {
  if (/^(models\/)?gemini-2\.5-flash/.test(model)) return { thinkingBudget: 0 };
  if (/^(models\/)?gemini-[3-9][\d.]*-flash/.test(model)) return { thinkingLevel: "minimal" };
  return null;
}
