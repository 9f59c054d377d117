import type { Ctx } from "@/backend/platform/ctx";
import { type ConnectionDeps, connectDevice, type DeviceConnection } from "./connection";
import { getDevice } from "./device-list";

/** A QR lives about 20 seconds; the row, which webhooks write, may be looked at often. */
export type FollowPace = { lookMs: number; qrMs: number; mostMs: number };

const PACE: FollowPace = { lookMs: 2_000, qrMs: 20_000, mostMs: 10 * 60_000 };

/**
 * The number's connection as it changes: each new QR, and at the end that it is connected. Ends there, when `signal` is
 * aborted, or after ten minutes, so that a forgotten page does not ask for ever.
 */
export async function* followDevice(
  deps: ConnectionDeps,
  ctx: Ctx,
  deviceId: string,
  signal: AbortSignal,
  pace: FollowPace = PACE,
): AsyncGenerator<DeviceConnection> {
  let last = await connectDevice(deps, ctx, deviceId);
  let askedAt = performance.now();
  const endsAt = askedAt + pace.mostMs;
  yield last;

  while (last.status !== "connected" && !signal.aborted && performance.now() < endsAt) {
    await pause(pace.lookMs, signal);
    if (signal.aborted) return;
    const next = await look();
    if (next.status === last.status && next.qrImage === last.qrImage && next.problem === last.problem) continue;
    last = next;
    yield last;
  }

  async function look(): Promise<DeviceConnection> {
    const { status } = await getDevice(ctx, deviceId);
    if (status === "connected") return { status, qrImage: null, problem: null };
    if (performance.now() - askedAt < pace.qrMs) return { ...last, status };
    askedAt = performance.now();
    return connectDevice(deps, ctx, deviceId);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
