import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

export type SeedDeps = { db: Database; clock: Clock; objectStore: ObjectStore };

/** The showroom as its operator sets it up. */
export function seedCtx({ db, clock }: SeedDeps, tenantId: number): Ctx {
  return { tenant: { id: tenantId }, actor: { type: "system", name: "seed" }, db, clock, requestId: "seed" };
}

/** The same context at another moment, so that what a verb writes carries that time. */
export function at<C extends Ctx>(ctx: C, moment: Date): C {
  return { ...ctx, clock: { now: () => moment } };
}
