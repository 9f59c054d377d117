import type { SendFailureKind, SendResult } from "./gateways/gateway";

/** What a send's result means for its message. */
export type SendOutcome = {
  status: "sent" | "queued" | "failed" | "unknown";
  providerId: string | null;
  failure: string | null;
  /** null = at once, when its turn comes. */
  retryInMs: number | null;
  /** The next attempt goes without the picture. */
  dropImage: boolean;
  /** False when the message itself was never tried: the device was at fault. */
  isAttempt: boolean;
};

/** What a send's result means for its device: nothing is sent for so long, or null to go on. */
export type DevicePause = { forMs: number; isDown: boolean; kind: SendFailureKind; reason: string };

const MAX_ATTEMPTS = 12;
const RATE_RETRY_MS = 5_000;
const MEDIA_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 900_000;
const DOWN_PAUSE_MS = 60_000;

/** `attempts` includes the one that gave `result`. */
export function outcomeOf(attempts: number, result: SendResult): SendOutcome {
  const settled = { providerId: null, failure: null, retryInMs: null, dropImage: false, isAttempt: true };
  if (result.ok) return { ...settled, status: "sent", providerId: result.providerId };

  const failed = { ...settled, failure: `${result.kind}: ${result.reason}` };
  if (result.kind === "unknown") return { ...failed, status: "unknown" };
  if (result.kind === "bad_target" || result.kind === "rejected") return { ...failed, status: "failed" };
  // A picture the provider cannot take is tried twice; then the words go alone.
  if (result.kind === "media") return mediaOutcome(attempts, { ...failed, status: "queued" });
  if (result.kind !== "rate") return { ...failed, status: "queued", isAttempt: false };
  return attempts >= MAX_ATTEMPTS ? { ...failed, status: "failed" } : { ...failed, status: "queued" };
}

/** The device's own failures, and "slow down", stop its lane: the next message would meet the same. */
export function pauseAfter(attempts: number, result: SendResult): DevicePause | null {
  if (result.ok) return null;
  const { kind, reason } = result;
  if (kind === "auth" || kind === "device_down" || kind === "quota")
    return { forMs: DOWN_PAUSE_MS, isDown: true, kind, reason };
  if (kind !== "rate") return null;
  const forMs = Math.min(LONGEST_RETRY_MS, (result.retryAfterMs ?? RATE_RETRY_MS) * 2 ** (attempts - 1));
  return { forMs, isDown: false, kind, reason };
}

function mediaOutcome(attempts: number, outcome: SendOutcome): SendOutcome {
  if (attempts >= MAX_ATTEMPTS) return { ...outcome, status: "failed" };
  return { ...outcome, retryInMs: MEDIA_RETRY_MS, dropImage: attempts >= 2 };
}
