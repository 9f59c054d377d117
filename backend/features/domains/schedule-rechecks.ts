import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { tenantsToRecheck } from "./domain-store";

const SPREAD_SECONDS = 6 * 3_600;
/** Prime, so that neighbours' checks are far apart. */
const STEP_SECONDS = 7_919;

/** Sets the daily check of every domain, spread over six hours: name servers and proxies are asked little by little. */
export async function scheduleRechecks(db: Database, ctxOf: (tenantId: number) => Ctx): Promise<void> {
  for (const tenantId of await tenantsToRecheck(db)) {
    const ctx = ctxOf(tenantId);
    const delaySeconds = (tenantId * STEP_SECONDS) % SPREAD_SECONDS;
    const startAfter = new Date(ctx.clock.now().getTime() + delaySeconds * 1_000);
    await withTenant(ctx, (tx) => ctx.db.jobs.enqueue(tx, "recheck-domain", { tenantId }, { startAfter }));
  }
}
