import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { logger } from "@/backend/platform/logger";
import { type ClaimedLane, claimLanes, type LaneKind, LostLeaseError, postponeLane } from "./lane-store";

export type LaneLoopOptions = {
  kind: LaneKind;
  /** Lanes worked on at once by this process. */
  concurrency: number;
  leaseMs: number;
  pollMs: number;
  work(lane: ClaimedLane): Promise<void>;
};

export type LaneLoop = {
  start(): void;
  /** Stops claiming and waits for what is in hand; leases of what does not end in time run out by themselves. */
  stop(timeoutMs?: number): Promise<void>;
};

const LONGEST_BACKOFF_MS = 60_000;

/**
 * Works lanes of one kind for as long as the process lives. A signal wakes it at once; the poll is the truth, so a lost
 * signal costs `pollMs` and never a message.
 */
export function createLaneLoop(db: Database, options: LaneLoopOptions): LaneLoop {
  const inHand = new Set<Promise<void>>();
  let running = false;
  let claiming = false;
  let claimAgain = false;
  let timer: Timer | null = null;
  let unsubscribe: (() => void) | null = null;

  async function pump(): Promise<void> {
    if (!running) return;
    if (claiming) {
      claimAgain = true;
      return;
    }
    claiming = true;
    try {
      do {
        claimAgain = false;
        const room = options.concurrency - inHand.size;
        if (room <= 0) break;
        const lanes = await claimLanes(db, options.kind, room, options.leaseMs);
        for (const lane of lanes) hold(lane);
        if (lanes.length === room) claimAgain = inHand.size < options.concurrency;
      } while (claimAgain && running);
    } catch (error) {
      logger.warn("lanes cannot be claimed", { kind: options.kind, error });
    } finally {
      claiming = false;
    }
  }

  function hold(lane: ClaimedLane): void {
    const task = run(lane).finally(() => {
      inHand.delete(task);
      void pump();
    });
    inHand.add(task);
  }

  async function run(lane: ClaimedLane): Promise<void> {
    try {
      await options.work(lane);
    } catch (error) {
      if (error instanceof LostLeaseError) return;
      logger.warn("lane work failed", { kind: lane.kind, subjectId: lane.subjectId, attempts: lane.attempts, error });
      const delayMs = Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** lane.attempts) * (0.5 + Math.random());
      await withSystem(db, (sql) => postponeLane(sql, lane, delayMs)).catch(() => undefined);
    }
  }

  function schedule(): void {
    if (!running) return;
    timer = setTimeout(
      () => {
        void pump();
        schedule();
      },
      options.pollMs * (0.75 + Math.random() / 2),
    );
  }

  return {
    start() {
      if (running) return;
      running = true;
      unsubscribe = db.signals.subscribe("lanes", () => void pump());
      schedule();
      void pump();
    },
    async stop(timeoutMs = 20_000) {
      running = false;
      unsubscribe?.();
      if (timer) clearTimeout(timer);
      await Promise.race([Promise.allSettled(inHand), Bun.sleep(timeoutMs)]);
    },
  };
}
