import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { equalsInConstantTime, hashSecret } from "@/backend/platform/encryption";
import { AppError } from "@/backend/platform/errors";
import { type BurstDelay, burstDelayMs } from "./burst-delay";
import { type Device, findDeviceByNumber } from "./devices";
import type { GatewayName, InboundEvent, WebhookRequest, WhatsAppGateway } from "./gateways/gateway";
import { recordDeviceStatus } from "./record-device-status";
import { recordInboundMessage } from "./record-inbound-message";
import { recordReceipt } from "./record-receipt";

export type WebhookDeps = {
  db: Database;
  clock: Clock;
  /** Hash of the secret every device of this gateway accepts unless it has its own; null = none configured. */
  sharedSecretHash: string | null;
  /** Of devices without their own. */
  defaultGateway?: GatewayName;
  /** How long a conversation waits for more before it is answered; tests wait less. */
  burstDelayMs?: BurstDelay;
};

export type WebhookCall = {
  gateway: WhatsAppGateway;
  request: WebhookRequest;
  /** From the path; the gateway's own place in the body is looked at when there is none. */
  secret: string | null;
  requestId: string;
};

/** Counts of what a webhook call held. Everything counted as stored is safe on disk when this returns. */
export type WebhookReceipt = { stored: number; duplicates: number; ignored: number; unknownDevice: number };

const STORED_BODY_CHARACTERS = 4_000;

/**
 * From a gateway's HTTP call to rows. Answers only after the commit, and does no work of the bot: that is the lanes'.
 * @throws ValidationError for a body that cannot be read, AppError "unauthenticated" for a wrong secret.
 */
export async function receiveWebhook(deps: WebhookDeps, call: WebhookCall): Promise<WebhookReceipt> {
  const secret = call.secret ?? call.gateway.bodySecret(call.request);
  const secretHash = secret === null ? null : hashSecret(secret);
  const receipt: WebhookReceipt = { stored: 0, duplicates: 0, ignored: 0, unknownDevice: 0 };

  for (const event of call.gateway.parseWebhook(call.request)) {
    const device = event.deviceNumber ? await findDeviceByNumber(deps.db, event.deviceNumber) : null;
    requireSecret(secretHash, device?.webhookSecretHash ?? deps.sharedSecretHash);
    if (event.type === "ignored") receipt.ignored += 1;
    else if (!device || (device.gateway ?? deps.defaultGateway) !== call.gateway.name) {
      await recordUnrouted(deps, call, event);
      receipt.unknownDevice += 1;
    } else {
      const stored = await storeEvent(deps, call, device, event);
      receipt[stored ? "stored" : "duplicates"] += 1;
    }
  }
  return receipt;
}

function requireSecret(given: string | null, expected: string | null): void {
  if (expected === null) return;
  if (!equalsInConstantTime(given ?? "", expected)) throw new AppError("unauthenticated", "wrong webhook secret");
}

function storeEvent(
  deps: WebhookDeps,
  call: WebhookCall,
  device: Device,
  event: Exclude<InboundEvent, { type: "ignored" }>,
): Promise<boolean> {
  const ctx: Ctx = {
    tenant: { id: device.tenantId },
    actor: { type: "system", name: `webhook:${call.gateway.name}` },
    db: deps.db,
    clock: deps.clock,
    requestId: call.requestId,
  };
  if (event.type === "message") return recordInboundMessage(ctx, device, event, deps.burstDelayMs ?? burstDelayMs);
  if (event.type === "receipt") return recordReceipt(ctx, device, event);
  return recordDeviceStatus(ctx, device, event);
}

async function recordUnrouted(deps: WebhookDeps, call: WebhookCall, event: InboundEvent): Promise<void> {
  await withSystem(deps.db, (sql) =>
    sql.query("INSERT INTO unrouted_webhooks (id, gateway, number, reason, body) VALUES ($1, $2, $3, $4, $5)", [
      Bun.randomUUIDv7(),
      call.gateway.name,
      event.deviceNumber ?? "",
      "unknown_device",
      call.gateway.redactBody(call.request).slice(0, STORED_BODY_CHARACTERS),
    ]),
  );
}
