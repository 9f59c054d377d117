import { SHOWROOM_PHONE, sendMessage } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { getCustomerConversation } from "./get-customer-conversation";
import { messageMediaSchema } from "./message-view";
import { messageIdSchema } from "./schemas";
import { messageIdOf } from "./send-as-person";
import { actingUser, refuseColleagues } from "./take-over-myself";

/**
 * Sends a person's message once more that failed, or of which nobody knows whether it arrived. Asked for twice, it is
 * sent once. @throws NotFoundError, RuleError when it is on its way or a colleague has the chat
 */
export async function resendMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { messageId } = parseInput(messageIdSchema, input);
  const { userId } = actingUser(ctx.actor);

  await withTenant(ctx, async (tx) => {
    const where = { tenantId: ctx.tenant.id, id: messageId, sender: "sales" as const, direction: "outbound" as const };
    const message = await tx.message.findFirst({ where });
    if (!message) throw new NotFoundError("message");
    const conversation = await getCustomerConversation(tx, ctx, message.conversationId);
    await refuseColleagues(tx, ctx, conversation.takenOverBy === SHOWROOM_PHONE ? null : conversation.takenOverBy);
    if (message.status !== "failed" && message.status !== "unknown") throw new RuleError("Pesan ini tidak gagal.");

    const again = messageIdOf(message.conversationId, `again:${messageId}`, 0);
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id: again } };
    if (await tx.message.findUnique({ where: key, select: { id: true } })) return;
    const { conversationId, text, media } = message;
    const imageKey = messageMediaSchema.safeParse(media).data?.objectKey;
    await sendMessage(joined(ctx, tx), { conversationId, text, imageKey, messageId: again, sender: "sales", userId });
  });
}
