import type { Prisma } from "@/backend/generated/prisma/client";
import type { Clock } from "@/backend/platform/clock";
import type { Database } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { createBatch } from "./batch";

/** `resultCount` is what fits exactly: 0 also when relaxed results were shown. */
export type SearchEntry = {
  tenantId: number;
  terms: string;
  filters: Prisma.InputJsonObject;
  resultCount: number;
  channel: "web" | "wa";
};

export type SearchLog = {
  /** Returns at once; the row is written within a second. */
  record(entry: SearchEntry): void;
  flush(): Promise<void>;
  /** Writes what is left; for a graceful stop. */
  stop(): Promise<void>;
};

const INSERT = `
INSERT INTO search_logs (tenant_id, id, terms, filters, result_count, channel, created_at)
SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::jsonb[], $5::int[], $6::text[], $7::timestamptz[])`;

/** Searches are written in batches, so that a page never waits for its log row. */
export function createSearchLog(db: Database, clock: Clock): SearchLog {
  const batch = createBatch(async (tenantId, entries: (SearchEntry & { id: string; at: Date })[]) => {
    await withTenantSql({ db, tenant: { id: tenantId } }, (sql) =>
      sql.query(INSERT, [
        tenantId,
        entries.map((entry) => entry.id),
        entries.map((entry) => withoutControls(entry.terms).slice(0, 200)),
        entries.map((entry) => JSON.stringify(entry.filters).replaceAll("\\u0000", "")),
        entries.map((entry) => entry.resultCount),
        entries.map((entry) => entry.channel),
        entries.map((entry) => entry.at),
      ]),
    );
  });

  return {
    record: (entry) => batch.add(entry.tenantId, { ...entry, id: Bun.randomUUIDv7(), at: clock.now() }),
    flush: batch.flush,
    stop: batch.stop,
  };
}

/** One entry that Postgres refuses would hold up all others of its batch. */
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}
