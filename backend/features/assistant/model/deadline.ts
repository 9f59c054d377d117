import { abortFailure, type ModelFailure } from "./language-model";
import type { Scheduler } from "./scheduler";

/** One limit over everything that belongs to a call. */
export type Deadline = {
  signal: AbortSignal;
  /** The work's result, or the failure as soon as time is up or the caller gives up, whatever the work does then. */
  race<T>(work: Promise<T>): Promise<T | ModelFailure>;
  clear(): void;
};

export function startDeadline(scheduler: Scheduler, limitMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const giveUp = () => controller.abort(caller?.reason);
  const cancel = scheduler.after(limitMs, () => controller.abort(new DOMException("too late", "TimeoutError")));
  if (caller?.aborted) giveUp();
  caller?.addEventListener("abort", giveUp, { once: true });

  const over = new Promise<ModelFailure>((resolve) => {
    if (signal.aborted) resolve(abortFailure(signal));
    signal.addEventListener("abort", () => resolve(abortFailure(signal)), { once: true });
  });

  return {
    signal,
    race: (work) => Promise.race([over, work]),
    clear() {
      cancel();
      caller?.removeEventListener("abort", giveUp);
    },
  };
}
