import type { Clock } from "@/backend/platform/clock";
import { sendWithFonnte } from "./fonnte-send";
import { connectWithFonnte, disconnectFromFonnte, fonnteStatus } from "./fonnte-session";
import { parseFonnteWebhook } from "./fonnte-webhook";
import type { Pacing, WebhookRequest, WhatsAppGateway } from "./gateway";
import { redactWebhookBody } from "./redact-body";
import { fieldText, readWebhookFields } from "./webhook-fields";

export type FonnteOptions = {
  clock: Clock;
  /** For devices without their own. Default "https://api.fonnte.com". */
  apiUrl?: string | undefined;
  token?: string | null | undefined;
  sendTimeoutMs?: number | undefined;
  pacing?: Pacing | undefined;
};

/** No limit is documented; unofficial clients see 429 and bans from about 3 messages a second of one number. */
const defaultPacing: Pacing = { concurrency: 4, ratePerSecond: 2, burst: 10 };

/** Fonnte (docs.fonnte.com), an unofficial gateway: one token per device, webhooks without signature. */
export function createFonnteGateway(options: FonnteOptions): WhatsAppGateway {
  const sendOptions = {
    apiUrl: options.apiUrl ?? "https://api.fonnte.com",
    token: options.token ?? null,
    timeoutMs: options.sendTimeoutMs ?? 15_000,
  };

  return {
    name: "fonnte",
    pacing: options.pacing ?? defaultPacing,
    idempotentSend: false,
    parseWebhook: (request) => parseFonnteWebhook(request, options.clock.now()),
    bodySecret: readBodySecret,
    redactBody: redactWebhookBody,
    send: (device, message, signal) => sendWithFonnte(sendOptions, device, message, signal),
    connect: (device, signal) => connectWithFonnte(sendOptions, device, signal),
    status: (device, signal) => fonnteStatus(sendOptions, device, signal),
    disconnect: (device, signal) => disconnectFromFonnte(sendOptions, device, signal),
  };
}

/** The "secret key" of Fonnte's dashboard is added to every body. */
function readBodySecret(request: WebhookRequest): string | null {
  try {
    return fieldText(readWebhookFields(request), "secret_key") ?? null;
  } catch {
    return null;
  }
}
