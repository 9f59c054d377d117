import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";

export type StoredState = { flow: string; step: string; context: unknown; version: number; expired: boolean };

/** A flow that is not answered for this long is over; its row stays, so that an upload can be offered again. */
export const FLOW_TTL_MINUTES = 30;

type StateToSave = {
  flow: string;
  step: string;
  context: Prisma.InputJsonValue;
  version: number;
  /** Default: FLOW_TTL_MINUTES. */
  ttlMinutes?: number;
};

type Key = { tenantId: number; conversationId: string };

/** States of a conversation, latest first, locked until the transaction ends. */
export async function loadStates(tx: Tx, ctx: Ctx, conversationId: string): Promise<StoredState[]> {
  const key: Key = { tenantId: ctx.tenant.id, conversationId };
  await tx.$queryRaw`SELECT 1 FROM conversation_states
    WHERE tenant_id = ${key.tenantId} AND conversation_id = ${conversationId}::uuid FOR UPDATE`;
  const rows = await tx.conversationState.findMany({ where: key, orderBy: { updatedAt: "desc" } });
  return rows.map(({ flow, step, context, version, expiresAt }) => ({
    flow,
    step,
    context,
    version,
    expired: expiresAt <= ctx.clock.now(),
  }));
}

/** One flow's state, without a lock: for what is read to think and written later. */
export async function findState(tx: Tx, ctx: Ctx, conversationId: string, flow: string): Promise<StoredState | null> {
  const key = { tenantId: ctx.tenant.id, conversationId, flow };
  const row = await tx.conversationState.findUnique({ where: { tenantId_conversationId_flow: key } });
  return row && { ...row, expired: row.expiresAt <= ctx.clock.now() };
}

export async function saveState(
  tx: Tx,
  ctx: Ctx,
  conversationId: string,
  { ttlMinutes = FLOW_TTL_MINUTES, ...state }: StateToSave,
): Promise<void> {
  const key = { tenantId: ctx.tenant.id, conversationId, flow: state.flow };
  const now = ctx.clock.now();
  const data = { ...state, updatedAt: now, expiresAt: new Date(now.getTime() + ttlMinutes * 60_000) };
  await tx.conversationState.upsert({
    where: { tenantId_conversationId_flow: key },
    create: { ...key, ...data },
    update: data,
  });
}

export async function deleteState(tx: Tx, ctx: Ctx, conversationId: string, flow: string): Promise<void> {
  await tx.conversationState.deleteMany({ where: { tenantId: ctx.tenant.id, conversationId, flow } });
}
