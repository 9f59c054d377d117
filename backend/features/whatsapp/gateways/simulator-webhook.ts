import { z } from "zod";
import { ValidationError } from "@/backend/platform/errors";
import { readChatIdentity, readProviderPhone } from "./chat-identity";
import type { InboundEvent, WebhookRequest } from "./gateway";
import { parseProviderTime } from "./provider-values";
import { storableText } from "./webhook-fields";

const id = z.string().trim().min(1).max(120).transform(storableText);
const freeText = z.string().max(65_536).transform(storableText);

/**
 * A message typed on a simulated phone. `sender` is the other side of the chat, also when `fromMe` says that the
 * showroom's own phone wrote; `id` is the dedupe key; `timestamp` seconds or milliseconds; `media.objectKey` names a file
 * that the simulator page has put into the object store.
 */
export const simulatorMessageSchema = z.object({
  device: id,
  sender: id,
  name: freeText.optional(),
  id,
  text: freeText.default(""),
  media: z
    .object({
      kind: z.enum(["image", "video", "audio", "document", "sticker", "contact"]),
      objectKey: id.optional(),
      mimeType: id.optional(),
      filename: id.optional(),
    })
    .optional(),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  fromMe: z.boolean().default(false),
  quotedId: id.optional(),
  timestamp: z.union([z.number(), z.string()]).optional(),
});

/** Ticks of a simulated phone for what it was sent; `id` is the `message.id` that `send` was given. */
export const simulatorReceiptsSchema = z.object({
  device: id,
  receipts: z.array(z.object({ id, status: z.enum(["sent", "delivered", "read", "failed"]) })).max(500),
});

export type SimulatorMessage = z.input<typeof simulatorMessageSchema>;
export type SimulatorReceipts = z.input<typeof simulatorReceiptsSchema>;

/** @throws ValidationError when the JSON is neither a message nor receipts; its fields say what is wrong where. */
export function parseSimulatorWebhook(request: WebhookRequest): InboundEvent[] {
  const body = parseJson(request.body);
  const isReceipts = typeof body === "object" && body !== null && "receipts" in body;
  return isReceipts
    ? toReceipts(check(simulatorReceiptsSchema, body))
    : [toMessage(check(simulatorMessageSchema, body))];
}

function toMessage(message: z.output<typeof simulatorMessageSchema>): InboundEvent {
  const deviceNumber = readProviderPhone(message.device) ?? message.device;
  const { kind, phone } = readChatIdentity(message.sender);
  if (kind !== "person") return { type: "ignored", deviceNumber, why: kind };

  return {
    type: "message",
    deviceNumber,
    providerId: message.id,
    chatId: message.sender,
    phone,
    senderName: message.name?.trim() || undefined,
    fromMe: message.fromMe,
    text: message.text.trim(),
    media: message.media,
    location: message.location,
    quotedProviderId: message.quotedId,
    sentAt: parseProviderTime(message.timestamp),
  };
}

function toReceipts({ device, receipts }: z.output<typeof simulatorReceiptsSchema>): InboundEvent[] {
  const deviceNumber = readProviderPhone(device) ?? device;
  return receipts.map((receipt) => ({
    type: "receipt",
    deviceNumber,
    providerId: receipt.id,
    stateId: null,
    status: receipt.status,
  }));
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new ValidationError({ body: "is not JSON" });
  }
}

function check<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => [issue.path.join(".") || "body", issue.message]);
  throw new ValidationError(Object.fromEntries(issues));
}
