import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";

const KEPT_DAYS = 30;
const KEPT_ROWS = 10_000;

/** What arrived for nobody is kept for a month, and never more than the latest 10,000: anybody may write there. */
export async function sweepUnroutedWebhooks(db: Database): Promise<void> {
  await withSystem(db, (sql) =>
    sql.query(
      `DELETE FROM unrouted_webhooks
        WHERE created_at < now() - $1 * interval '1 day'
           OR id NOT IN (SELECT id FROM unrouted_webhooks ORDER BY id DESC LIMIT $2)`,
      [KEPT_DAYS, KEPT_ROWS],
    ),
  );
}
