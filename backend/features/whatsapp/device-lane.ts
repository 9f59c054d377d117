import { recordEvent } from "@/backend/features/audit";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database, Sql } from "@/backend/platform/database/database";
import { withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { type Device, findDevice, toGatewayDevice } from "./devices";
import type { GatewayDevice, GatewayName, OutgoingMessage, WhatsAppGateway } from "./gateways/gateway";
import { type ClaimedLane, LostLeaseError, postponeLane, releaseLane, renewLease } from "./lanes/lane-store";
import { nextSendInMs, type OutboxRow, recordOutcome, recoverInterrupted, takeNext } from "./outbox";
import { runIn, runOn } from "./run-sql";
import { type DevicePause, pauseAfter } from "./send-outcome";
import type { SendPacer } from "./send-pacer";
import { type PreparedSend, type Sent, startSends } from "./start-sends";

export type DeviceLaneDeps = {
  db: Database;
  clock: Clock;
  encryption: Encryption;
  gateways: ReadonlyMap<GatewayName, WhatsAppGateway>;
  /** Of devices without their own. */
  defaultGateway?: GatewayName;
  pacer: SendPacer;
  /** Public address of a picture in the object store, for the gateway to fetch. */
  mediaUrl(ctx: Ctx, objectKey: string): Promise<string>;
  leaseMs: number;
};

type Sending = { deps: DeviceLaneDeps; lane: ClaimedLane; ctx: Ctx; device: Device; gateway: WhatsAppGateway };
type Step = { next: "send"; batch: OutboxRow[] } | { next: "wait" } | { next: "done" };

const SEND_TIMEOUT_MS = 20_000;
const PAUSE_MS = 60_000;
/** A busy device lets others have its place now and then. */
const LONGEST_ROUND_MS = 30_000;

/**
 * Sends what waits for one device: in order within a conversation, several conversations at once as far as the
 * gateway's pacing allows. A failure of the device stops this lane and no other.
 */
export async function workDeviceLane(deps: DeviceLaneDeps, lane: ClaimedLane): Promise<void> {
  const ctx = contextOf(deps, lane);
  const sending = await withTenantSql(ctx, async (sql): Promise<Sending | null> => {
    const device = await findDevice(sql, lane.subjectId);
    const name = device?.gateway ?? deps.defaultGateway;
    const gateway = name ? deps.gateways.get(name) : undefined;
    if (!device || !gateway) {
      await releaseLane(runOn(sql), lane);
      return null;
    }
    // Known to be down, and not a try after a pause.
    if (device.status === "disconnected" && lane.attempts === 0) {
      await postponeLane(runOn(sql), lane, PAUSE_MS);
      return null;
    }
    if (!(await renewLease(runOn(sql), lane, deps.leaseMs))) throw new LostLeaseError(lane);
    await recoverInterrupted(sql, device.id, gateway.idempotentSend);
    return { deps, lane, ctx, device, gateway };
  });
  if (sending) await send(sending);
}

async function send(sending: Sending): Promise<void> {
  const { deps, device, gateway } = sending;
  const endsAt = performance.now() + LONGEST_ROUND_MS;
  let sent: Sent[] = [];

  for (;;) {
    // Paced before anything is taken: a message that waits here is still queued, whoever dies or takes over meanwhile.
    const grant = deps.pacer.take(device.id, gateway.pacing);
    const step = await advance(sending, sent, grant.tokens, performance.now() > endsAt);
    const taken: OutboxRow[] = step.next === "send" ? step.batch : [];
    if (sent.length > 0) deps.db.signals.send("live", String(device.tenantId));
    sent = await startSends(sending.ctx, await Promise.all(taken.map((row) => prepareSend(sending, row))));
    deps.pacer.giveBack(device.id, grant.tokens - sent.length);
    if (step.next === "done") return;
    if (step.next === "wait") await Bun.sleep(grant.waitMs);
  }
}

/** One transaction: writes down what was sent, and takes what goes next or gives the lane back. */
async function advance(sending: Sending, sent: Sent[], tokens: number, isLast: boolean): Promise<Step> {
  const { deps, ctx, lane, device } = sending;
  const pause = longestPause(sent);
  let isOurs = true;

  const step = await withTenantSql(ctx, async (sql): Promise<Step> => {
    isOurs = await renewLease(runOn(sql), lane, deps.leaseMs);
    for (const { row, result } of sent) await recordOutcome(sql, device, row, result);
    // Results are the truth whoever holds the lane by now; anything more is up to the holder.
    if (!isOurs || pause) return { next: "done" };

    if (device.status === "disconnected") await markConnected(sql, device, sent);
    const nextInMs = await nextSendInMs(sql, device.id);
    if (nextInMs === 0 && !isLast) {
      if (tokens === 0) return { next: "wait" };
      const batch = await takeNext(sql, device.id, tokens);
      if (batch.length > 0) return { next: "send", batch };
    }
    await releaseLane(runOn(sql), lane, nextInMs);
    return { next: "done" };
  });
  if (!isOurs) throw new LostLeaseError(lane);
  if (pause) await pauseDevice(sending, pause);
  return step;
}

async function prepareSend({ deps, ctx, device, gateway }: Sending, row: OutboxRow): Promise<PreparedSend> {
  // What fails here has not left yet: it may be tried again.
  const from = credentialsOf(deps, device);
  const unreadable = "the device's credentials cannot be read";
  if (!from) return { row, begin: async () => ({ ok: false, kind: "auth", reason: unreadable }) };
  const message = await toOutgoing(deps, ctx, row).catch((error: unknown) => reasonOf(error));
  if (typeof message === "string")
    return { row, begin: async () => ({ ok: false, kind: "rate", reason: `not ready to be sent: ${message}` }) };

  return {
    row,
    begin: async () => {
      try {
        return await gateway.send(from, message, AbortSignal.timeout(SEND_TIMEOUT_MS));
      } catch (error) {
        return { ok: false, kind: "unknown", reason: reasonOf(error) };
      }
    },
  };
}

function credentialsOf(deps: DeviceLaneDeps, device: Device): GatewayDevice | null {
  try {
    return toGatewayDevice(device, deps.encryption);
  } catch {
    return null;
  }
}

async function toOutgoing(deps: DeviceLaneDeps, ctx: Ctx, row: OutboxRow): Promise<OutgoingMessage> {
  return {
    id: row.id,
    to: row.chatId,
    text: row.text,
    ...(row.objectKey && { image: { url: await deps.mediaUrl(ctx, row.objectKey) } }),
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : "send failed";
}

function longestPause(sent: Sent[]): DevicePause | null {
  const pauses = sent.flatMap(({ row, result }) => pauseAfter(row.attempts, result) ?? []);
  return pauses.sort((a, b) => Number(b.isDown) - Number(a.isDown) || b.forMs - a.forMs)[0] ?? null;
}

/** The messages stay queued; a "connected" event, or the pause's end, brings them out. */
async function pauseDevice({ ctx, device, lane }: Sending, pause: DevicePause): Promise<void> {
  await withTenant(ctx, async (tx) => {
    if (!(await postponeLane(runIn(tx), lane, pause.forMs))) throw new LostLeaseError(lane);
    if (!pause.isDown || device.status === "disconnected") return;
    await tx.device.update({
      where: { tenantId_id: { tenantId: device.tenantId, id: device.id } },
      data: { status: "disconnected" },
    });
    const { kind, reason } = pause;
    await recordEvent(tx, ctx, { type: "device.send_stopped", data: { deviceId: device.id, kind, reason } });
  });
}

/** A send that worked after a pause: the device is up, whether or not its gateway says so. */
async function markConnected(sql: Sql, device: Device, sent: Sent[]): Promise<void> {
  if (!sent.some(({ result }) => result.ok)) return;
  await sql.query(
    "UPDATE devices SET status = 'connected' WHERE tenant_id = $1 AND id = $2::uuid AND status = 'disconnected'",
    [device.tenantId, device.id],
  );
  device.status = "connected";
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
