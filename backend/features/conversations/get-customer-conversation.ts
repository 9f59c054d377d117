import { type LockedConversation, lockConversation } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";

/** A customer's conversation, its row locked. @throws NotFoundError for staff's, erased ones and other tenants' */
export async function getCustomerConversation(tx: Tx, ctx: Ctx, conversationId: string): Promise<LockedConversation> {
  const conversation = await lockConversation(tx, ctx, conversationId);
  if (conversation?.persona !== "customer" || conversation.erasedAt) throw new NotFoundError("conversation");
  return conversation;
}
