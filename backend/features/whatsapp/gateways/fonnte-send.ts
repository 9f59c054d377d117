import { readFonnteAnswer } from "./fonnte-answer";
import type { GatewayDevice, OutgoingMessage, SendResult } from "./gateway";
import { parseWebUrl } from "./provider-values";
import { sendFailureOf } from "./send-failure";

export type FonnteSendOptions = { apiUrl: string; token: string | null; timeoutMs: number };

/**
 * POST {apiUrl}/send, one target per call (docs.fonnte.com/api-send-message). "Success" means queued at Fonnte; a number
 * without WhatsApp succeeds as well.
 */
export async function sendWithFonnte(
  options: FonnteSendOptions,
  device: GatewayDevice,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  const token = device.token ?? options.token;
  if (!token || !/^[\x21-\x7e]+$/.test(token)) return refuse("auth", "the device has no usable token");
  const endpoint = parseWebUrl(`${(device.apiUrl ?? options.apiUrl).replace(/\/+$/, "")}/send`);
  if (!endpoint) return refuse("rejected", "the API address is not a web address");
  const target = readTarget(message.to);
  if (!target) return refuse("bad_target", "the recipient is neither phone digits nor a chat id");
  if (signal.aborted) return { ok: false, kind: "rate", reason: "stopped before sending", retryAfterMs: 0 };

  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: { Authorization: token },
      body: sendForm(target, message),
      redirect: "manual",
      // A pooled connection that the other side has just closed would make the outcome unknown for no reason.
      keepalive: false,
      signal: AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]),
    });
    return readFonnteAnswer(response, await response.text(), token);
  } catch (error) {
    return sendFailureOf(error);
  }
}

function sendForm(target: string, message: OutgoingMessage): URLSearchParams {
  const form = new URLSearchParams({
    target,
    // "0" leaves the target as it is; the default would rewrite foreign numbers.
    countryCode: "0",
    // Refuse while disconnected instead of queueing for a day: the outbox keeps the message and its order.
    connectOnly: "true",
  });
  if (message.text !== "") form.set("message", message.text);
  if (message.image) form.set("url", message.image.url);
  // Only a real inbox id can be quoted, not a key we computed ourselves.
  if (/^\d+$/.test(message.replyToProviderId ?? "")) form.set("inboxid", message.replyToProviderId ?? "");
  return form;
}

/** Fonnte reads "," as a list and "|" as variables: neither may come in through a chat id. */
function readTarget(to: string): string | null {
  const target = to
    .trim()
    .replace(/^\+/, "")
    .replace(/(:\d+)?@(s\.whatsapp\.net|c\.us)$/, "");
  return /^[\w.:@-]{5,80}$/.test(target) ? target : null;
}

function refuse(kind: "auth" | "rejected" | "bad_target", reason: string): SendResult {
  return { ok: false, kind, reason };
}
