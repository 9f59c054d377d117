import { createApp } from "@/backend/app";
import type { Deps } from "@/backend/deps";
import { hashPassword } from "@/backend/features/accounts/passwords/password-hash";
import type { Actor, UserRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { createTenant, testClock, testCtx } from "./test-database";
import { createTestDeps } from "./test-showroom";

export const PASSWORD = "kereta-api-malam";

/** The whole app on a clock that stands still, and showrooms with people who can really log in. */
export async function createAccountsWorld() {
  const clock = testClock();
  const deps = await createTestDeps({ clock });
  const app = createApp(deps);
  return { clock, deps, app, room: () => createRoom(deps, clock) };
}

export type Room = Awaited<ReturnType<typeof createRoom>>;
type Clock = ReturnType<typeof testClock>;

async function createRoom(deps: Deps, clock: Clock) {
  const tenant = await createTenant(deps.db);
  const passwordHash = await hashPassword(PASSWORD);
  const person = async (role: UserRole, name: string) => {
    const data = { tenantId: tenant.id, name, email: `${name.toLowerCase()}@contoh.id`, role, passwordHash };
    const { id, email } = await withTenant({ db: deps.db, tenant }, (tx) => tx.user.create({ data }));
    const actor: Actor = { type: "user", userId: id, name, role, permissions: [] };
    return { id, email, actor };
  };
  const host = `${tenant.subdomain}.localhost`;
  const as = (actor: Actor): Ctx => testCtx(deps.db, tenant, actor, clock);
  return {
    ...{ tenant, host, as, person, visitor: as({ type: "visitor" }) },
    owner: await person("owner", "Hadi"),
    admin: await person("admin", "Wati"),
    sales: await person("sales", "Budi"),
  };
}

/** What was recorded in a showroom, oldest first. */
export async function eventsOf(deps: Deps, room: Room) {
  return withTenant({ db: deps.db, tenant: room.tenant }, (tx) =>
    tx.event.findMany({ where: { tenantId: room.tenant.id }, orderBy: { id: "asc" } }),
  );
}
