import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";

export type LaneKind = "conversation" | "device";

/** A lane this process may work on until the lease ends; `token` proves it, `wake` is what it had seen when it began. */
export type ClaimedLane = {
  kind: LaneKind;
  tenantId: number;
  subjectId: string;
  token: string;
  wake: string;
  /** Failures since the last success, deaths of holders included. */
  attempts: number;
};

export type LaneKey = Pick<ClaimedLane, "tenantId" | "kind" | "subjectId">;

/** Anything that runs SQL with positional parameters and says how many rows it changed; `name` lets it be prepared. */
export type RunSql = (statement: { name: string; text: string }, values: unknown[]) => Promise<number>;

export class LostLeaseError extends Error {
  constructor(lane: ClaimedLane) {
    super(`lease of ${lane.kind} ${lane.subjectId} was lost`);
    this.name = "LostLeaseError";
  }
}

const LONGEST_BURST_MS = 8_000;

/** The touch itself, for `rows` of (tenant, kind, subject, ready at); see `touchLane`. */
export function touchSql(rows: string): string {
  return `
  INSERT INTO lanes AS l (tenant_id, kind, subject_id, ready_at, burst_started_at, wake)
  SELECT tenant_id, kind, subject_id, ready_at, now(), 1 FROM (${rows}) AS touched (tenant_id, kind, subject_id, ready_at)
  ON CONFLICT (tenant_id, kind, subject_id) DO UPDATE SET
    wake = l.wake + 1,
    burst_started_at = coalesce(l.burst_started_at, now()),
    ready_at = CASE
      WHEN l.ready_at IS NULL THEN excluded.ready_at
      WHEN (l.attempts > 0 OR l.ready_at <= now()) AND (l.lease_until IS NULL OR l.lease_until <= now()) THEN l.ready_at
      WHEN excluded.ready_at <= now() + interval '1 millisecond' THEN least(l.ready_at, excluded.ready_at)
      ELSE least(greatest(l.ready_at, excluded.ready_at),
                 coalesce(l.burst_started_at, now()) + interval '${LONGEST_BURST_MS} milliseconds') END`;
}

const TOUCH = {
  name: "lane-touch",
  text: touchSql(
    "VALUES ($1::integer, $2::lane_kind, $3::uuid, now() + $4::double precision * interval '1 millisecond')",
  ),
};

/**
 * Says that a lane has work, in `delayMs` at the earliest: a burst of messages pushes the moment on, 8 s at most. A lane
 * that waits after a failure goes on waiting, and one that is due stays due: under load, new messages must not keep it back. Must come before the insert of the work itself: the row lock makes the
 * order of commits the order of the work.
 */
export async function touchLane(run: RunSql, lane: LaneKey & { delayMs?: number }): Promise<void> {
  await run(TOUCH, [lane.tenantId, lane.kind, lane.subjectId, lane.delayMs ?? 0]);
}

/** As a touch, and ends the waiting after a failure: what it failed on is known to be over. */
export async function wakeLane(run: RunSql, lane: LaneKey): Promise<void> {
  await run(
    {
      name: "lane-wake",
      text: `INSERT INTO lanes AS l (tenant_id, kind, subject_id, ready_at, burst_started_at, wake)
     VALUES ($1, $2::lane_kind, $3::uuid, now(), now(), 1)
     ON CONFLICT (tenant_id, kind, subject_id) DO UPDATE SET wake = l.wake + 1, attempts = 0, ready_at = now()`,
    },
    [lane.tenantId, lane.kind, lane.subjectId],
  );
}

type LaneRow = { tenant_id: number; subject_id: string; token: string; wake: string; attempts: number };

/**
 * Leases up to `limit` lanes that are ready and held by nobody, or by a process that died: its lease has run out. Such a
 * death counts as a failed attempt, so that a message that kills its process is given up like any other. The column
 * rounds to the millisecond, up as well: without the one added here a touched lane may look not quite ready.
 */
