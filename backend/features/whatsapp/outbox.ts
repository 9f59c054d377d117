import { z } from "zod";
import type { Sql } from "@/backend/platform/database/database";
import type { Device } from "./devices";
import type { SendResult } from "./gateways/gateway";
import { rankSql } from "./message-status";
import { replayReceipts } from "./record-receipt";
import { outcomeOf } from "./send-outcome";

/** A message on its way; `attempts` counts the one that is being made. */
export type OutboxRow = { id: string; chatId: string; text: string; objectKey: string | null; attempts: number };

const mediaSchema = z.object({ objectKey: z.string() });
const TAKEN_OVER = "m.sender = 'bot' AND c.persona = 'customer' AND c.taken_over_at IS NOT NULL";

/**
 * Rows left "sending" by a holder that died: nobody knows whether they went out. Sent again only where that is harmless,
 * else kept as `unknown` for a person to see.
 */
export async function recoverInterrupted(sql: Sql, deviceId: string, mayRepeat: boolean): Promise<void> {
  await sql.query({
    name: "outbox-recover",
    text: `UPDATE messages SET status = $2::message_status,
                  failure = CASE WHEN $3::boolean THEN NULL ELSE 'interrupted while sending' END
            WHERE tenant_id = (SELECT app_tenant_id()) AND device_id = $1::uuid AND direction = 'outbound'
              AND status = 'sending'`,
    values: [deviceId, mayRepeat ? "queued" : "unknown", mayRepeat],
  });
}

/**
 * The next message of up to `limit` conversations, marked as being sent. Who owns a conversation is looked at once more:
 * when a person took it over since the bot thought of its reply, the reply is dropped and kept on record.
 */
export async function takeNext(sql: Sql, deviceId: string, limit: number): Promise<OutboxRow[]> {
  const { rows } = await sql.query<{ id: string; chat_id: string; text: string; media: unknown; attempts: number }>({
    name: "outbox-take",
    text: `WITH waiting AS (
             SELECT m.id, m.conversation_id, m.seq, m.send_after, c.chat_id, (${TAKEN_OVER}) AS is_dropped
               FROM messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
              WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND m.status = 'queued'
           ), dropped AS (
             UPDATE messages SET status = 'dropped', failure = 'a person took over'
              WHERE tenant_id = (SELECT app_tenant_id()) AND id IN (SELECT id FROM waiting WHERE is_dropped)
           ), heads AS (
             SELECT DISTINCT ON (conversation_id) * FROM waiting WHERE NOT is_dropped ORDER BY conversation_id, seq
           ), next AS (
             SELECT * FROM heads WHERE send_after IS NULL OR send_after <= now() ORDER BY seq LIMIT $2
           )
           UPDATE messages m SET status = 'sending', attempts = m.attempts + 1, sent_at = now()
             FROM next WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.id = next.id
           RETURNING m.id, next.chat_id, m.text, m.media, m.attempts`,
    values: [deviceId, limit],
  });
  return rows.map((row) => {
    const media = mediaSchema.safeParse(row.media);
    const objectKey = media.success ? media.data.objectKey : null;
    return { id: row.id, chatId: row.chat_id, text: row.text, objectKey, attempts: row.attempts };
  });
}

/** Writes what became of a send. A receipt may have been quicker: the status never moves back. */
export async function recordOutcome(sql: Sql, device: Device, row: OutboxRow, result: SendResult): Promise<void> {
  const outcome = outcomeOf(row.attempts, result);
  const { rows } = await sql.query<{ has_receipts: boolean }>({
    name: "outbox-outcome",
    text: `UPDATE messages m SET
             status = CASE WHEN status = 'sending' OR ${rankSql("$2")} > ${rankSql("status")}
                           THEN $2::text::message_status ELSE status END,
             provider_id = coalesce(provider_id, $3), failure = $4,
             send_after = now() + $5::double precision * interval '1 millisecond',
             media = CASE WHEN $6::boolean THEN NULL ELSE media END,
             attempts = attempts - (NOT $7::boolean)::integer,
             sent_at = CASE WHEN $2::text IN ('queued', 'failed') THEN NULL ELSE now() END
           WHERE tenant_id = (SELECT app_tenant_id()) AND id = $1::uuid
           RETURNING EXISTS (SELECT 1 FROM orphan_receipts o WHERE o.tenant_id = m.tenant_id AND o.device_id = m.device_id
                                AND o.provider_id = $3) AS has_receipts`,
    values: [
      row.id,
      outcome.status,
      outcome.providerId,
      outcome.failure,
      outcome.retryInMs,
      outcome.dropImage,
      outcome.isAttempt,
    ],
  });
  if (outcome.providerId && rows[0]?.has_receipts) await replayReceipts(sql, device, outcome.providerId);
}

/** In how many ms the next message may go (0 = now), or null when none waits. One that is retried holds those behind it. */
export async function nextSendInMs(sql: Sql, deviceId: string): Promise<number | null> {
  const { rows } = await sql.query<{ in_ms: number | null }>({
    name: "outbox-next",
    text: `SELECT greatest(0, extract(epoch FROM min(coalesce(send_after, now())) - now()) * 1000)::double precision AS in_ms
             FROM (SELECT DISTINCT ON (conversation_id) send_after FROM messages
                    WHERE tenant_id = (SELECT app_tenant_id()) AND device_id = $1::uuid AND status = 'queued'
                    ORDER BY conversation_id, seq) AS heads
           HAVING count(*) > 0`,
    values: [deviceId],
  });
  return rows[0]?.in_ms ?? null;
}
