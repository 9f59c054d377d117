import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Memory } from "./memory";

const MOST_PER_MINUTE = 10;
const WINDOW_MS = 60_000;

/** "ok": answer. "notice": too many messages in a minute, say so. "silent": it was said in this window. */
export type Flood = "ok" | "notice" | "silent";

/** Counts what a conversation brought within the last minute; everything stays on record. */
export async function floodOf(ctx: Ctx, conversationId: string, memory: Memory): Promise<Flood> {
  const count = await withTenantSql(ctx, async (sql) => {
    const { rows } = await sql.query<{ count: number }>({
      name: "customer-flood",
      text: `SELECT count(*)::int AS count FROM messages
              WHERE tenant_id = (SELECT app_tenant_id()) AND conversation_id = $1::uuid AND direction = 'inbound'
                AND created_at > now() - interval '${WINDOW_MS} milliseconds'`,
      values: [conversationId],
    });
    return rows[0]?.count ?? 0;
  });
  if (count <= MOST_PER_MINUTE) return "ok";
  const lastNotice = memory.floodNoticeAt ? new Date(memory.floodNoticeAt).getTime() : 0;
  return ctx.clock.now().getTime() - lastNotice < WINDOW_MS ? "silent" : "notice";
}
