import { type Actor, requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { CHANGES_SQL, MOST_CHANGES } from "./changes-sql";
import { cursorAt, type LiveCursor, writeCursor } from "./live-cursor";

export const LIVE_TYPES = ["message", "conversation", "lead", "car", "device"] as const;
export type LiveType = (typeof LIVE_TYPES)[number];

/** What changed, as it is now. `cursor` resumes right behind it. */
export type LiveEvent = { type: LiveType; id: string; cursor: string; data: unknown };

export type Changes = {
  events: LiveEvent[];
  /** Everything up to here is in `events`, or was before. */
  cursor: LiveCursor;
  /** Too much has changed to tell it one by one: load anew. `events` is empty then. */
  isTooMuch: boolean;
};

type ChangeRow = { now: string; type: LiveType | null; id: string; changed_in: string; data: unknown };

/**
 * What has changed since `since` and this person may see, in the order of transactions; with null only where to begin.
 * One short statement on indexes: its snapshot is the new cursor.
 */
export async function listChanges(ctx: Ctx, since: LiveCursor | null): Promise<Changes> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  if (!since) return { events: [], cursor: await cursorNow(ctx), isTooMuch: false };
  const { seen, batch, last } = since;
  const rows = await withTenantSql(ctx, async (sql) => {
    const values = [ctx.tenant.id, seen, batch, last.changedIn, last.key, salesId(ctx.actor)];
    return (await sql.query<ChangeRow>({ name: "live-changes", text: CHANGES_SQL, values })).rows;
  });
  const now = rows[0]?.now;
  if (!now) throw new Error("the database gave no snapshot");
  const cursor = cursorAt(now);
  const changed = rows.filter((row) => row.type);
  if (changed.length > MOST_CHANGES || isAhead(seen, now)) return { events: [], cursor, isTooMuch: true };
  return {
    events: changed.flatMap((row, index) => toEvent(row, since, now, index === changed.length - 1)),
    cursor,
    isTooMuch: false,
  };
}

/** Where the whole database stands: of no tenant, so that it needs no unit of work. */
async function cursorNow(ctx: Ctx): Promise<LiveCursor> {
  const { rows } = await ctx.db.pool.query<{ now: string }>("SELECT pg_current_snapshot()::text AS now");
  return cursorAt(rows[0]?.now ?? "");
}

/** A cursor of another database, or of this one before it was restored, says nothing here. */
function isAhead(seen: string, now: string): boolean {
  return BigInt(seen.split(":")[0] ?? "") > BigInt(now.split(":")[1] ?? "");
}

/** Sales hear of leads that are theirs, nobody's or offered to them; null: of all. */
function salesId(actor: Actor): string | null {
  return actor.type === "user" && actor.role === "sales" ? actor.userId : null;
}

function toEvent(row: ChangeRow, since: LiveCursor, now: string, isLast: boolean): LiveEvent[] {
  if (!row.type) return [];
  const last = { changedIn: row.changed_in, key: `${row.type}:${row.id}` };
  const cursor = isLast ? cursorAt(now) : { seen: since.seen, batch: now, last };
  return [{ type: row.type, id: row.id, cursor: writeCursor(cursor), data: row.data }];
}
