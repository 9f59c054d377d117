import { z } from "zod";
import { type ModelAnswer, modelFailure, type TokenCount } from "./language-model";

const MAX_TEXT_LENGTH = 20_000;
const MAX_TOKENS = 10_000_000;

/** A finished text as an answer; without words it is a failure. */
export function toAnswer(text: string, model: string, spent: TokenCount): ModelAnswer {
  const clean = withoutControls(text).trim();
  if (clean.length > MAX_TEXT_LENGTH) return modelFailure("invalid", "the text is far too long", { spent });
  if (!clean) return modelFailure("empty", "finished without text", { spent });
  return { ok: true, text: clean, model, ...spent };
}

/** A provider's count of tokens: what is no sensible number counts as 0, so that it never reaches a sum. */
export const tokenCount = z.number().int().min(0).max(MAX_TOKENS).catch(0).default(0);

/** A provider's code in a reason: "MAX_TOKENS", "rate_limit", "1302". Whatever else stands there could be text, or a key. */
export function codeWord(value: unknown): string {
  const word = typeof value === "number" ? String(value) : value;
  return typeof word === "string" && /^(?:[A-Z][A-Z_]{1,39}|[a-z][a-z_]{1,39}|\d{3,5})$/.test(word) ? word : "another";
}

/** Postgres refuses NUL, and nobody should be sent the others. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, "");
}
