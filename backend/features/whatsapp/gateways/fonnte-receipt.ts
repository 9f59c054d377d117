import type { InboundReceipt } from "./gateway";
import { fieldId, fieldText, type WebhookFields } from "./webhook-fields";

type ReceiptStatus = InboundReceipt["status"];

/** `status` is Fonnte's pipeline, `state` WhatsApp's receipt (words, or 1 to 3). */
const meanings = new Map<string, ReceiptStatus>([
  ["processing", "queued"],
  ["pending", "queued"],
  ["waiting", "queued"],
  ["sent", "sent"],
  ["1", "sent"],
  ["invalid", "failed"],
  ["failed", "failed"],
  ["expired", "failed"],
  ["url unreachable", "failed"],
  ["delivered", "delivered"],
  ["2", "delivered"],
  ["read", "read"],
  ["3", "read"],
]);

/** Both fields come together and may disagree: the one further along is the truth. A delivered message cannot fail. */
const progress: ReceiptStatus[] = ["queued", "sent", "failed", "delivered", "read"];

/**
 * The first receipt of a message carries `id` and `stateid` and so binds them; later ones may carry `stateid` only. Null
 * when nothing is identified or no known status is told.
 */
export function parseFonnteReceipt(fields: WebhookFields, deviceNumber: string): InboundReceipt | null {
  const providerId = fieldId(fields, "id") ?? null;
  const stateId = fieldId(fields, "stateid") ?? null;
  if (!providerId && !stateId) return null;

  const pipeline = fieldText(fields, "status");
  const known = [pipeline, fieldText(fields, "state")].flatMap((word) => meanings.get(word?.toLowerCase() ?? "") ?? []);
  const status = progress.findLast((candidate) => known.includes(candidate));
  if (!status) return null;

  const reason = status === "failed" ? (fieldText(fields, "reason") ?? pipeline) : undefined;
  return { type: "receipt", deviceNumber, providerId, stateId, status, reason };
}
