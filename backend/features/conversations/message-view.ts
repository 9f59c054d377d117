import { z } from "zod";
import { type MessageFrom, senderOf } from "./conversation-view";
import { describeFailure } from "./describe-failure";

export type MessageStatus = "received" | "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";

export type MessageView = {
  id: string;
  /** Its place in the chat: a whole number as text. */
  seq: string;
  from: MessageFrom;
  /** Name of the member of staff who wrote it; null for everybody else, and when nobody knows. */
  writer: string | null;
  /** text, image, video, audio, document, sticker, contact, location, unknown */
  kind: string;
  text: string;
  /** There is a file to be had at the media address of this message. */
  hasMedia: boolean;
  filename: string | null;
  location: { latitude: number; longitude: number } | null;
  status: MessageStatus;
  /** In a sentence why it did not arrive; null when nothing is wrong. */
  failure: string | null;
  createdAt: Date;
};

export type MessageRow = {
  id: string;
  seq: string;
  sender: string;
  kind: string;
  text: string;
  media: unknown;
  status: string;
  failure: string | null;
  created_at: Date;
  writer: string | null;
};

export const messageMediaSchema = z.object({
  url: z.string().optional(),
  objectKey: z.string().optional(),
  mimeType: z.string().optional(),
  filename: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

const STATUSES: readonly string[] = ["received", "queued", "sending", "sent", "delivered", "read", "failed", "unknown"];

export function toMessageView(row: MessageRow): MessageView {
  const media = messageMediaSchema.safeParse(row.media).data ?? {};
  const { latitude, longitude } = media;
  return {
    id: row.id,
    seq: row.seq,
    from: senderOf(row.sender),
    writer: row.writer,
    kind: row.kind,
    text: row.text,
    hasMedia: Boolean(media.objectKey ?? media.url),
    filename: media.filename ?? null,
    location: latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null,
    status: isStatus(row.status) ? row.status : "unknown",
    failure: describeFailure(row.status, row.failure),
    createdAt: row.created_at,
  };
}

function isStatus(status: string): status is MessageStatus {
  return STATUSES.includes(status);
}
