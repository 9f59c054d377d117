import type { GatewayDevice, OutgoingMessage, SendResult, WhatsAppGateway } from "./gateway";
import { redactWebhookBody } from "./redact-body";
import { parseSimulatorWebhook } from "./simulator-webhook";

/** Shows a message on the simulated phone; the same `message.id` again must not show it twice. */
export type SimulatorSink = (device: GatewayDevice, message: OutgoingMessage) => Promise<void>;

/** Phones on a page instead of WhatsApp: the same inbox, outbox and webhook path as a real gateway, no account needed. */
export function createSimulatorGateway(deliver: SimulatorSink): WhatsAppGateway {
  return {
    name: "simulator",
    pacing: { concurrency: 20, ratePerSecond: 200, burst: 200 },
    idempotentSend: true,
    parseWebhook: parseSimulatorWebhook,
    bodySecret: () => null,
    redactBody: redactWebhookBody,
    send: (device, message, signal) => deliverOnce(deliver, device, message, signal),
    // A phone on a page has nothing to scan. Whether it is connected only the row knows.
    connect: async () => ({ ok: true, status: "connected" }),
    disconnect: async () => ({ ok: true, status: "disconnected" }),
  };
}

async function deliverOnce(
  deliver: SimulatorSink,
  device: GatewayDevice,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<SendResult> {
  if (signal.aborted) return { ok: false, kind: "rate", reason: "stopped before sending", retryAfterMs: 0 };
  try {
    await deliver(device, message);
    return { ok: true, providerId: message.id };
  } catch (error) {
    return { ok: false, kind: "unknown", reason: `simulator: ${error instanceof Error ? error.name : "error"}` };
  }
}
