import { ValidationError } from "@/backend/platform/errors";
import { readChatIdentity, readProviderPhone } from "./chat-identity";
import { parseFonnteMessage } from "./fonnte-message";
import { parseFonnteReceipt } from "./fonnte-receipt";
import type { InboundDeviceStatus, InboundEvent, WebhookRequest } from "./gateway";
import { fieldFlag, fieldId, fieldText, readWebhookFields, type WebhookFields } from "./webhook-fields";

/**
 * One address takes all three webhooks of Fonnte; they are told apart by shape, as none names its kind: a message has a
 * sender, a device status says connect or disconnect, a receipt has an id. Sources: docs.fonnte.com
 * /webhook-reply-message, /webhook-update-message-status, /webhook-device-status.
 * @throws ValidationError when the body is unreadable or names no device.
 */
export function parseFonnteWebhook(request: WebhookRequest, receivedAt: Date): InboundEvent[] {
  const fields = readWebhookFields(request);
  const device = fieldId(fields, "device");
  if (!device) throw new ValidationError({ device: "is missing" });
  const deviceNumber = readProviderPhone(device) ?? device;

  const sender = fieldId(fields, "sender", "pengirim");
  if (sender) {
    const why = whyIgnored(fields, sender);
    return [why ? ignored(deviceNumber, why) : parseFonnteMessage(fields, { deviceNumber, sender, receivedAt })];
  }
  const event = parseDeviceStatus(fields, deviceNumber) ?? parseFonnteReceipt(fields, deviceNumber);
  return [event ?? ignored(deviceNumber, "no message, receipt or device status")];
}

function whyIgnored(fields: WebhookFields, sender: string): string | null {
  const { kind } = readChatIdentity(sender);
  if (kind !== "person") return kind;
  const member = fieldText(fields, "member");
  return fieldFlag(fields, "isgroup") || (member && member !== sender) ? "group" : null;
}

/** Its `token` field is the device's credential and is never read. */
function parseDeviceStatus(fields: WebhookFields, deviceNumber: string): InboundDeviceStatus | null {
  const match = /^(dis)?connect(ed)?$/i.exec(fieldText(fields, "status") ?? "");
  if (!match) return null;
  return {
    type: "device",
    deviceNumber,
    status: match[1] ? "disconnected" : "connected",
    reason: fieldText(fields, "reason"),
  };
}

function ignored(deviceNumber: string, why: string): InboundEvent {
  return { type: "ignored", deviceNumber, why };
}
