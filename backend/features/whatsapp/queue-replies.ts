import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { InboxMessage, InboxView } from "./inbox";
import type { TurnAnswer } from "./turn";

/** An answer goes where its question came from, also when the conversation lost its address to that very question. */
const QUEUE_SQL = `
  INSERT INTO messages (tenant_id, id, conversation_id, device_id, direction, sender, kind, text, media, facts,
                        reply_to_id, n, status, created_at)
  SELECT c.tenant_id, r.id, c.id, c.device_id, 'outbound', 'bot',
         CASE WHEN r.image_key = '' THEN 'text' ELSE 'image' END, r.text,
         CASE WHEN r.image_key <> '' THEN jsonb_build_object('objectKey', r.image_key) END,
         CASE WHEN c.chat_id <> $3 THEN jsonb_build_object('to', $3::text) END,
         $4::uuid, r.n - 1, 'queued', $5::timestamptz
    FROM conversations c, unnest($6::uuid[], $7::text[], $8::text[]) WITH ORDINALITY AS r(id, text, image_key, n)
   WHERE c.tenant_id = $1::integer AND c.id = $2::uuid
   ORDER BY r.n`;

/**
 * Puts an answer into the outbox. The unique key (message answered, n) is what makes a second answer to the same
 * message impossible, whoever tries. The device's lane must be touched before, in the same transaction.
 */
export async function queueReplies(
  tx: Tx,
  ctx: Ctx,
  inbox: InboxView,
  answered: InboxMessage[],
  answer: TurnAnswer,
): Promise<void> {
  const { id, chatId } = inbox.conversation;
  await tx.$executeRawUnsafe(
    QUEUE_SQL,
    ctx.tenant.id,
    id,
    chatId,
    answered.at(-1)?.id ?? null,
    ctx.clock.now(),
    answer.replies.map(() => Bun.randomUUIDv7()),
    answer.replies.map(({ text }) => text),
    answer.replies.map(({ imageKey }) => imageKey ?? ""),
  );
}
