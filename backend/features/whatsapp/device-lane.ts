import { recordEvent } from "@/backend/features/audit";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { type Device, findDeviceById, toGatewayDevice } from "./devices";
import type { GatewayName, OutgoingMessage, SendFailureKind, SendResult, WhatsAppGateway } from "./gateways/gateway";
import { type ClaimedLane, extendLease, releaseLane } from "./lanes/lane-store";
import { nextSendAt, type OutboxRow, recordOutcome, recoverInterrupted, takeNext } from "./outbox";
import { runOn } from "./run-sql";
import type { SendPacer } from "./send-pacer";

export type DeviceLaneDeps = {
  db: Database;
  clock: Clock;
  encryption: Encryption;
  gateways: ReadonlyMap<GatewayName, WhatsAppGateway>;
  pacer: SendPacer;
  /** Public address of a picture in the object store, for the gateway to fetch. */
  mediaUrl(ctx: Ctx, objectKey: string): Promise<string>;
  leaseMs: number;
};

const SEND_TIMEOUT_MS = 20_000;
const PAUSE_MS = 60_000;
const STOPS_THE_DEVICE = new Set<SendFailureKind>(["auth", "device_down", "quota"]);

/**
 * Sends what waits for one device: in order within a conversation, several conversations at once as far as the
 * gateway's pacing allows. A failure of the device stops this lane and no other.
 */
export async function workDeviceLane(deps: DeviceLaneDeps, lane: ClaimedLane): Promise<void> {
  const ctx = contextOf(deps, lane);
  const device = await findDeviceById(deps.db, lane.tenantId, lane.subjectId);
  const gateway = device ? deps.gateways.get(device.gateway) : undefined;
  if (!device || !gateway) {
    await withTenantSql(ctx, (sql) => releaseLane(runOn(sql), lane));
    return;
  }

  await withTenantSql(ctx, (sql) => recoverInterrupted(sql, device.id, gateway.idempotentSend));
  for (;;) {
    const batch = await withTenantSql(ctx, async (sql) => {
      await extendLease(runOn(sql), lane, deps.leaseMs + SEND_TIMEOUT_MS);
      return takeNext(sql, device.id, gateway.pacing.concurrency);
    });
    if (batch.length === 0) break;
    const results = await Promise.all(batch.map((row) => sendOne(deps, ctx, gateway, device, row)));
    await withTenantSql(ctx, async (sql) => {
      for (const [index, row] of batch.entries()) {
        await recordOutcome(sql, device, row, results[index] ?? UNKNOWN_OUTCOME);
      }
    });
    deps.db.signals.send("live", String(lane.tenantId));
    const stopped = results.find((result) => !result.ok && STOPS_THE_DEVICE.has(result.kind));
    if (stopped && !stopped.ok) return pauseDevice(ctx, device, lane, stopped.kind, stopped.reason);
  }

  await withTenantSql(ctx, async (sql) => releaseLane(runOn(sql), lane, (await nextSendAt(sql, device.id)) ?? "idle"));
}

const UNKNOWN_OUTCOME: SendResult = { ok: false, kind: "unknown", reason: "no result" };

async function sendOne(
  deps: DeviceLaneDeps,
  ctx: Ctx,
  gateway: WhatsAppGateway,
  device: Device,
  row: OutboxRow,
): Promise<SendResult> {
  await deps.pacer.take(device.id, gateway.pacing);
  try {
    const message: OutgoingMessage = {
      id: row.id,
      to: row.chatId,
      text: row.text,
      ...(row.objectKey && { image: { url: await deps.mediaUrl(ctx, row.objectKey) } }),
    };
    const signal = AbortSignal.timeout(SEND_TIMEOUT_MS);
    return await gateway.send(toGatewayDevice(device, deps.encryption), message, signal);
  } catch (error) {
    return { ok: false, kind: "unknown", reason: error instanceof Error ? error.message : "send failed" };
  }
}

/** The messages stay queued; a "connected" event, or the pause's end, brings them out. */
async function pauseDevice(
  ctx: Ctx,
  device: Device,
  lane: ClaimedLane,
  kind: SendFailureKind,
  reason: string,
): Promise<void> {
  await withTenant(ctx, async (tx) => {
    await tx.device.update({
      where: { tenantId_id: { tenantId: device.tenantId, id: device.id } },
      data: { status: "disconnected" },
    });
    await recordEvent(tx, ctx, { type: "device.send_stopped", data: { deviceId: device.id, kind, reason } });
  });
  await withTenantSql(ctx, (sql) => releaseLane(runOn(sql), lane, new Date(Date.now() + PAUSE_MS)));
}

function contextOf(deps: DeviceLaneDeps, lane: ClaimedLane): Ctx {
  return {
    tenant: { id: lane.tenantId },
    actor: { type: "system", name: "outbox" },
    db: deps.db,
    clock: deps.clock,
    requestId: `outbox:${lane.subjectId.slice(-12)}:${lane.token}`,
  };
}
