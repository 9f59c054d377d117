import { type LockedConversation, SHOWROOM_PHONE, sendMessage, startTakeover } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { afterCommit, joined, withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { customerLabel } from "./customer-label";
import { getCustomerConversation } from "./get-customer-conversation";
import { notifyStaff } from "./notify-staff";
import { type TakeOverInput, takeOverSchema } from "./schemas";

export type TakenOver = {
  takeoverId: string;
  /** False when that person had it already. */
  isNew: boolean;
};

/**
 * Gives a customer's conversation to a person; the bot is silent from the commit on. The same person again changes
 * nothing; whoever had it before is told. `announcement` goes to the customer, unless a person speaks first or the
 * customer wants no messages.
 * @throws NotFoundError for a conversation or user of another tenant, ForbiddenError for sales on behalf of another
 */
export async function takeOver(ctx: Ctx, input: TakeOverInput): Promise<TakenOver> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId, userId, via, announcement } = parseInput(takeOverSchema, input);
  const { actor } = ctx;
  if (actor.type === "user" && actor.role === "sales" && actor.userId !== userId)
    throw new ForbiddenError("sales take over for themselves");

  return withTenant(ctx, async (tx) => {
    const name = await nameOfActiveUser(tx, ctx, userId);
    const conversation = await getCustomerConversation(tx, ctx, conversationId);
    const taken = await startTakeover(tx, ctx, conversation, { userId, via, hasSpoken: false });
    if (!taken.isNew) return taken;

    const here = joined(ctx, tx);
    if (announcement && !conversation.optedOutAt) {
      const { takeoverId } = taken;
      await sendMessage(here, { conversationId, text: announcement, sender: "system", takeoverId });
    }
    await tellPreviousHolder(here, conversation, name);
    afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
    return taken;
  });
}

async function nameOfActiveUser(tx: Tx, ctx: Ctx, userId: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: userId } } });
  if (user?.status !== "active") throw new NotFoundError("user");
  return user.name;
}

async function tellPreviousHolder(ctx: Ctx, conversation: LockedConversation, newHolder: string): Promise<void> {
  const { id: about, deviceId, takenOverBy } = conversation;
  if (!takenOverBy || takenOverBy === SHOWROOM_PHONE) return;
  const text = `Chat ${customerLabel(conversation)} sekarang dipegang ${newHolder}.`;
  await notifyStaff(ctx, { userId: takenOverBy, deviceId, text, about });
}
