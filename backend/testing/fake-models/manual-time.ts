import type { Clock } from "@/backend/platform/clock";

export type ManualTime = Clock & {
  after(delayMs: number, run: () => void): () => void;
  /** Moves on and runs what becomes due, in its order, with everything that follows from it. */
  advance(ms: number): Promise<void>;
};

/** A clock and a scheduler that stand still until the test moves them. */
export function createManualTime(start = "2026-11-20T03:00:00Z"): ManualTime {
  let now = new Date(start).getTime();
  let waiting: { at: number; run: () => void }[] = [];

  return {
    now: () => new Date(now),
    after(delayMs, run) {
      const timer = { at: now + delayMs, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let next = firstDue(until); next; next = firstDue(until)) {
        const due = next;
        waiting = waiting.filter((timer) => timer !== due);
        now = Math.max(now, due.at);
        due.run();
        await settle();
      }
      now = until;
    },
  };

  function firstDue(until: number) {
    return waiting.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets every promise run that needs no time. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
