import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";

/** A customer wants no more messages: on record, with when, for everything that would write to them first. */
export async function optOut(ctx: Ctx, conversationId: string): Promise<void> {
  await withTenant(ctx, async (tx) => {
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } };
    await tx.conversation.update({ where: key, data: { optedOutAt: ctx.clock.now() } });
    await recordEvent(tx, ctx, { type: "conversation.opted_out", data: { conversationId } });
  });
}
