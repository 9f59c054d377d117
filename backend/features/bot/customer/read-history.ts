import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";

export type SaidBefore = { role: "customer" | "assistant"; text: string };

const MOST_MESSAGES = 8;
const MOST_CHARACTERS = 500;

/** What was said before this turn, oldest first; what a person of the showroom wrote counts as the assistant's side. */
export async function readHistory(ctx: Ctx, conversationId: string, exceptIds: string[]): Promise<SaidBefore[]> {
  const rows = await withTenantSql(ctx, async (sql) => {
    const result = await sql.query<{ sender: string; text: string }>({
      name: "customer-history",
      text: `SELECT sender::text, text FROM messages
              WHERE tenant_id = (SELECT app_tenant_id()) AND conversation_id = $1::uuid AND text <> ''
                AND status <> 'dropped' AND NOT id = ANY($2::uuid[])
              ORDER BY seq DESC LIMIT ${MOST_MESSAGES}`,
      values: [conversationId, exceptIds],
    });
    return result.rows;
  });
  return rows.toReversed().map(({ sender, text }) => ({
    role: sender === "customer" ? "customer" : "assistant",
    text: text.slice(0, MOST_CHARACTERS),
  }));
}
