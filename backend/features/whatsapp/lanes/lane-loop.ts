import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { logger } from "@/backend/platform/logger";
import { runOn } from "../run-sql";
import { type ClaimedLane, claimLanes, type LaneKind, LostLeaseError, postponeLane, renewLease } from "./lane-store";

export type LaneLoopOptions = {
  kind: LaneKind;
  /** Lanes worked on at once by this process. */
  concurrency: number;
  /** How long a lane stays with a process that died. A living one renews, for `LONGEST_HOLD_MS` at most. */
  leaseMs: number;
  pollMs: number;
  work(lane: ClaimedLane): Promise<void>;
};

export type LaneLoop = {
  start(): void;
  /** For work that only waits on somebody else (a language model): meanwhile another lane is worked on in its place. */
  aside<T>(waiting: Promise<T>): Promise<T>;
  /** Stops claiming and waits for what is in hand; leases of what does not end in time run out by themselves. */
  stop(timeoutMs?: number): Promise<void>;
};

/** Every message and every answer is a signal: one look takes what the signals of this long were about. */
const CLAIM_PAUSE_MS = 20;
const LONGEST_BACKOFF_MS = 60_000;
const LONGEST_HOLD_MS = 300_000;
/** However slow the others are, no more lanes than this wait for them. */
const MOST_ASIDE = 200;

/**
 * Works lanes of one kind for as long as the process lives. A signal wakes it at once; the poll is the truth, so a lost
 * signal costs `pollMs` and never a message.
 */
export function createLaneLoop(db: Database, options: LaneLoopOptions): LaneLoop {
  const inHand = new Set<Promise<void>>();
  // Claims are one at a time: taking lanes one by one as hands become free would make them the bottleneck.
  const enoughRoom = Math.ceil(options.concurrency / 3);
  let aside = 0;
  let running = false;
  let claiming: Promise<void> | null = null;
  let claimAgain = false;
  let timer: Timer | null = null;
  let unsubscribe: (() => void) | null = null;

  function pump(): void {
    if (!running) return;
    claimAgain = true;
    claiming ??= claim().finally(() => {
      claiming = null;
      if (claimAgain) pump();
    });
  }

  async function claim(): Promise<void> {
    try {
      while (claimAgain && running) {
        claimAgain = false;
        const room = options.concurrency - inHand.size + Math.min(aside, MOST_ASIDE);
        if (room < enoughRoom) return;
        const pause = Bun.sleep(CLAIM_PAUSE_MS);
        const lanes = await claimLanes(db, options.kind, room, options.leaseMs);
        for (const lane of lanes) hold(lane);
        if (lanes.length < room) await pause;
      }
    } catch (error) {
      logger.warn("lanes cannot be claimed", { kind: options.kind, error });
    }
  }

  function hold(lane: ClaimedLane): void {
    const task = workOnLane(db, options, lane).finally(() => {
      inHand.delete(task);
      pump();
    });
    inHand.add(task);
  }

  function schedule(): void {
    if (!running) return;
    timer = setTimeout(
      () => {
        pump();
        schedule();
      },
      options.pollMs * (0.75 + Math.random() / 2),
    );
  }

  return {
    start() {
      if (running) return;
      running = true;
      unsubscribe = db.signals.subscribe("lanes", (kind) => {
        if (kind === "" || kind === options.kind) pump();
      });
      schedule();
      pump();
    },
    async aside(waiting) {
      aside += 1;
      pump();
      try {
        return await waiting;
      } finally {
        aside -= 1;
      }
    },
    async stop(timeoutMs = 20_000) {
      running = false;
      unsubscribe?.();
      if (timer) clearTimeout(timer);
      // What is being claimed at this moment is still ours to do.
      await claiming;
      await Promise.race([Promise.allSettled(inHand), Bun.sleep(timeoutMs)]);
    },
  };
}

async function workOnLane(db: Database, options: LaneLoopOptions, lane: ClaimedLane): Promise<void> {
  const heartbeat = startHeartbeat(db, options, lane);
  try {
    await options.work(lane);
  } catch (error) {
    if (error instanceof LostLeaseError) return;
    logger.warn("lane work failed", { kind: lane.kind, subjectId: lane.subjectId, attempts: lane.attempts, error });
    const delayMs = Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** lane.attempts) * (0.5 + Math.random());
    await withSystem(db, (sql) => postponeLane(runOn(sql), lane, delayMs)).catch(() => undefined);
  } finally {
    clearInterval(heartbeat);
  }
}

/** Thinking and sending take longer than a lease. Ends by itself, so that work that hangs does not keep its lane. */
function startHeartbeat(db: Database, { leaseMs }: LaneLoopOptions, lane: ClaimedLane): Timer {
  const startedAt = performance.now();
  const heartbeat = setInterval(() => {
    if (performance.now() - startedAt > LONGEST_HOLD_MS) return clearInterval(heartbeat);
    void withSystem(db, (sql) => renewLease(runOn(sql), lane, leaseMs)).catch(() => undefined);
  }, leaseMs / 3);
  return heartbeat;
}
