/** A text model of any provider. Adapters turn every way a call can go wrong into a failure; nothing throws. */
export interface LanguageModel {
  /** Provider and model: "gemini:gemini-2.5-flash". */
  readonly name: string;
  /** One call, no retry. Gives up as soon as `signal` aborts: "timeout" when its reason is a TimeoutError, else "aborted". */
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelAnswer>;
}

export type ModelRequest = {
  system: string;
  /** Oldest first; the last one is the customer's. */
  messages: readonly ModelMessage[];
  /** 0 to 1. */
  temperature: number;
  maxOutputTokens: number;
};

export type ModelMessage = { role: "customer" | "assistant"; text: string };

export type TokenCount = { inputTokens: number; outputTokens: number };

export type ModelAnswer =
  | ({ ok: true /** Trimmed, never empty. */; text: string; model: string } & TokenCount)
  | ModelFailure;

export type ModelFailure = {
  ok: false;
  kind: ModelFailureKind;
  /** For the log: our own words and the provider's codes. Never a key, never what the provider wrote. */
  reason: string;
  /** When the provider says how long to wait. */
  retryAfterMs?: number;
  /** What a call cost that answered without an answer. */
  spent?: TokenCount;
};

export type ModelFailureKind =
  /** Key or account refused: somebody must act. */
  | "auth"
  | "bad_request"
  /** The model does not exist, not any more, or not for this account. */
  | "model_gone"
  /** Too many at once or per minute; a retry may help. */
  | "rate"
  /** Nothing left for the day, or no balance. */
  | "quota"
  | "unavailable"
  | "timeout"
  /** The caller gave up. */
  | "aborted"
  /** Safety stopped the question or the answer. */
  | "blocked"
  /** No text, or a text that was cut off. */
  | "empty"
  /** The answer cannot be read. */
  | "invalid"
  | "over_budget"
  | "circuit_open";

export function modelFailure(
  kind: ModelFailureKind,
  reason: string,
  extra: Pick<ModelFailure, "retryAfterMs" | "spent"> = {},
): ModelFailure {
  return { ok: false, kind, reason, ...extra };
}

/** The failure of a call whose signal has aborted. */
export function abortFailure(signal: AbortSignal): ModelFailure {
  const isTimeout = signal.reason instanceof Error && signal.reason.name === "TimeoutError";
  return isTimeout ? modelFailure("timeout", "no answer in time") : modelFailure("aborted", "the caller gave up");
}
