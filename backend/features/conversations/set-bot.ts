import type { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { getCustomerConversation } from "./get-customer-conversation";
import { type ConversationInput, conversationSchema, setConversationBotSchema, setDeviceBotSchema } from "./schemas";

/** Switches the bot for every customer's chat of a device. Owner and admin. @throws NotFoundError, ForbiddenError */
export async function setDeviceBot(ctx: Ctx, input: z.input<typeof setDeviceBotSchema>): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  const { deviceId, enabled } = parseInput(setDeviceBotSchema, input);
  await withTenant(ctx, async (tx) => {
    const { count } = await tx.device.updateMany({
      where: { tenantId: ctx.tenant.id, id: deviceId },
      data: { botEnabled: enabled },
    });
    if (count === 0) throw new NotFoundError("device");
    await recordEvent(tx, ctx, { type: enabled ? "device.bot_on" : "device.bot_off", data: { deviceId } });
  });
}

/** Switches the bot for one conversation, until it is switched again. @throws NotFoundError, ForbiddenError */
export async function setConversationBot(ctx: Ctx, input: z.input<typeof setConversationBotSchema>): Promise<void> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId, enabled } = parseInput(setConversationBotSchema, input);
  await withTenant(ctx, async (tx) => {
    const { id, botEnabled } = await getCustomerConversation(tx, ctx, conversationId);
    if (botEnabled === enabled) return;
    await tx.conversation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { botEnabled: enabled },
    });
    const type = enabled ? "conversation.bot_on" : "conversation.bot_off";
    await recordEvent(tx, ctx, { type, data: { conversationId } });
  });
}

/**
 * Counts the 12 hours of silence from now on, whoever has the conversation: somebody cares for it without writing in it.
 * Nothing happens while the bot has it. @throws NotFoundError, ForbiddenError
 */
export async function keepBotSilent(ctx: Ctx, input: ConversationInput): Promise<void> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId } = parseInput(conversationSchema, input);
  await withTenant(ctx, async (tx) => {
    const { id, takeoverId } = await getCustomerConversation(tx, ctx, conversationId);
    if (!takeoverId) return;
    await tx.conversation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { humanSpokeAt: ctx.clock.now() },
    });
    await recordEvent(tx, ctx, { type: "conversation.kept_silent", data: { conversationId, takeoverId } });
  });
}
