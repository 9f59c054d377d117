import { recordEvent } from "@/backend/features/audit";
import { endTakeover, lockConversation, touchDeviceLanes } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { afterCommit, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { clearMessages, clearQuestions, clearStates } from "./erasure/clear-conversations";
import { clearLeads } from "./erasure/clear-leads";
import { clearStaffTraces } from "./erasure/clear-staff-traces";
import { type ConversationInput, conversationSchema } from "./schemas";

/** When an echo of the confirmation could no longer come: until then it must be known as ours. */
const FINISH_AFTER_MINUTES = 3;

/**
 * Obeys "hapus data saya" at once, for all chats of that phone with this showroom: messages, memory, name, lead and what
 * staff were told of them. What the bot says in the same turn still reaches the customer; the job "finish-erasure"
 * removes the number and that answer when it has left. Whatever they write afterwards is a new conversation.
 * Nothing happens the second time. @throws NotFoundError, ForbiddenError
 */
export async function eraseCustomer(ctx: Ctx, input: ConversationInput): Promise<void> {
  if (ctx.actor.type !== "customer") requireRole(ctx.actor, "owner", "admin");
  const { conversationId } = parseInput(conversationSchema, input);

  await withTenant(ctx, async (tx) => {
    const asked = await tx.conversation.findFirst({
      where: { tenantId: ctx.tenant.id, id: conversationId, persona: "customer" },
      select: { id: true, phone: true, erasedAt: true },
    });
    if (!asked) throw new NotFoundError("conversation");
    if (asked.erasedAt) return;

    const chats = await chatsOf(tx, ctx, asked);
    const ids = chats.map(({ id }) => id);
    const names = [...chats.map(({ name }) => name), ...(await clearLeads(tx, ctx, { phone: asked.phone, ids }))];
    for (const id of ids) await eraseConversation(tx, ctx, id);
    await touchDeviceLanes(tx, ctx);
    await clearMessages(tx, ctx, ids);
    await clearStates(tx, ctx, ids);
    await clearQuestions(tx, ctx, ids);
    await clearStaffTraces(tx, ctx, { ids, phone: asked.phone, names, until: ctx.clock.now() });
    await recordEvent(tx, ctx, { type: "customer.erased", data: { conversationIds: ids } });
    afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
  });
}

/** All chats of the person, in the order they are locked in. */
function chatsOf(tx: Tx, ctx: Ctx, { id, phone }: { id: string; phone: string | null }) {
  return tx.conversation.findMany({
    where: {
      tenantId: ctx.tenant.id,
      persona: "customer",
      erasedAt: null,
      ...(phone ? { OR: [{ id }, { phone }] } : { id }),
    },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
}

/** Without its address the chat is nobody's: the next message of that phone begins another. */
async function eraseConversation(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const conversation = await lockConversation(tx, ctx, id);
  if (!conversation || conversation.erasedAt) return;
  await endTakeover(tx, ctx, conversation, "erasure");
  const now = ctx.clock.now();
  await tx.conversation.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
    data: {
      name: "",
      chatId: `erased:${id}`,
      optedOutAt: conversation.optedOutAt ?? now,
      erasedAt: now,
      attention: null,
      attentionAt: null,
      unread: 0,
    },
  });
  const startAfter = new Date(now.getTime() + FINISH_AFTER_MINUTES * 60_000);
  await ctx.db.jobs.enqueue(tx, "finish-erasure", { tenantId: ctx.tenant.id, conversationId: id }, { startAfter });
}
