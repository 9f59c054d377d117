import { describe, expect, test } from "bun:test";
import { createTenant, openTestDatabase } from "@/backend/testing/test-database";
import type { Tx } from "../database/database";
import { withTenant } from "../database/with-tenant";
import type { JobHandlers } from "./job-queue";

const db = await openTestDatabase();
const tenant = await createTenant(db);
const scope = { db, tenant };

function handlers(processPhoto: (photoId: string) => Promise<void>): JobHandlers {
  return {
    "process-photo": ({ photoId }) => processPhoto(photoId),
    "sweep-orphans": async () => undefined,
    "expire-offer": async () => undefined,
    "resume-bot": async () => undefined,
    "finish-erasure": async () => undefined,
    "schedule-rechecks": async () => undefined,
    "recheck-domain": async () => undefined,
  };
}

async function photosOfWaitingJobs(): Promise<string[]> {
  const photos: string[] = [];
  await db.jobs.runWaiting(handlers(async (photoId) => void photos.push(photoId)));
  return photos;
}

async function roleOf(tx: Tx): Promise<unknown> {
  return tx.$queryRawUnsafe("SELECT current_user::text AS role");
}

describe("a job", () => {
  test("exists exactly when the transaction that caused it committed", async () => {
    await withTenant(scope, (tx) => db.jobs.enqueue(tx, "process-photo", { tenantId: tenant.id, photoId: "kept" }));
    const undone = withTenant(scope, async (tx) => {
      await db.jobs.enqueue(tx, "process-photo", { tenantId: tenant.id, photoId: "undone" });
      throw new Error("rolled back");
    });
    await expect(undone).rejects.toThrow("rolled back");
    expect(await photosOfWaitingJobs()).toEqual(["kept"]);
    expect(await photosOfWaitingJobs()).toEqual([]);
  });

  test("that fails waits to be tried again", async () => {
    await withTenant(scope, (tx) => db.jobs.enqueue(tx, "process-photo", { tenantId: tenant.id, photoId: "broken" }));
    await db.jobs.runWaiting(handlers(() => Promise.reject(new Error("not now"))));
    const { rows } = await db.pool.query("SELECT state::text FROM pgboss.job WHERE data->>'photoId' = 'broken'");
    expect(rows).toEqual([{ state: "retry" }]);
  });
});

describe("enqueueing leaves the tenant's role only for its own statement", () => {
  test("when it works", async () => {
    const role = await withTenant(scope, async (tx) => {
      await db.jobs.enqueue(tx, "process-photo", { tenantId: tenant.id, photoId: "role" });
      return roleOf(tx);
    });
    expect(role).toEqual([{ role: "autoleads_app" }]);
  });

  test("when it is refused and the caller goes on", async () => {
    const endless: { tenantId: number; photoId: string; self?: unknown } = { tenantId: tenant.id, photoId: "endless" };
    endless.self = endless;
    const role = await withTenant(scope, async (tx) => {
      await db.jobs.enqueue(tx, "process-photo", endless).catch(() => undefined);
      return roleOf(tx);
    });
    expect(role).toEqual([{ role: "autoleads_app" }]);
  });
});
