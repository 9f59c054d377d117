/** Waiting, so that tests need none. */
export type Scheduler = {
  /** Calls `run` once; the returned function takes that back. */
  after(delayMs: number, run: () => void): () => void;
};

export const systemScheduler: Scheduler = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
