/**
 * How far somebody has followed the changes: all transactions visible in `seen`, and of those visible in `batch` but not
 * in `seen` the ones up to `last`. Snapshots and not a running number, because transactions commit in another order than
 * they begin: nothing that commits late is skipped, nothing is told twice.
 */
export type LiveCursor = { seen: string; batch: string; last: LivePosition };

export type LivePosition = { changedIn: string; key: string };

const SNAPSHOT = /^\d{1,20}:\d{1,20}:(?:\d{1,20}(?:,\d{1,20})*)?$/;
const KEY = /^[a-z]+:[0-9a-f-]{36}$/;
const NOWHERE: LivePosition = { changedIn: "0", key: "" };

/** Everything visible in `snapshot` has been told. */
export function cursorAt(snapshot: string): LiveCursor {
  return { seen: snapshot, batch: snapshot, last: NOWHERE };
}

/** As an event's id: "10:20:12,13", or "10:20:~10:25:~21~message:<id>" in the middle of what was told at once. */
export function writeCursor({ seen, batch, last }: LiveCursor): string {
  return seen === batch ? seen : [seen, batch, last.changedIn, last.key].join("~");
}

/** null for what is no cursor of ours. */
export function readCursor(text: string): LiveCursor | null {
  const [seen = "", batch, changedIn = "", key = ""] = text.split("~");
  if (!SNAPSHOT.test(seen)) return null;
  if (batch === undefined) return cursorAt(seen);
  if (!SNAPSHOT.test(batch) || !/^\d{1,20}$/.test(changedIn) || !KEY.test(key)) return null;
  return { seen, batch, last: { changedIn, key } };
}
