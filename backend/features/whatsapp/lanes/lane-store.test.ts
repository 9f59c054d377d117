import { describe, expect, test } from "bun:test";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { eventually } from "@/backend/testing/messaging-world";
import { createTenant, openTestDatabase } from "@/backend/testing/test-database";
import { runOn } from "../run-sql";
import {
  type ClaimedLane,
  claimLanes,
  extendLease,
  type LaneKey,
  LostLeaseError,
  postponeLane,
  releaseLane,
  renewLease,
  touchLane,
  wakeLane,
} from "./lane-store";

const db = await openTestDatabase();
const tenant = await createTenant(db);
const scope = { db, tenant };
const LEASE_MS = 60_000;

function newLane(): LaneKey {
  return { tenantId: tenant.id, kind: "conversation", subjectId: Bun.randomUUIDv7() };
}

function inTenant<T>(work: (run: ReturnType<typeof runOn>) => Promise<T>): Promise<T> {
  return withTenantSql(scope, (sql) => work(runOn(sql)));
}

function touch(lane: LaneKey, delayMs = 0): Promise<void> {
  return inTenant((run) => touchLane(run, { ...lane, delayMs }));
}

async function findClaim(lane: LaneKey): Promise<ClaimedLane | undefined> {
  const claimed = await claimLanes(db, lane.kind, 100, LEASE_MS);
  return claimed.find(({ subjectId }) => subjectId === lane.subjectId);
}

async function claim(lane: LaneKey): Promise<ClaimedLane> {
  const claimed = await findClaim(lane);
  if (!claimed) throw new Error("the lane could not be claimed");
  return claimed;
}

async function touchedAndClaimed(): Promise<ClaimedLane> {
  const lane = newLane();
  await touch(lane);
  return claim(lane);
}

type LaneTimes = { ready_in_ms: number | null; attempts: number };

async function timesOf(lane: LaneKey): Promise<LaneTimes> {
  const { rows } = await db.pool.query<LaneTimes>(
    `SELECT (extract(epoch FROM ready_at - now()) * 1000)::double precision AS ready_in_ms, attempts
       FROM lanes WHERE subject_id = $1`,
    [lane.subjectId],
  );
  if (!rows[0]) throw new Error("no such lane");
  return rows[0];
}

function change(lane: LaneKey, assignment: string) {
  return db.pool.query(`UPDATE lanes SET ${assignment} WHERE subject_id = $1`, [lane.subjectId]);
}

