import type { Database, Sql } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";

export type LaneKind = "conversation" | "device";

/** A lane this process may work on until the lease ends; `token` proves it, `wake` is what it had seen when it began. */
export type ClaimedLane = {
  kind: LaneKind;
  tenantId: number;
  subjectId: string;
  token: string;
  wake: string;
  attempts: number;
};

/** Anything that runs SQL with positional parameters and says how many rows it changed. */
export type RunSql = (text: string, values: unknown[]) => Promise<number>;

export class LostLeaseError extends Error {
  constructor(lane: ClaimedLane) {
    super(`lease of ${lane.kind} ${lane.subjectId} was lost`);
    this.name = "LostLeaseError";
  }
}

const LONGEST_BURST_MS = 8_000;

const TOUCH_SQL = `
  INSERT INTO lanes AS l (tenant_id, kind, subject_id, ready_at, burst_started_at, wake)
  VALUES ($1, $2::lane_kind, $3::uuid, now() + $4 * interval '1 millisecond', now(), 1)
  ON CONFLICT (tenant_id, kind, subject_id) DO UPDATE SET
    wake = l.wake + 1,
    burst_started_at = CASE WHEN l.ready_at IS NULL THEN now() ELSE coalesce(l.burst_started_at, now()) END,
    ready_at = CASE
      WHEN l.ready_at IS NULL OR l.lease_until > now() THEN excluded.ready_at
      WHEN $4 = 0 THEN least(l.ready_at, now())
      ELSE least(greatest(l.ready_at, excluded.ready_at),
                 coalesce(l.burst_started_at, now()) + interval '${LONGEST_BURST_MS} milliseconds') END`;

/**
 * Says that a lane has work, in `delayMs` at the earliest: a burst of messages pushes the moment on, 8 s at most.
 * Must come before the insert of the work itself: the row lock makes the order of commits the order of the work.
 */
export async function touchLane(
  run: RunSql,
  lane: { tenantId: number; kind: LaneKind; subjectId: string; delayMs?: number },
): Promise<void> {
  await run(TOUCH_SQL, [lane.tenantId, lane.kind, lane.subjectId, lane.delayMs ?? 0]);
}

type LaneRow = { tenant_id: number; subject_id: string; token: string; wake: string; attempts: number };

/** Leases up to `limit` lanes that are ready and held by nobody (or by a process that died: its lease has run out). */
export async function claimLanes(db: Database, kind: LaneKind, limit: number, leaseMs: number): Promise<ClaimedLane[]> {
  const rows = await withSystem(db, async (sql) => {
    const result = await sql.query<LaneRow>(
      `UPDATE lanes l SET lease_until = now() + $3 * interval '1 millisecond', token = l.token + 1
         FROM (SELECT tenant_id, subject_id FROM lanes
                WHERE kind = $1::lane_kind AND ready_at <= now() AND (lease_until IS NULL OR lease_until < now())
                ORDER BY ready_at LIMIT $2 FOR UPDATE SKIP LOCKED) AS ready
        WHERE l.tenant_id = ready.tenant_id AND l.kind = $1::lane_kind AND l.subject_id = ready.subject_id
       RETURNING l.tenant_id, l.subject_id, l.token::text, l.wake::text, l.attempts`,
      [kind, limit, leaseMs],
    );
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

/** Keeps a lane for longer, inside the transaction whose work it fences. @throws LostLeaseError → roll back. */
export async function extendLease(run: RunSql, lane: ClaimedLane, leaseMs: number): Promise<void> {
  const changed = await run(
    `UPDATE lanes SET lease_until = now() + $5 * interval '1 millisecond', attempts = 0
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    [...keyOf(lane), leaseMs],
  );
  if (changed === 0) throw new LostLeaseError(lane);
}

/**
 * Gives a lane back in the transaction that finishes its work. It goes idle only when nothing touched it since the
 * claim; comparing `wake` is safe where asking "is there more?" is not. @throws LostLeaseError → roll back.
 */
export async function releaseLane(run: RunSql, lane: ClaimedLane, next: Date | "idle" | "now" = "idle"): Promise<void> {
  const changed = await run(
    `UPDATE lanes SET lease_until = NULL, attempts = 0,
            burst_started_at = CASE WHEN wake = $5::bigint THEN NULL ELSE burst_started_at END,
            ready_at = CASE WHEN wake = $5::bigint THEN $6::timestamptz ELSE least(ready_at, $6::timestamptz) END
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    [...keyOf(lane), lane.wake, next === "idle" ? null : next === "now" ? new Date() : next],
  );
  if (changed === 0) throw new LostLeaseError(lane);
}

/** After a failure: try again later, in order, unless the lane has moved on to another holder. */
export async function postponeLane(sql: Sql, lane: ClaimedLane, delayMs: number): Promise<void> {
  await sql.query(
    `UPDATE lanes SET lease_until = NULL, attempts = attempts + 1, ready_at = now() + $5 * interval '1 millisecond'
      WHERE tenant_id = $1 AND kind = $2::lane_kind AND subject_id = $3::uuid AND token = $4::bigint`,
    [...keyOf(lane), delayMs],
  );
}

function keyOf(lane: ClaimedLane): [number, LaneKind, string, string] {
  return [lane.tenantId, lane.kind, lane.subjectId, lane.token];
}
