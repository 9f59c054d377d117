import type { Pacing } from "./gateways/gateway";

/** `tokens` sends may go now; when it is 0, `waitMs` until the next one may. */
export type SendGrant = { tokens: number; waitMs: number };

export type SendPacer = {
  /** Takes what is there, up to the gateway's concurrency. */
  take(deviceId: string, pacing: Pacing): SendGrant;
  /** Puts back what was not needed. */
  giveBack(deviceId: string, tokens: number): void;
};

type Bucket = { tokens: number; refilledAt: number };

/** A token bucket per device, in this process; a device's lane is worked by one process at a time. */
export function createSendPacer(now: () => number = () => performance.now()): SendPacer {
  const buckets = new Map<string, Bucket>();

  return {
    take(deviceId, { concurrency, ratePerSecond, burst }) {
      const bucket = buckets.get(deviceId) ?? { tokens: burst, refilledAt: now() };
      buckets.set(deviceId, bucket);
      const elapsedSeconds = (now() - bucket.refilledAt) / 1000;
      bucket.tokens = Math.min(burst, bucket.tokens + elapsedSeconds * ratePerSecond);
      bucket.refilledAt = now();

      const tokens = Math.min(concurrency, Math.floor(bucket.tokens));
      bucket.tokens -= tokens;
      return { tokens, waitMs: tokens > 0 ? 0 : Math.ceil(((1 - bucket.tokens) / ratePerSecond) * 1000) };
    },
    giveBack(deviceId, tokens) {
      const bucket = buckets.get(deviceId);
      if (bucket) bucket.tokens += tokens;
    },
  };
}
