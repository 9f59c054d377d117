import { z } from "zod";
import type { Sql } from "@/backend/platform/database/database";
import type { Device } from "./devices";
import type { SendResult } from "./gateways/gateway";
import { rankSql } from "./message-status";
import { replayReceipts } from "./record-receipt";
import { outcomeOf } from "./send-outcome";

/** A message on its way; `attempts` counts the one that is being made. */
export type OutboxRow = {
  id: string;
  chatId: string;
  text: string;
  objectKey: string | null;
  attempts: number;
  /** Leaves only while nobody has the conversation: the bot's and the system's words to a customer. */
  isOwned: boolean;
};

const mediaSchema = z.object({ objectKey: z.string() });
const IS_OWNED = "(c.persona = 'customer' AND m.sender IN ('bot', 'system'))";
/** Why an owned message must not leave, or null. A person's own announcement may, as long as no person has spoken. */
const REFUSAL = `CASE
  WHEN c.erased_at IS NOT NULL AND m.facts->>'to' IS NULL THEN 'the customer was erased'
  WHEN NOT ${IS_OWNED} THEN NULL
  WHEN c.taken_over_at IS NOT NULL AND NOT (coalesce(m.takeover_id = c.takeover_id, false) AND c.human_spoke_at IS NULL)
    THEN 'a person took over'
  WHEN m.takeover_id IS NOT NULL AND m.takeover_id IS DISTINCT FROM c.takeover_id THEN 'the takeover was over'
  WHEN m.sender = 'bot' AND NOT (c.bot_enabled AND d.bot_enabled) THEN 'the bot was switched off' END`;
const OWNERS = `messages m JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
                JOIN devices d ON d.tenant_id = m.tenant_id AND d.id = m.device_id`;

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
  const { rows } = await sql.query<TakenRow>({
    name: "outbox-take",
    text: `WITH waiting AS (
             SELECT m.id, m.conversation_id, m.seq, m.send_after, coalesce(m.facts->>'to', c.chat_id) AS chat_id,
                    ${REFUSAL} AS refusal, ${IS_OWNED} AS is_owned
               FROM ${OWNERS}
              WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND m.status = 'queued'
           ), dropped AS (
             UPDATE messages m SET status = 'dropped', failure = waiting.refusal
               FROM waiting
              WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.id = waiting.id AND waiting.refusal IS NOT NULL
           ), heads AS (
             SELECT DISTINCT ON (conversation_id) * FROM waiting WHERE refusal IS NULL ORDER BY conversation_id, seq
           ), next AS (
             SELECT * FROM heads WHERE send_after IS NULL OR send_after <= now() ORDER BY seq LIMIT $2
           )
           UPDATE messages m SET status = 'sending', attempts = m.attempts + 1, sent_at = now()
             FROM next WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.id = next.id
           RETURNING m.id, next.chat_id, m.text, m.media, m.attempts, next.is_owned`,
    values: [deviceId, limit],
  });
  return rows.map((row) => {
    const media = mediaSchema.safeParse(row.media);
    const objectKey = media.success ? media.data.objectKey : null;
    const { id, chat_id: chatId, text, attempts, is_owned: isOwned } = row;
    return { id, chatId, text, objectKey, attempts, isOwned };
  });
}

type TakenRow = {
  id: string;
  chat_id: string;
  text: string;
  media: unknown;
  attempts: number;
  is_owned: boolean;
};

/**
 * Locks the conversations of owned messages against being taken over until this transaction ends, and says which of the
 * messages must not leave, with why. A takeover that is under way is waited for.
 */
export async function holdOwners(sql: Sql, messageIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ id: string; refusal: string | null }>({
    name: "outbox-hold",
    text: `SELECT m.id, ${REFUSAL} AS refusal FROM ${OWNERS}
            WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.id = ANY($1::uuid[])
            ORDER BY c.id FOR SHARE OF c`,
    values: [messageIds],
  });
  return new Map(rows.flatMap(({ id, refusal }) => (refusal ? [[id, refusal]] : [])));
}

/** Keeps on record what was taken to be sent and did not leave, with why. */
export async function dropTaken(sql: Sql, refusals: ReadonlyMap<string, string>): Promise<void> {
  await sql.query({
    name: "outbox-drop",
    text: `UPDATE messages m SET status = 'dropped', failure = dropped.refusal, attempts = m.attempts - 1, sent_at = NULL
             FROM unnest($1::uuid[], $2::text[]) AS dropped(id, refusal)
            WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.id = dropped.id AND m.status = 'sending'`,
    values: [[...refusals.keys()], [...refusals.values()]],
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
