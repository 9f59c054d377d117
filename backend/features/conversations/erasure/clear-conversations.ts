import { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";

/** Empties messages; how many there were, and when, stays. What had not left is not sent any more. */
export async function clearMessages(tx: Tx, ctx: Ctx, conversationIds: string[]): Promise<void> {
  const ofThem = { tenantId: ctx.tenant.id, conversationId: { in: conversationIds } };
  await tx.message.updateMany({
    where: { ...ofThem, direction: "outbound", status: "queued" },
    data: { status: "dropped", failure: "the customer was erased" },
  });
  await tx.message.updateMany({
    where: ofThem,
    data: { text: "", media: Prisma.DbNull, entities: Prisma.DbNull, facts: Prisma.DbNull },
  });
}

/** Some gateways' message ids hold the number. Such a message could no longer be recognised if it came again. */
export async function clearProviderIds(tx: Tx, ctx: Ctx, conversationId: string, phone: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE messages SET provider_id = 'erased:' || id, state_id = NULL
     WHERE tenant_id = ${ctx.tenant.id} AND conversation_id = ${conversationId}::uuid
       AND (position(${phone} IN provider_id) > 0 OR position(${phone} IN state_id) > 0)`;
}

export async function clearStates(tx: Tx, ctx: Ctx, conversationIds: string[]): Promise<void> {
  await tx.conversationState.deleteMany({
    where: { tenantId: ctx.tenant.id, conversationId: { in: conversationIds } },
  });
}

/** Questions are kept in the customer's own words: an open one goes, of an answered one the answer stays. */
export async function clearQuestions(tx: Tx, ctx: Ctx, conversationIds: string[]): Promise<void> {
  const ofThem = { tenantId: ctx.tenant.id, conversationId: { in: conversationIds } };
  await tx.customerQuestion.deleteMany({ where: { ...ofThem, status: "open" } });
  await tx.customerQuestion.updateMany({ where: ofThem, data: { conversationId: null, text: "", normalized: "" } });
}
