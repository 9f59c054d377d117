/** How far an outgoing message got. `failed` is possible only before `delivered`; otherwise a status only moves forward. */
export const OUTGOING_RANK = {
  queued: 0,
  sending: 1,
  unknown: 2,
  failed: 3,
  sent: 4,
  delivered: 5,
  read: 6,
} as const;

export type OutgoingStatus = keyof typeof OUTGOING_RANK;

const ranked = Object.entries(OUTGOING_RANK)
  .map(([status, rank]) => `WHEN '${status}' THEN ${rank}`)
  .join(" ");

/** SQL of a status column's rank, so that the database itself refuses to go back. */
export function rankSql(expression: string): string {
  return `(CASE ${expression}::text ${ranked} ELSE 99 END)`;
}
