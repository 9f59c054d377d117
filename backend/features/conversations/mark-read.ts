import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { IS_IN_INBOX } from "./conversation-store";
import { type ConversationInput, conversationSchema } from "./schemas";

/** Somebody has seen what the customer wrote. Only the mark in our inbox: WhatsApp is told nothing. @throws NotFoundError */
export async function markConversationRead(ctx: Ctx, input: ConversationInput): Promise<void> {
  await change(ctx, input, { name: "inbox-read", set: "unread = 0", where: "c.unread > 0" });
}

/** What asked for attention was looked at. @throws NotFoundError */
export async function settleAttention(ctx: Ctx, input: ConversationInput): Promise<void> {
  const set = "attention = NULL, attention_at = NULL";
  await change(ctx, input, { name: "inbox-settle", set, where: "c.attention IS NOT NULL" });
}

type Change = { name: string; set: string; where: string };

async function change(ctx: Ctx, input: ConversationInput, { name, set, where }: Change): Promise<void> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId } = parseInput(conversationSchema, input);
  const isChanged = await withTenantSql(ctx, async (sql) => {
    const text = `UPDATE conversations c SET ${set} WHERE ${IS_IN_INBOX} AND c.id = $1::uuid AND ${where}`;
    if ((await sql.query({ name, text, values: [conversationId] })).rowCount) return true;
    const known = await sql.query(`SELECT 1 FROM conversations c WHERE ${IS_IN_INBOX} AND c.id = $1::uuid`, [
      conversationId,
    ]);
    if (!known.rowCount) throw new NotFoundError("conversation", { userMessage: "Chat tidak ditemukan." });
    return false;
  });
  if (isChanged) ctx.db.signals.send("live", String(ctx.tenant.id));
}