describe("no wake-up is lost", () => {
  test("a lane nobody touched since its claim goes idle", async () => {
    const lane = await touchedAndClaimed();
    await inTenant((run) => releaseLane(run, lane));
    expect(await findClaim(lane)).toBeUndefined();
  });

  test("work that comes between reading and releasing is claimed next", async () => {
    const lane = await touchedAndClaimed();
    await touch(lane);
    await inTenant((run) => releaseLane(run, lane));
    expect(await findClaim(lane)).toBeDefined();
  });

  test("a release that waits for a touch to commit sees it", async () => {
    const lane = await touchedAndClaimed();
    const isTouched = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const touching = inTenant(async (run) => {
      await touchLane(run, lane);
      isTouched.resolve();
      await mayCommit.promise;
    });
    await isTouched.promise;
    const releasing = inTenant((run) => releaseLane(run, lane));
    await eventually(async () => (await blockedSessions()) > 0);
    mayCommit.resolve();
    await Promise.all([touching, releasing]);

    expect(await findClaim(lane)).toBeDefined();
  });

  test("work that comes while the lane is put off by a failure is found when it is due", async () => {
    const lane = await touchedAndClaimed();
    await touch(lane);
    await inTenant((run) => postponeLane(run, lane, 0));
    expect(await findClaim(lane)).toBeDefined();
  });

  test("whatever the interleaving, all work is read in the end", async () => {
    await db.pool.query("CREATE TABLE test_work (subject_id uuid, done boolean DEFAULT false)");
    await db.pool.query("GRANT ALL ON test_work TO autoleads_app");
    const lanes = Array.from({ length: 4 }, newLane);
    let writing = true;

    const writers = lanes
      .flatMap((lane) => [lane, lane])
      .map(async (lane) => {
        for (let count = 0; count < 60; count += 1) {
          await Bun.sleep(Math.random() * 4);
          await withTenantSql(scope, async (sql) => {
            await touchLane(runOn(sql), lane);
            await sql.query("INSERT INTO test_work (subject_id) VALUES ($1)", [lane.subjectId]);
            await Bun.sleep(Math.random() * 2);
          });
        }
      });
    const worker = async () => {
      for (;;) {
        const wasWriting = writing;
        const claimed = await claimLanes(db, "conversation", 2, LEASE_MS);
        for (const lane of claimed) await readAndRelease(lane);
        if (claimed.length === 0 && !wasWriting) return;
      }
    };
    const workers = [worker(), worker()];
    await Promise.all(writers);
    writing = false;
    await Promise.all(workers);

    const { rowCount } = await db.pool.query("SELECT 1 FROM test_work WHERE NOT done");
    expect(rowCount).toBe(0);
  });

  async function readAndRelease(lane: ClaimedLane): Promise<void> {
    await withTenantSql(scope, async (sql) => {
      await sql.query("UPDATE test_work SET done = true WHERE subject_id = $1", [lane.subjectId]);
      await Bun.sleep(Math.random() * 3);
      await releaseLane(runOn(sql), lane);
    });
  }

  async function blockedSessions(): Promise<number> {
    const { rowCount } = await db.pool.query(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rowCount ?? 0;
  }
});

describe("a lane has one holder", () => {
  test("a lane that is held is not claimed again", async () => {
    const lane = await touchedAndClaimed();
    await touch(lane);
    expect(await findClaim(lane)).toBeUndefined();
  });

  test("a holder that lost its lease can neither commit, keep nor postpone", async () => {
    const stale = await touchedAndClaimed();
    await change(stale, "lease_until = now() - interval '1 second'");
    const holder = await claim(stale);

    await expect(inTenant((run) => releaseLane(run, stale))).rejects.toThrow(LostLeaseError);
    await expect(inTenant((run) => extendLease(run, stale, LEASE_MS))).rejects.toThrow(LostLeaseError);
    expect(await inTenant((run) => renewLease(run, stale, LEASE_MS))).toBe(false);
    expect(await inTenant((run) => postponeLane(run, stale, 0))).toBe(false);
    expect(await inTenant((run) => renewLease(run, holder, LEASE_MS))).toBe(true);
  });

  test("a heartbeat that comes after the release does not take the lane again", async () => {
    const lane = await touchedAndClaimed();
    await inTenant((run) => releaseLane(run, lane, 0));
    expect(await inTenant((run) => renewLease(run, lane, LEASE_MS))).toBe(false);
    expect(await findClaim(lane)).toBeDefined();
  });

  test("two processes that claim at once share the lanes and never one of them", async () => {
    const lanes = Array.from({ length: 30 }, newLane);
    for (const lane of lanes) await touch(lane);
    const claims = await Promise.all(Array.from({ length: 6 }, () => claimLanes(db, "conversation", 10, LEASE_MS)));
    const subjects = claims.flat().map(({ subjectId }) => subjectId);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});

test("what is touched is ready at once, to the very millisecond", async () => {
  for (let count = 0; count < 50; count += 1) {
    const lane = newLane();
    await touch(lane);
    expect(await findClaim(lane)).toBeDefined();
  }
});

describe("a burst is waited for, but not for ever", () => {
  test("each message pushes the moment on", async () => {
    const lane = newLane();
    await touch(lane, 2_000);
    const first = await timesOf(lane);
    await touch(lane, 60_000);
    const second = await timesOf(lane);
    expect(first.ready_in_ms).toBeGreaterThan(0);
    expect(second.ready_in_ms ?? 0).toBeGreaterThan(first.ready_in_ms ?? 0);
  });

  test("eight seconds after the first message it ends", async () => {
    const lane = newLane();
    await touch(lane, 1_200);
    await change(lane, "burst_started_at = now() - interval '7900 milliseconds'");
    await touch(lane, 1_200);
    expect((await timesOf(lane)).ready_in_ms).toBeLessThanOrEqual(500);
  });

  test("a lane that is due stays due: messages that keep coming do not keep a busy worker from it", async () => {
    const lane = newLane();
    await touch(lane, 1_200);
    await change(lane, "ready_at = now() - interval '1 second'");
    await touch(lane, 60_000);
    expect(await findClaim(lane)).toBeDefined();
  });

  test("a short message does not bring forward an album that is still coming", async () => {
    const lane = newLane();
    await touch(lane, 60_000);
    await change(lane, "ready_at = now() + interval '5 seconds'");
    await touch(lane, 10);
    expect((await timesOf(lane)).ready_in_ms ?? 0).toBeGreaterThan(1_000);
  });

  test("what is written while the bot thinks is a new burst with its own eight seconds", async () => {
    const lane = newLane();
    await touch(lane, 0);
    await change(lane, "burst_started_at = now() - interval '1 hour'");
    const claimed = await claim(lane);
    await touch(lane, 5_000);
    await touch(lane, 5_000);
    await inTenant((run) => releaseLane(run, claimed));
    expect((await timesOf(lane)).ready_in_ms ?? 0).toBeGreaterThan(1_000);
  });
});

describe("after a failure", () => {
  test("a lane waits its time, whatever comes", async () => {
    const lane = await touchedAndClaimed();
    await inTenant((run) => postponeLane(run, lane, 60_000));
    await touch(lane, 0);
    await touch(lane, 1_200);
    const { ready_in_ms, attempts } = await timesOf(lane);
    expect(ready_in_ms ?? 0).toBeGreaterThan(30_000);
    expect(attempts).toBe(1);
  });

  test("news that the cause is gone ends the waiting", async () => {
    const lane = await touchedAndClaimed();
    await inTenant((run) => postponeLane(run, lane, 60_000));
    await inTenant((run) => wakeLane(run, lane));
    expect((await claim(lane)).attempts).toBe(0);
  });

  test("the death of a holder counts as one", async () => {
    const lane = await touchedAndClaimed();
    await change(lane, "lease_until = now() - interval '1 second'");
    expect((await claim(lane)).attempts).toBe(1);
  });

  test("renewing a lease does not forget failures, progress does", async () => {
    const lane = await touchedAndClaimed();
    await change(lane, "attempts = 5");
    await inTenant((run) => renewLease(run, lane, LEASE_MS));
    expect((await timesOf(lane)).attempts).toBe(5);
    await inTenant((run) => extendLease(run, lane, LEASE_MS));
    expect((await timesOf(lane)).attempts).toBe(0);
  });
});
