import { lockConversation, SHOWROOM_PHONE } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";

/** Who speaks with the customer now. `user` null: whoever holds the showroom's own phone. */
export type Holder = { type: "bot" } | { type: "person"; user: { userId: string; name: string } | null };

/** The conversation's device and holder; the row stays locked until the transaction ends, so nobody takes over meanwhile. */
export async function lockHolder(
  tx: Tx,
  ctx: Ctx,
  conversationId: string,
): Promise<{ deviceId: string; holder: Holder }> {
  const conversation = await lockConversation(tx, ctx, conversationId);
  if (conversation?.persona !== "customer") throw new NotFoundError("conversation");
  const { deviceId, takenOverAt, takenOverBy } = conversation;
  if (!takenOverAt || !takenOverBy) return { deviceId, holder: { type: "bot" } };
  return { deviceId, holder: { type: "person", user: await userOf(tx, ctx, takenOverBy) } };
}

/** The dashboard shows that a customer waits and that there is nobody to ask. */
export async function flagNoStaff(tx: Tx, ctx: Ctx, conversationId: string): Promise<void> {
  await tx.conversation.updateMany({
    where: { tenantId: ctx.tenant.id, id: conversationId },
    data: { attention: "no_staff", attentionAt: ctx.clock.now() },
  });
}

async function userOf(tx: Tx, ctx: Ctx, takenOverBy: string) {
  if (takenOverBy === SHOWROOM_PHONE) return null;
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id: takenOverBy } };
  const user = await tx.user.findUnique({ where, select: { id: true, name: true } });
  return user && { userId: user.id, name: user.name };
}
