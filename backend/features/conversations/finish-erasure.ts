import { recordEvent } from "@/backend/features/audit";
import { lockConversation, touchDeviceLanes } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { clearMessages, clearProviderIds, clearStates } from "./erasure/clear-conversations";
import { clearStaffTraces } from "./erasure/clear-staff-traces";

const AGAIN_IN_MINUTES = 3;

/**
 * The job after `eraseCustomer`: once the last answer has left, and its echo can no longer come, the number and what was
 * said and noted in that last turn go as well. Until then it comes back. Nothing happens the second time.
 */
export async function finishErasure(ctx: Ctx, { conversationId: id }: { conversationId: string }): Promise<void> {
  await withTenant(ctx, async (tx) => {
    const conversation = await lockConversation(tx, ctx, id);
    if (!conversation?.erasedAt || (await isFinished(tx, ctx, id))) return;

    if (await isAnswerUnderWay(tx, ctx, id)) {
      const startAfter = minutesFromNow(ctx, AGAIN_IN_MINUTES);
      const payload = { tenantId: ctx.tenant.id, conversationId: id };
      return ctx.db.jobs.enqueue(tx, "finish-erasure", payload, { startAfter });
    }
    await touchDeviceLanes(tx, ctx);
    await clearMessages(tx, ctx, [id]);
    await clearStates(tx, ctx, [id]);
    const { phone, erasedAt: until } = conversation;
    if (phone) await clearProviderIds(tx, ctx, id, phone);
    await clearStaffTraces(tx, ctx, { ids: [id], phone, names: [], until });
    await tx.conversation.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { phone: null, name: "" },
    });
    await recordEvent(tx, ctx, { type: "customer.erasure_finished", data: { conversationId: id } });
  });
}

async function isFinished(tx: Tx, ctx: Ctx, conversationId: string): Promise<boolean> {
  const finished = await tx.event.count({
    where: {
      tenantId: ctx.tenant.id,
      type: "customer.erasure_finished",
      data: { path: ["conversationId"], equals: conversationId },
    },
  });
  return finished > 0;
}

/** Also an unanswered message: the lane has yet to mark it as done. */
async function isAnswerUnderWay(tx: Tx, ctx: Ctx, conversationId: string): Promise<boolean> {
  const echoesSince = minutesFromNow(ctx, -AGAIN_IN_MINUTES);
  const underWay = await tx.message.count({
    where: {
      tenantId: ctx.tenant.id,
      conversationId,
      OR: [
        { direction: "outbound", status: { in: ["queued", "sending"] } },
        { direction: "outbound", sentAt: { gt: echoesSince }, text: { not: "" } },
        { direction: "inbound", doneAt: null },
      ],
    },
  });
  return underWay > 0;
}

function minutesFromNow(ctx: Ctx, minutes: number): Date {
  return new Date(ctx.clock.now().getTime() + minutes * 60_000);
}
