import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";

/** A few of many; instants in ISO form. */
export type Few<T> = { total: number; first: T[] };

export type NeedsAttention = {
  /** Chats the bot could not finish, or where the customer waits for the person who took over; longest waiting first. */
  conversations: Few<{ id: string; name: string; phone: string | null; reason: string; since: string }>;
  /** What the assistant could not answer, most asked first; empty for sales. */
  questions: Few<{ id: string; text: string; timesAsked: number }>;
  /** Hot leads nobody took. */
  hotLeads: Few<{ id: string; name: string; phone: string; score: number; since: string }>;
  /** Not sold, and without a picture that can be shown; empty for sales. */
  carsWithoutPhotos: Few<{ id: string; name: string; status: string }>;
  /** On offer for more than 60 days, the oldest first; empty for sales. */
  agedCars: Few<{ id: string; name: string; days: number }>;
  /** WhatsApp numbers that are not connected; empty for sales. */
  devices: Few<{ id: string; number: string; status: string; lastSeenAt: string | null }>;
  /** Sold since the month began in the showroom's own time. */
  soldThisMonth: number;
};

const FEW = 5;
export const AGED_AFTER_DAYS = 60;

/** What somebody of the showroom should do next, for the overview page. */
export async function needsAttention(ctx: Ctx): Promise<NeedsAttention> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const isSales = ctx.actor.type === "user" && ctx.actor.role === "sales";
  const { id } = ctx.tenant;
  const now = ctx.clock.now();

  return withTenantSql(ctx, async (sql) => {
    const none = { total: 0, first: [] };
    return {
      conversations: await few(sql, CONVERSATIONS_SQL, [id]),
      hotLeads: await few(sql, HOT_LEADS_SQL, [id]),
      questions: isSales ? none : await few(sql, QUESTIONS_SQL, [id]),
      carsWithoutPhotos: isSales ? none : await few(sql, WITHOUT_PHOTOS_SQL, [id]),
      agedCars: isSales ? none : await few(sql, AGED_SQL, [id, now, AGED_AFTER_DAYS]),
      devices: isSales ? none : await few(sql, DEVICES_SQL, [id]),
      soldThisMonth: await countSoldThisMonth(sql, id, now),
    };
  });
}

/** Every query here counts all of its rows in a column `total` and returns the first few. */
async function few<T>(sql: Sql, text: string, values: unknown[]): Promise<Few<T>> {
  const { rows } = await sql.query<{ total: number; item: T }>(
    `SELECT total, to_jsonb(found) - 'total' AS item FROM (${text} LIMIT ${FEW}) found`,
    values,
  );
  return { total: rows[0]?.total ?? 0, first: rows.map(({ item }) => item) };
}

const CONVERSATIONS_SQL = `
SELECT id, name, phone, coalesce(attention, 'waits_for_person') AS reason,
       coalesce(attention_at, last_message_at) AS since, (count(*) OVER ())::int AS total
  FROM conversations
 WHERE tenant_id = $1 AND persona = 'customer' AND erased_at IS NULL
   AND (attention IS NOT NULL OR (taken_over_at IS NOT NULL AND unread > 0))
 ORDER BY since`;

const HOT_LEADS_SQL = `
SELECT id, name, phone, score, updated_at AS since, (count(*) OVER ())::int AS total
  FROM leads WHERE tenant_id = $1 AND status = 'hot' AND assignee_id IS NULL
 ORDER BY updated_at`;

const QUESTIONS_SQL = `
SELECT id, text, times_asked AS "timesAsked", (count(*) OVER ())::int AS total
  FROM customer_questions WHERE tenant_id = $1 AND status = 'open'
 ORDER BY times_asked DESC, last_asked_at DESC`;

const CAR_NAME = "concat_ws(' ', c.model, nullif(c.variant, ''), c.year, c.color, c.display_code)";

const WITHOUT_PHOTOS_SQL = `
SELECT c.id, ${CAR_NAME} AS name, c.status::text, (count(*) OVER ())::int AS total
  FROM cars c
 WHERE c.tenant_id = $1 AND c.status <> 'sold'
   AND NOT EXISTS (SELECT 1 FROM car_photos p
                    WHERE p.tenant_id = c.tenant_id AND p.car_id = c.id AND p.status IN ('ready', 'pending'))
 ORDER BY c.status DESC, c.created_at DESC`;

const AGED_SQL = `
SELECT c.id, ${CAR_NAME} AS name, floor(extract(epoch FROM $2::timestamptz - c.published_at) / 86400)::int AS days,
       (count(*) OVER ())::int AS total
  FROM cars c
 WHERE c.tenant_id = $1 AND c.status IN ('available', 'booking')
   AND c.published_at < $2::timestamptz - $3::int * interval '1 day'
 ORDER BY c.published_at`;

const DEVICES_SQL = `
SELECT id, number, status::text, last_seen_at AS "lastSeenAt", (count(*) OVER ())::int AS total
  FROM devices WHERE tenant_id = $1 AND status <> 'connected' ORDER BY number`;

async function countSoldThisMonth(sql: Sql, tenantId: number, now: Date): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM cars c JOIN tenants t ON t.id = c.tenant_id
      WHERE c.tenant_id = $1 AND c.status = 'sold'
        AND c.sold_at >= date_trunc('month', $2::timestamptz AT TIME ZONE t.timezone) AT TIME ZONE t.timezone`,
    [tenantId, now],
  );
  return rows[0]?.count ?? 0;
}
