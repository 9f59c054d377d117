/** What is known of failed tries under one key. */
export type FailureCounter = { failures: number; lastFailedAt: Date; blockedUntil: Date | null };

export const FREE_FAILURES = 5;
const FIRST_DELAY_SECONDS = 30;
const LONGEST_DELAY_SECONDS = 15 * 60;
/** Failures longer ago than this say nothing any more. */
const FORGOTTEN_AFTER_MS = 60 * 60_000;

/** Seconds until the next try, 0 when it may be made now. */
export function secondsToWait(counter: FailureCounter | null, now: Date): number {
  const blockedUntil = counter?.blockedUntil?.getTime() ?? 0;
  return Math.max(0, Math.ceil((blockedUntil - now.getTime()) / 1_000));
}

/** Every try counts as a failure until it is known to be none, so that tries at the same moment do not slip through. */
export function afterTry(counter: FailureCounter | null, now: Date): FailureCounter {
  const isForgotten = !counter || now.getTime() - counter.lastFailedAt.getTime() > FORGOTTEN_AFTER_MS;
  const failures = isForgotten ? 1 : counter.failures + 1;
  return { failures, lastFailedAt: now, blockedUntil: blockedUntil(failures, now) };
}

/** Takes back `count` tries that were no failures. */
export function afterGivingBack(counter: FailureCounter, count: number): FailureCounter {
  const failures = Math.max(0, counter.failures - count);
  return { ...counter, failures, blockedUntil: blockedUntil(failures, counter.lastFailedAt) };
}

function blockedUntil(failures: number, lastFailedAt: Date): Date | null {
  if (failures < FREE_FAILURES) return null;
  const seconds = Math.min(LONGEST_DELAY_SECONDS, FIRST_DELAY_SECONDS * 2 ** (failures - FREE_FAILURES));
  return new Date(lastFailedAt.getTime() + seconds * 1_000);
}
