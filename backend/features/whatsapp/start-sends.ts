import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { SendResult } from "./gateways/gateway";
import { dropTaken, holdOwners, type OutboxRow } from "./outbox";

/** A message with everything at hand: `begin` hands it to the gateway before it returns, and never throws. */
export type PreparedSend = { row: OutboxRow; begin(): Promise<SendResult> };
export type Sent = { row: OutboxRow; result: SendResult };

/**
 * Hands a batch to the gateway. What the bot says to a customer begins to leave while its conversation is locked against
 * being taken over: a takeover that has committed is never followed by a send. The locks are gone before any gateway
 * answers. Returns what left; what a person was quicker than is dropped.
 */
export async function startSends(ctx: Ctx, batch: PreparedSend[]): Promise<Sent[]> {
  const started: Promise<Sent>[] = [];
  const waiting = new Set(batch.filter(({ row }) => row.isOwned));
  const start = (send: PreparedSend) => {
    waiting.delete(send);
    started.push(send.begin().then((result) => ({ row: send.row, result })));
  };

  for (const send of batch) if (!waiting.has(send)) start(send);
  if (waiting.size > 0)
    await startOwned(ctx, waiting, start).catch((error: unknown) => postpone(waiting, error, started));
  return Promise.all(started);
}

async function startOwned(ctx: Ctx, waiting: Set<PreparedSend>, start: (send: PreparedSend) => void): Promise<void> {
  await withTenantSql(ctx, async (sql) => {
    const owned = [...waiting];
    const refusals = await holdOwners(
      sql,
      owned.map(({ row }) => row.id),
    );
    for (const send of owned) if (!refusals.has(send.row.id)) start(send);
    if (refusals.size > 0) await dropTaken(sql, refusals);
  });
  waiting.clear();
}

/** The database failed us before these left: they may be tried again, as when a provider cannot be reached. */
function postpone(waiting: Set<PreparedSend>, error: unknown, started: Promise<Sent>[]): void {
  const reason = `not ready to be sent: ${error instanceof Error ? error.message : "no transaction"}`;
  for (const { row } of waiting) started.push(Promise.resolve({ row, result: { ok: false, kind: "rate", reason } }));
}
