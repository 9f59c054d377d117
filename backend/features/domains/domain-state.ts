import type { Verdict } from "./domain-report";

export type DomainStatus = "pending" | "verified" | "failed";

/** The part of a claim that checks move. */
export type DomainState = {
  status: DomainStatus;
  /** Daily checks that failed in a row. */
  failures: number;
  /** First time it was verified. */
  verifiedAt: Date | null;
  /** Since when every check passed; the redirect is permanent 7 days later. */
  healthySince: Date | null;
};

export type DomainChange = "verified" | "recovered" | "fell_back" | null;

export const FAILURES_BEFORE_FALLBACK = 3;

/**
 * What a check makes of a claim. The owner's own tries never count against a domain that serves; three daily failures in a
 * row end it, and the first check that passes brings it back. A check that could not look changes nothing.
 */
export function afterCheck(
  state: DomainState,
  verdict: Verdict,
  { isDaily, now }: { isDaily: boolean; now: Date },
): { state: DomainState; change: DomainChange } {
  if (verdict === "passed") {
    const wasServing = state.status === "verified";
    const healthySince = wasServing ? (state.healthySince ?? now) : now;
    const next = { status: "verified", failures: 0, verifiedAt: state.verifiedAt ?? now, healthySince } as const;
    if (wasServing) return { state: next, change: null };
    return { state: next, change: state.verifiedAt ? "recovered" : "verified" };
  }

  if (verdict === "unknown" || !isDaily || state.status !== "verified") return { state, change: null };
  const failures = state.failures + 1;
  const hasEnded = failures >= FAILURES_BEFORE_FALLBACK;
  return {
    state: { ...state, status: hasEnded ? "failed" : "verified", failures, healthySince: null },
    change: hasEnded ? "fell_back" : null,
  };
}
