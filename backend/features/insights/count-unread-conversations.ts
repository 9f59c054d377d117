import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";

/** What is shown as "99+" needs no exact number. */
const MOST = 100;

/** How many customers' conversations hold something nobody has read, at most 100. */
export async function countUnreadConversations(ctx: Ctx): Promise<number> {
  const { rows } = await withTenantSql(ctx, (sql) =>
    sql.query<{ count: number }>(
      `SELECT count(*)::int AS count
         FROM (SELECT 1 FROM conversations
                WHERE tenant_id = $1 AND persona = 'customer' AND unread > 0 AND erased_at IS NULL LIMIT $2) few`,
      [ctx.tenant.id, MOST],
    ),
  );
  return rows[0]?.count ?? 0;
}
