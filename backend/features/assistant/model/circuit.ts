import type { Clock } from "@/backend/platform/clock";
import type { ModelAnswer, ModelFailure } from "./language-model";
import { msUntilPacificMidnight } from "./pacific-midnight";

const FAILURES_TO_OPEN = 5;
const FAILURE_WINDOW_MS = 60_000;
const OPEN_MS = 30_000;
const LONGEST_RATE_WAIT_MS = 5 * 60_000;
const SOMEBODY_MUST_ACT_MS = 5 * 60_000;
const SHORTEST_QUOTA_MS = 60 * 60_000;
const LONGEST_QUOTA_MS = 25 * 60 * 60_000;

/** Leave to make one call; exactly one of its functions is called afterwards. */
export type CircuitPass = {
  report(answer: ModelAnswer): void;
  /** The call was not made, or says nothing about the model. */
  withdraw(): void;
};

export type Circuit = {
  /** Null while the model is left alone. After that time one call at a time may try it. */
  enter(): CircuitPass | null;
  /** 0 when it may be called. */
  openForMs(): number;
};

/** Stops asking a model that does not answer, in this process. */
export function createCircuit(clock: Clock): Circuit {
  let failedAt: number[] = [];
  let openUntil: number | null = null;
  let isProbing = false;
  let timesOpened = 0;
  const now = () => clock.now().getTime();

  return {
    openForMs: () => Math.max(0, (openUntil ?? 0) - now()),
    enter() {
      if (openUntil === null) return pass(false);
      if (now() < openUntil || isProbing) return null;
      isProbing = true;
      return pass(true);
    },
  };

  function pass(isProbe: boolean): CircuitPass {
    const opened = timesOpened;
    const withdraw = () => {
      if (isProbe && opened === timesOpened) isProbing = false;
    };
    return {
      withdraw,
      report(answer) {
        const verdict = verdictOf(answer, clock.now());
        if (verdict === "none") return withdraw();
        if (typeof verdict === "number") return open(verdict);
        // Whoever entered before it opened knows nothing new.
        if (opened !== timesOpened) return;
        if (verdict === "alive") close();
        else noteFailure(isProbe, answer);
      },
    };
  }

  function noteFailure(isProbe: boolean, answer: ModelAnswer): void {
    failedAt = [...failedAt.filter((at) => at > now() - FAILURE_WINDOW_MS), now()];
    if (!isProbe && failedAt.length < FAILURES_TO_OPEN) return;
    const toldMs = answer.ok ? 0 : Math.min(answer.retryAfterMs ?? 0, LONGEST_RATE_WAIT_MS);
    open(Math.max(OPEN_MS, toldMs));
  }

  function open(forMs: number): void {
    openUntil = Math.max(openUntil ?? 0, now() + forMs);
    timesOpened += 1;
    isProbing = false;
    failedAt = [];
  }

  function close(): void {
    openUntil = null;
    isProbing = false;
    failedAt = [];
  }
}

/** A number: leave it alone for so many milliseconds. */
function verdictOf(answer: ModelAnswer, now: Date): "alive" | "failing" | "none" | number {
  if (answer.ok) return "alive";
  switch (answer.kind) {
    case "rate":
    case "unavailable":
    case "timeout":
    case "invalid":
      return "failing";
    case "auth":
    case "model_gone":
      return SOMEBODY_MUST_ACT_MS;
    case "quota":
      return quotaMs(answer, now);
    case "blocked":
    case "empty":
    case "bad_request":
      return "alive";
    case "aborted":
    case "over_budget":
    case "circuit_open":
      return "none";
  }
}

function quotaMs(failure: ModelFailure, now: Date): number {
  const waitMs = failure.retryAfterMs ?? msUntilPacificMidnight(now);
  return Math.min(Math.max(waitMs, SHORTEST_QUOTA_MS), LONGEST_QUOTA_MS);
}
