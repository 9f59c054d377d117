import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { afterCommit, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type ConversationInput, conversationSchema } from "./schemas";

/** Somebody has seen what the customer wrote. Only the mark in our inbox: WhatsApp is told nothing. */
export async function markConversationRead(ctx: Ctx, input: ConversationInput): Promise<void> {
  await change(ctx, input, { unread: 0 }, { unread: { gt: 0 } });
}

/** What asked for attention was looked at. */
export async function settleAttention(ctx: Ctx, input: ConversationInput): Promise<void> {
  await change(ctx, input, { attention: null, attentionAt: null }, { attention: { not: null } });
}

type Change = { unread: 0 } | { attention: null; attentionAt: null };

async function change(ctx: Ctx, input: ConversationInput, data: Change, needed: object): Promise<void> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId } = parseInput(conversationSchema, input);
  const where = { tenantId: ctx.tenant.id, id: conversationId, persona: "customer" as const, erasedAt: null };
  await withTenant(ctx, async (tx) => {
    const { count } = await tx.conversation.updateMany({ where: { ...where, ...needed }, data });
    if (count > 0) afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
    else if ((await tx.conversation.count({ where })) === 0) throw new NotFoundError("conversation");
  });
}
