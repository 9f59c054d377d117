import { GoogleGenerativeAIFetchError } from "@google/generative-ai";
import { z } from "zod";
import { codeWord } from "./answer-text";
import { type ModelFailure, type ModelFailureKind, modelFailure } from "./language-model";

/** What the client threw; its messages carry the provider's text and stay out of the reason. */
export function geminiFailure(error: unknown): ModelFailure {
  if (error instanceof GoogleGenerativeAIFetchError && error.status !== undefined) {
    return refusal(error.status, readDetails(error.errorDetails));
  }
  if (isUnreadable(error)) return modelFailure("invalid", "the response is not JSON");
  return modelFailure("unavailable", "the connection failed");
}

/** A model that takes no such setting says so with a 400. */
export function refusesThinkingConfig(error: unknown): boolean {
  return (
    error instanceof GoogleGenerativeAIFetchError && error.status === 400 && /thinking|budget/i.test(error.message)
  );
}

function refusal(status: number, details: Details): ModelFailure {
  const reason = details.reason ? `HTTP ${status} ${codeWord(details.reason)}` : `HTTP ${status}`;
  if (status === 429) return tooMany(reason, details);
  return modelFailure(details.reason?.startsWith("API_KEY_") ? "auth" : kindOf(status), reason);
}

/** The delay that comes with an exhausted day is the one of the minute: it would not help. */
function tooMany(reason: string, { quotaIds, retryDelayMs }: Details): ModelFailure {
  if (quotaIds.some((id) => /PerDay/i.test(id))) return modelFailure("quota", `${reason}, the day's quota is used up`);
  return modelFailure("rate", reason, retryDelayMs === null ? {} : { retryAfterMs: retryDelayMs });
}

function kindOf(status: number): ModelFailureKind {
  if (status === 401 || status === 403) return "auth";
  if (status === 404) return "model_gone";
  if (status === 408 || status >= 500) return "unavailable";
  return status >= 400 ? "bad_request" : "invalid";
}

type Details = { reason: string | null; quotaIds: string[]; retryDelayMs: number | null };

const detailSchema = z.object({
  reason: z.string().optional().catch(undefined),
  violations: z
    .array(z.object({ quotaId: z.string().catch("") }))
    .catch([])
    .default([]),
  retryDelay: z.string().optional().catch(undefined),
});

function readDetails(errorDetails: unknown): Details {
  const details = z
    .array(detailSchema.catch({ violations: [] }))
    .catch([])
    .parse(errorDetails);
  const seconds = details.map(({ retryDelay }) => /^(\d+(?:\.\d+)?)s$/.exec(retryDelay ?? "")?.[1]).find(Boolean);
  return {
    reason: details.find((detail) => detail.reason)?.reason ?? null,
    quotaIds: details.flatMap(({ violations }) => violations.map(({ quotaId }) => quotaId)),
    retryDelayMs: seconds === undefined ? null : Math.ceil(Number(seconds) * 1000),
  };
}

/** A body that parsed to something that is no object ends as a TypeError of the client; network errors carry a code. */
function isUnreadable(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  return error instanceof TypeError && !("code" in error);
}
