import type { WebhookRequest } from "./gateway";
import { readWebhookPairs, storableText } from "./webhook-fields";

const secretName = /token|api[_-]?key|secret|password|authorization/i;

/**
 * A webhook body as JSON text with every credential, at any depth, replaced by "[redacted]". Forms become JSON too. What
 * cannot be parsed cannot be redacted with certainty: then only its size is told.
 */
export function redactWebhookBody(request: WebhookRequest): string {
  try {
    return JSON.stringify(Object.fromEntries(readWebhookPairs(request)), redactSecret);
  } catch {
    return `[unreadable body, ${request.body.byteLength} bytes]`;
  }
}

/** Removes a known token from text written by somebody else. */
export function redactToken(text: string, token: string | null): string {
  return token ? text.replaceAll(token, "[redacted]") : text;
}

function redactSecret(name: string, value: unknown): unknown {
  if (secretName.test(name)) return "[redacted]";
  if (typeof value === "string") return storableText(value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storableText(key), item]));
}
