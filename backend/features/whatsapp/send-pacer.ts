import type { Pacing } from "./gateways/gateway";

export type SendPacer = {
  /** Waits until the device may send once more. */
  take(deviceId: string, pacing: Pacing): Promise<void>;
};

type Bucket = { tokens: number; refilledAt: number };

/** A token bucket per device, in this process; a device's lane is worked by one process at a time. */
export function createSendPacer(now: () => number = () => performance.now(), sleep = Bun.sleep): SendPacer {
  const buckets = new Map<string, Bucket>();

  return {
    async take(deviceId, { ratePerSecond, burst }) {
      const bucket = buckets.get(deviceId) ?? { tokens: burst, refilledAt: now() };
      buckets.set(deviceId, bucket);
      const elapsedSeconds = (now() - bucket.refilledAt) / 1000;
      bucket.tokens = Math.min(burst, bucket.tokens + elapsedSeconds * ratePerSecond) - 1;
      bucket.refilledAt = now();
      // Below zero: this caller has borrowed from the future and waits until its token would have been there.
      if (bucket.tokens < 0) await sleep((-bucket.tokens / ratePerSecond) * 1000);
    },
  };
}
