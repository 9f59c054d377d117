import { z } from "zod";
import { codeWord, toAnswer, tokenCount } from "./answer-text";
import { type ModelAnswer, type ModelFailureKind, modelFailure, type TokenCount } from "./language-model";

const responseSchema = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({ content: z.string().nullish() }).nullish(),
    }),
  ),
  usage: z.object({ prompt_tokens: tokenCount, completion_tokens: tokenCount }).nullish(),
  model: z.string().max(100).nullish().catch(null),
});

const FAILED: Record<string, ModelFailureKind> = {
  sensitive: "blocked",
  content_filter: "blocked",
  network_error: "unavailable",
  model_context_window_exceeded: "bad_request",
};

/** Reads a chat completion; `model` is what was asked. */
export function readChatResponse(body: unknown, model: string): ModelAnswer {
  const parsed = responseSchema.safeParse(body);
  if (!parsed.success) return modelFailure("invalid", "the response has another shape");
  const { choices, usage } = parsed.data;
  const spent: TokenCount = {
    inputTokens: usage?.prompt_tokens ?? 0,
    outputTokens: usage?.completion_tokens ?? 0,
  };

  const choice = choices[0];
  if (!choice) return modelFailure("empty", "no choices", { spent });
  const finishReason = choice.finish_reason ?? "stop";
  if (finishReason !== "stop") {
    // Cut, or something newer than this code: half a sentence about a car is worse than our own words.
    return modelFailure(FAILED[finishReason] ?? "empty", `finished with ${codeWord(finishReason)}`, { spent });
  }
  return toAnswer(withoutThoughts(choice.message?.content ?? ""), parsed.data.model ?? model, spent);
}

/** Self-hosted models write what they think into the text itself. */
function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?(<\/think>|$)/, "");
}
