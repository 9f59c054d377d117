import { afterAll } from "bun:test";
import type { Actor } from "@/backend/platform/actor";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx, TenantRef } from "@/backend/platform/ctx";
import { type Database, openDatabase } from "@/backend/platform/database/database";
import { createTestDatabase } from "./test-postgres";

/** Call at the top of a test file: its own migrated database, closed and dropped after the file. */
export async function openTestDatabase(): Promise<Database> {
  const { url, drop } = await createTestDatabase();
  const db = await openDatabase({ url, poolSize: 10 });
  afterAll(async () => {
    await db.close();
    await drop();
  });
  return db;
}

let nextTenant = 0;

/** A showroom of the test's own. Written past row-level security, as an operator would. */
export async function createTenant(db: Database, overrides: { name?: string; subdomain?: string } = {}) {
  nextTenant += 1;
  const subdomain = overrides.subdomain ?? `showroom-${nextTenant}-${crypto.randomUUID().slice(0, 6)}`;
  return db.prisma.tenant.create({
    data: {
      name: overrides.name ?? `Showroom ${nextTenant}`,
      slug: subdomain,
      subdomain,
      businessHours: { mon: [["09:00", "18:00"]] },
    },
  });
}

export const owner: Actor = {
  type: "user",
  userId: "01890000-0000-7000-8000-000000000001",
  name: "Pak Owner",
  role: "owner",
  permissions: [],
};

export const salesPerson: Actor = {
  type: "user",
  userId: "01890000-0000-7000-8000-000000000002",
  name: "Budi",
  role: "sales",
  permissions: [],
};

/** A clock that stands still until the test moves it. */
export function testClock(start = "2026-11-20T03:00:00Z"): Clock & { advance(ms: number): void } {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}

export function testCtx(db: Database, tenant: TenantRef, actor: Actor = owner, clock: Clock = testClock()): Ctx {
  return { tenant: { id: tenant.id }, actor, db, clock, requestId: "test" };
}
