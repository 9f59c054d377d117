import type { SendFailureKind, SendResult } from "./gateway";
import { redactToken } from "./redact-body";
import { fieldFlag, fieldText, readJsonFields, storableText, type WebhookFields } from "./webhook-fields";

/** Fonnte's refusals in its own words, most specific first. Source: docs.fonnte.com/api-send-message. */
const refusals: [RegExp, SendFailureKind][] = [
  [/disconnect|not connect/i, "device_down"],
  [/quota/i, "quota"],
  [/token|unknown user|unauthori[sz]ed/i, "auth"],
  [/too many|rate limit|limit reached/i, "rate"],
  [/json/i, "rejected"],
  [/target/i, "bad_target"],
  [/\burl\b|\bfile\b/i, "media"],
];

const defaultRetryMs = 30_000;

/**
 * Refusals come with HTTP 200, so the body's `status` decides. Without one the request may still have been taken:
 * unknown, except for the HTTP errors that say it was not.
 */
export function readFonnteAnswer(response: Response, body: string, token: string): SendResult {
  const answer = parseAnswer(body);
  const isDecided = answer && /^(true|false|0|1)$/i.test(fieldText(answer, "status") ?? "");
  if (!isDecided) return readHttpStatus(response);
  if (fieldFlag(answer, "status")) return { ok: true, providerId: fieldText(answer, "id") ?? null };

  const reason = fieldText(answer, "reason", "detail", "message") ?? "refused without a reason";
  const kind = refusals.find(([pattern]) => pattern.test(reason))?.[1] ?? "rejected";
  return failure(kind, redactToken(reason, token), response);
}

function readHttpStatus(response: Response): SendResult {
  const { status } = response;
  if (status === 401 || status === 403) return failure("auth", `HTTP ${status}`, response);
  if (status === 429) return failure("rate", "HTTP 429", response);
  if (status >= 300 && status < 500 && status !== 408) return failure("rejected", `HTTP ${status}`, response);
  return failure("unknown", `HTTP ${status} without a readable result`, response);
}

function failure(kind: SendFailureKind, reason: string, response: Response): SendResult {
  const result: SendResult = { ok: false, kind, reason: storableText(reason).slice(0, 200) };
  return kind === "rate" ? { ...result, retryAfterMs: retryAfterMs(response) } : result;
}

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get("retry-after") ?? NaN);
  return seconds > 0 && seconds <= 3600 ? seconds * 1000 : defaultRetryMs;
}

function parseAnswer(body: string): WebhookFields | null {
  try {
    return readJsonFields(body);
  } catch {
    return null;
  }
}
