/**
 * How far an outgoing message got. A status only moves to a higher rank, so that receipts may come in any order: a
 * message that failed was not delivered whatever "sent" says, one that was delivered did not fail.
 */
export const OUTGOING_RANK = {
  queued: 0,
  sending: 1,
  unknown: 2,
  sent: 3,
  failed: 4,
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