export async function claimLanes(db: Database, kind: LaneKind, limit: number, leaseMs: number): Promise<ClaimedLane[]> {
  const rows = await withSystem(db, async (sql) => {
    const result = await sql.query<LaneRow>({
      name: "lanes-claim",
      text: `UPDATE lanes l SET lease_until = now() + $3 * interval '1 millisecond', token = l.token + 1,
                    burst_started_at = NULL, attempts = l.attempts + (l.lease_until IS NOT NULL)::integer
               FROM (SELECT tenant_id, subject_id FROM lanes
                      WHERE kind = $1::lane_kind AND ready_at <= now() + interval '1 millisecond'
                        AND (lease_until IS NULL OR lease_until < now())
                      ORDER BY ready_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS ready
              WHERE l.tenant_id = ready.tenant_id AND l.kind = $1::lane_kind AND l.subject_id = ready.subject_id
             RETURNING l.tenant_id, l.subject_id, l.token::text, l.wake::text, l.attempts`,
      values: [kind, limit, leaseMs],
    });
    return result.rows;
  });
  return rows.map((row) => ({
    kind,
    tenantId: row.tenant_id,
    subjectId: row.subject_id,
    token: row.token,
    wake: row.wake,
    attempts: row.attempts,
  }));
}

/** Keeps a lane for longer while its work is under way. False when it is no longer ours. */
export async function renewLease(run: RunSql, lane: ClaimedLane, leaseMs: number): Promise<boolean> {
  const changed = await run(
    {
      name: "lane-renew",
      text: `UPDATE lanes SET lease_until = now() + $5 * interval '1 millisecond'
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint
        AND lease_until IS NOT NULL`,
    },
    [...keyOf(lane), leaseMs],
  );
  return changed > 0;
}

/** Keeps a lane after a step that succeeded, inside the transaction it fences. @throws LostLeaseError → roll back. */
export async function extendLease(run: RunSql, lane: ClaimedLane, leaseMs: number): Promise<void> {
  const changed = await run(
    {
      name: "lane-extend",
      text: `UPDATE lanes SET lease_until = now() + $5 * interval '1 millisecond', attempts = 0
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    },
    [...keyOf(lane), leaseMs],
  );
  if (changed === 0) throw new LostLeaseError(lane);
}

/**
 * Gives a lane back in the transaction that finishes its work, to be worked on again in `nextInMs`, or idle (null). It
 * goes idle only when nothing touched it since the claim; comparing `wake` is safe where asking "is there more?" is not.
 * @throws LostLeaseError → roll back.
 */
export async function releaseLane(run: RunSql, lane: ClaimedLane, nextInMs: number | null = null): Promise<void> {
  const changed = await run(
    {
      name: "lane-release",
      text: `UPDATE lanes SET lease_until = NULL, attempts = 0,
            ready_at = CASE WHEN wake = $5::bigint THEN now() + $6::double precision * interval '1 millisecond'
                            ELSE least(ready_at, now() + $6::double precision * interval '1 millisecond') END
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    },
    [...keyOf(lane), lane.wake, nextInMs],
  );
  if (changed === 0) throw new LostLeaseError(lane);
}

/** After a failure: again in `delayMs` and not sooner. False when the lane has moved on to another holder. */
export async function postponeLane(run: RunSql, lane: ClaimedLane, delayMs: number): Promise<boolean> {
  const changed = await run(
    {
      name: "lane-postpone",
      text: `UPDATE lanes SET lease_until = NULL, attempts = attempts + 1,
            ready_at = now() + $5::double precision * interval '1 millisecond'
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    },
    [...keyOf(lane), delayMs],
  );
  return changed > 0;
}

function keyOf(lane: ClaimedLane): [number, LaneKind, string, string] {
  return [lane.tenantId, lane.kind, lane.subjectId, lane.token];
}
