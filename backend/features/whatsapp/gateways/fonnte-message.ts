import { createHash } from "node:crypto";
import { readChatIdentity } from "./chat-identity";
import { readFonnteMedia } from "./fonnte-media";
import { isMediaPlaceholder, stripFonnteWatermark } from "./fonnte-text";
import type { InboundMessage } from "./gateway";
import { parseCoordinates, parseProviderTime } from "./provider-values";
import { fieldFlag, fieldId, fieldList, fieldText, type WebhookFields } from "./webhook-fields";

type Arrival = { deviceNumber: string; sender: string; receivedAt: Date };

/** Fonnte may deliver the same message twice within moments; longer, and a second "ok" of a customer would be lost. */
const dedupeWindowMs = 5_000;

/** Every field may be missing, empty, a number or text; undocumented twins (`pengirim`, `pesan`) are read as well. */
export function parseFonnteMessage(fields: WebhookFields, arrival: Arrival): InboundMessage {
  const { deviceNumber, sender } = arrival;
  const { phone } = readChatIdentity(sender);
  // Clients of the API saw own messages come back with a flag, others with the device as its own sender.
  const fromMe = fieldFlag(fields, "fromme", "from_me") || (phone ?? sender) === deviceNumber;
  const text = readText(fields);

  return {
    type: "message",
    deviceNumber,
    providerId: dedupeKey(fields, arrival),
    chatId: sender,
    phone,
    senderName: fieldText(fields, "name"),
    fromMe,
    text: fromMe ? stripFonnteWatermark(text) : text,
    media: readFonnteMedia(fields),
    location: parseCoordinates(fieldText(fields, "location")),
    sentAt: parseProviderTime(fieldText(fields, "timestamp")),
  };
}

/** Written words first, then the label of a pressed button, then the answers of a poll. */
function readText(fields: WebhookFields): string {
  const message = fieldText(fields, "message", "pesan") ?? "";
  const written = isMediaPlaceholder(message) ? "" : message;
  return written || fieldText(fields, "text") || fieldList(fields, "choices").join(", ");
}

function dedupeKey(fields: WebhookFields, { deviceNumber, sender, receivedAt }: Arrival): string {
  const inboxId = fieldId(fields, "inboxid");
  if (inboxId && inboxId !== "0") return inboxId;

  const sentAt = parseProviderTime(fieldText(fields, "timestamp"));
  const moment = sentAt ? `at ${sentAt.getTime()}` : `about ${Math.floor(receivedAt.getTime() / dedupeWindowMs)}`;
  const content = [fieldText(fields, "message", "pesan"), fieldText(fields, "text"), fieldList(fields, "choices")];
  const attached = [fieldText(fields, "url"), fieldText(fields, "location")];
  const identity = JSON.stringify([deviceNumber, sender, moment, content, attached]);
  return `sha256:${createHash("sha256").update(identity).digest("hex")}`;
}
