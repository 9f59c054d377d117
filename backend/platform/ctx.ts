import type { Actor } from "./actor";
import type { Clock } from "./clock";
import type { Database } from "./database/database";

export type TenantRef = { readonly id: number };

/** What every verb gets first: whose data, who acts, and the ports. Passed explicitly, never ambient. */
export type Ctx = {
  tenant: TenantRef;
  actor: Actor;
  db: Database;
  clock: Clock;
  requestId: string;
};
