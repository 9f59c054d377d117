import { z } from "zod";
import {
  type ChatSide,
  listPhoneMessages,
  type PhoneMessage,
  type PhoneMessagesQuery,
} from "@/backend/features/simulator";
import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import type { ChatMessage, ChatView } from "@/frontend/simulator/chat-view";
import { mediaAddress } from "./media";
import { batchOf } from "./message-ids";

/** A message nobody worked on for so long is not being answered: the worker is off. */
const LONGEST_ANSWER_MS = 60_000;

const mediaSchema = z.object({
  objectKey: z.string().optional(),
  filename: z.string().optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
});

/** What a phone shows of the chat between a person and a device. With `afterSeq` a reply may still appear before one already seen. */
export async function loadChat(deps: { db: Database; clock: Clock }, query: PhoneMessagesQuery): Promise<ChatView> {
  const rows = await listPhoneMessages(deps.db, query);
  const answeringSince = deps.clock.now().getTime() - LONGEST_ANSWER_MS;

  return {
    messages: rows.map((row) => toChatMessage(row, query.side)),
    isAnswering: rows.some(
      (row) => row.direction === "inbound" && !row.is_done && row.created_at.getTime() > answeringSince,
    ),
  };
}

function toChatMessage(row: PhoneMessage, side: ChatSide): ChatMessage {
  const media = mediaSchema.safeParse(row.media);
  const content = media.success ? media.data : {};
  const { latitude, longitude } = content;
  const isFromPerson = row.direction === "inbound";
  const isMine = isFromPerson === (side === "person");
  const shownStatus = row.status === "received" ? "delivered" : row.status;

  return {
    id: row.id,
    seq: row.seq,
    isMine,
    speaker: isFromPerson || row.sender === "customer" ? null : row.sender,
    speakerName: side === "showroom" ? row.sender_name : null,
    kind: row.kind,
    text: row.text,
    mediaUrl: content.objectKey ? mediaAddress(content.objectKey) : null,
    filename: content.filename ?? null,
    location: latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null,
    status: isFromPerson && row.is_done ? "read" : shownStatus,
    at: row.at.toISOString(),
    albumId: batchOf(row.provider_id) ?? row.reply_to_id,
  };
}
