import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { createBatch } from "./batch";
import { isBot } from "./is-bot";

export type CarView = { tenantId: number; timezone: string; carId: string; userAgent: string };

export type ViewCounter = {
  /** Returns at once; bots are not counted. */
  record(view: CarView): void;
  flush(): Promise<void>;
  /** Writes what is left; for a graceful stop. */
  stop(): Promise<void>;
};

/** A car that was deleted meanwhile is passed over. In the order of the cars, so that two writers never deadlock. */
const UPSERT = `
INSERT INTO car_view_days (tenant_id, car_id, day, views)
SELECT c.tenant_id, c.id, v.day, count(*)::int
  FROM unnest($2::uuid[], $3::date[]) AS v(car_id, day)
  JOIN (SELECT tenant_id, id FROM cars WHERE tenant_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE) c
    ON c.id = v.car_id
 GROUP BY c.tenant_id, c.id, v.day
 ORDER BY c.id, v.day
ON CONFLICT (tenant_id, car_id, day) DO UPDATE SET views = car_view_days.views + excluded.views`;

/** Counts views per car and day of the tenant's own time zone. */
export function createViewCounter(db: Database, clock: Clock): ViewCounter {
  const batch = createBatch(async (tenantId, views: { carId: string; day: string }[]) => {
    await withTenantSql({ db, tenant: { id: tenantId } }, (sql) =>
      sql.query(UPSERT, [tenantId, views.map((view) => view.carId), views.map((view) => view.day)]),
    );
  });

  return {
    record: ({ tenantId, timezone, carId, userAgent }) => {
      if (!isBot(userAgent)) batch.add(tenantId, { carId, day: dayIn(timezone, clock.now()) });
    },
    flush: batch.flush,
    stop: batch.stop,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** "2026-11-20" */
function dayIn(timezone: string, at: Date): string {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
    formatters.set(timezone, formatter);
  }
  return formatter.format(at);
}
