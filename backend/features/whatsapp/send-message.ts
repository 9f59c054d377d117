import type { Ctx } from "@/backend/platform/ctx";
import { afterCommit, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { touchLane } from "./lanes/lane-store";
import { runIn } from "./run-sql";

export type SendMessageInput = {
  conversationId: string;
  text: string;
  /** Public object key of a picture; the text is then its caption. */
  imageKey?: string | undefined;
  sender: "bot" | "system" | "sales";
  /** Chosen by the caller so that a repetition is known as one; made here otherwise. */
  messageId?: string | undefined;
  /** The person of the showroom who wrote it. */
  userId?: string | undefined;
  /** The takeover this message announces: it may leave during it. */
  takeoverId?: string | undefined;
  /** To staff: the customer's conversation it speaks of, so that erasing that customer finds it. */
  about?: string | undefined;
};

/**
 * Queues a message that answers nothing. What a member of sales writes to a customer counts as a person's word in the
 * present stretch; whether anything else leaves is decided when it is sent, see outbox.ts.
 * @throws NotFoundError for a conversation of another tenant, or one whose customer was erased
 */
export async function sendMessage(ctx: Ctx, input: SendMessageInput): Promise<{ messageId: string }> {
  const { conversationId, imageKey, takeoverId, about } = input;
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } };
  const now = ctx.clock.now();

  return withTenant(ctx, async (tx) => {
    const conversation = await tx.conversation.findUnique({ where });
    if (!conversation || conversation.erasedAt) throw new NotFoundError("conversation");
    if (input.sender === "sales") {
      const isTheirs = { tenantId: ctx.tenant.id, id: conversationId, takenOverAt: { not: null } };
      await tx.conversation.updateMany({ where: isTheirs, data: { humanSpokeAt: now } });
    }
    await touchLane(runIn(tx), { tenantId: ctx.tenant.id, kind: "device", subjectId: conversation.deviceId });
    const { id: messageId } = await tx.message.create({
      data: {
        tenantId: ctx.tenant.id,
        ...(input.messageId && { id: input.messageId }),
        conversationId,
        deviceId: conversation.deviceId,
        userId: input.userId ?? null,
        direction: "outbound",
        sender: input.sender,
        kind: imageKey ? "image" : "text",
        text: input.text,
        ...(imageKey && { media: { objectKey: imageKey } }),
        ...(about && { facts: { about } }),
        takeoverId: takeoverId ?? null,
        status: "queued",
        createdAt: now,
      },
      select: { id: true },
    });
    afterCommit(tx, () => {
      ctx.db.signals.send("lanes", "device");
      ctx.db.signals.send("live", String(ctx.tenant.id));
    });
    return { messageId };
  });
}
