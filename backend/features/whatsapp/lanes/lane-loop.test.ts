import { describe, expect, test } from "bun:test";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { setLogLevel } from "@/backend/platform/logger";
import { eventually } from "@/backend/testing/messaging-world";
import { createTenant, openTestDatabase } from "@/backend/testing/test-database";
import { runOn } from "../run-sql";
import { createLaneLoop, type LaneLoopOptions } from "./lane-loop";
import { type ClaimedLane, claimLanes, releaseLane, touchLane } from "./lane-store";

setLogLevel("error");
const db = await openTestDatabase();
const tenant = await createTenant(db);
const scope = { db, tenant };
const NEVER_MS = 3_600_000;

async function touched(): Promise<string> {
  const subjectId = Bun.randomUUIDv7();
  await withTenantSql(scope, (sql) => touchLane(runOn(sql), { tenantId: tenant.id, kind: "conversation", subjectId }));
  return subjectId;
}

function release(lane: ClaimedLane): Promise<void> {
  return withTenantSql(scope, (sql) => releaseLane(runOn(sql), lane));
}

/** Runs a loop for as long as `use` takes. */
async function withLoop(options: Partial<LaneLoopOptions>, use: () => Promise<void>): Promise<void> {
  const loop = createLaneLoop(db, {
    kind: "conversation",
    concurrency: 4,
    leaseMs: 60_000,
    pollMs: 50,
    work: release,
    ...options,
  });
  loop.start();
  try {
    await use();
  } finally {
    await loop.stop();
  }
}

describe("a loop works what is ready", () => {
  test("without any signal, by its poll", async () => {
    const done: string[] = [];
    const work = async (lane: ClaimedLane) => {
      await release(lane);
      done.push(lane.subjectId);
    };
    await withLoop({ work }, async () => {
      const subjectId = await touched();
      await eventually(async () => done.includes(subjectId));
    });
  });

  test("by a signal for its kind, without any poll", async () => {
    const done: string[] = [];
    const work = async (lane: ClaimedLane) => {
      await release(lane);
      done.push(lane.subjectId);
    };
    await withLoop({ work, pollMs: NEVER_MS }, async () => {
      const subjectId = await touched();
      await eventually(async () => {
        db.signals.dispatch("lanes", "conversation");
        return done.includes(subjectId);
      });
    });
  });

  test("never more at once than it may", async () => {
    let atOnce = 0;
    let most = 0;
    let finished = 0;
    const work = async (lane: ClaimedLane) => {
      most = Math.max(most, ++atOnce);
      await Bun.sleep(5);
      atOnce -= 1;
      await release(lane);
      finished += 1;
    };
    for (let count = 0; count < 20; count += 1) await touched();
    await withLoop({ work, concurrency: 3 }, async () => {
      await eventually(async () => finished >= 20);
    });
    expect(most).toBe(3);
  });

  test("again after a failure, and others meanwhile", async () => {
    const failing = await touched();
    const healthy = await touched();
    const attempts: number[] = [];
    const done: string[] = [];
    const work = async (lane: ClaimedLane) => {
      if (lane.subjectId === failing) attempts.push(lane.attempts);
      if (lane.subjectId === failing && attempts.length < 3) throw new Error("not now");
      await release(lane);
      done.push(lane.subjectId);
    };
    await withLoop({ work }, async () => {
      await eventually(async () => done.includes(failing));
    });
    expect(attempts).toEqual([0, 1, 2]);
    expect(done.indexOf(healthy)).toBeLessThan(done.indexOf(failing));
  });
});

describe("a lease", () => {
  test("is kept for work that takes much longer than it", async () => {
    const subjectId = await touched();
    const thinking = Promise.withResolvers<void>();
    let begun = 0;
    const work = async (lane: ClaimedLane) => {
      begun += 1;
      await thinking.promise;
      await release(lane);
    };
    await withLoop({ work, leaseMs: 1_000 }, async () => {
      await eventually(async () => begun === 1);
      for (let round = 0; round < 25; round += 1) {
        await Bun.sleep(100);
        const stolen = await claimLanes(db, "conversation", 10, 60_000);
        expect(stolen.map((lane) => lane.subjectId)).not.toContain(subjectId);
      }
      thinking.resolve();
    });
    expect(begun).toBe(1);
  });

  test("ends with the process: another one takes the lane", async () => {
    const subjectId = await touched();
    await claimLanes(db, "conversation", 100, 200);
    await withLoop({}, async () => {
      await eventually(async () => {
        const { rowCount } = await db.pool.query(
          "SELECT 1 FROM lanes WHERE subject_id = $1 AND ready_at IS NULL AND token = 2",
          [subjectId],
        );
        return rowCount === 1;
      });
    });
  });
});

test("stopping waits for what is in hand and takes nothing new", async () => {
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const done: string[] = [];
  const loop = createLaneLoop(db, {
    kind: "conversation",
    concurrency: 1,
    leaseMs: 60_000,
    pollMs: 20,
    work: async (lane) => {
      begun.resolve();
      await mayEnd.promise;
      await release(lane);
      done.push(lane.subjectId);
    },
  });
  const first = await touched();
  loop.start();
  await begun.promise;
  const second = await touched();
  const stopped = loop.stop();
  mayEnd.resolve();
  await stopped;
  expect(done).toEqual([first]);
  expect((await claimLanes(db, "conversation", 10, 1_000)).map(({ subjectId }) => subjectId)).toContain(second);
});
