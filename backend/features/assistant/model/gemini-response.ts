import { z } from "zod";
import { codeWord, toAnswer, tokenCount } from "./answer-text";
import { type ModelAnswer, modelFailure, type TokenCount } from "./language-model";

const partSchema = z.object({ text: z.string().nullish(), thought: z.boolean().nullish() });
const candidateSchema = z.object({
  content: z.object({ parts: z.array(partSchema).nullish() }).nullish(),
  finishReason: z.string().nullish(),
});
const responseSchema = z.object({
  candidates: z.array(candidateSchema).nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: z
    .object({ promptTokenCount: tokenCount, candidatesTokenCount: tokenCount, thoughtsTokenCount: tokenCount })
    .nullish(),
  modelVersion: z.string().max(100).nullish().catch(null),
});

const BLOCKED = /SAFETY|RECITATION|LANGUAGE|BLOCKLIST|PROHIBITED|SPII/;

/** Reads a GenerateContentResponse; `model` is what was asked. */
export function readGeminiResponse(body: unknown, model: string): ModelAnswer {
  const parsed = responseSchema.safeParse(body);
  if (!parsed.success) return modelFailure("invalid", "the response has another shape");
  const { candidates, promptFeedback, usageMetadata, modelVersion } = parsed.data;
  const spent: TokenCount = {
    inputTokens: usageMetadata?.promptTokenCount ?? 0,
    outputTokens: (usageMetadata?.candidatesTokenCount ?? 0) + (usageMetadata?.thoughtsTokenCount ?? 0),
  };

  const candidate = candidates?.[0];
  if (!candidate) {
    const blockReason = promptFeedback?.blockReason;
    if (blockReason) return modelFailure("blocked", `the prompt was blocked: ${codeWord(blockReason)}`, { spent });
    return modelFailure("empty", "no candidates", { spent });
  }
  const finishReason = candidate.finishReason ?? "STOP";
  if (finishReason !== "STOP" && finishReason !== "FINISH_REASON_UNSPECIFIED") {
    // Cut, blocked, or something newer than this code: half a sentence about a car is worse than our own words.
    const kind = BLOCKED.test(finishReason) ? "blocked" : "empty";
    return modelFailure(kind, `finished with ${codeWord(finishReason)}`, { spent });
  }
  const parts = candidate.content?.parts ?? [];
  const text = parts.map((part) => (part.thought ? "" : (part.text ?? ""))).join("");
  return toAnswer(text, modelVersion ?? model, spent);
}
