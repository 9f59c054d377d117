import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { InboxMessage, InboxView } from "./inbox";
import type { TurnAnswer } from "./turn";

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
  const replyToId = answered.at(-1)?.id ?? null;
  await tx.message.createMany({
    data: answer.replies.map((reply, n) => ({
      tenantId: ctx.tenant.id,
      conversationId: inbox.conversation.id,
      deviceId: inbox.conversation.deviceId,
      direction: "outbound" as const,
      sender: "bot" as const,
      kind: reply.imageKey ? "image" : "text",
      text: reply.text,
      ...(reply.imageKey && { media: { objectKey: reply.imageKey } }),
      replyToId,
      n,
      status: "queued" as const,
      createdAt: ctx.clock.now(),
    })),
  });
}
