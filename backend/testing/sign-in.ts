import type { Deps } from "@/backend/deps";
import { insertSession } from "@/backend/features/accounts/sessions/session-store";
import { AUDIENCES, type SessionAudience } from "@/backend/features/accounts/sessions/session-tokens";
import { sessionCookieName } from "@/backend/http/session-cookie";
import type { Actor, UserRole } from "@/backend/platform/actor";
import { systemClock } from "@/backend/platform/clock";
import { withTenant } from "@/backend/platform/database/with-tenant";

export type SignedIn = {
  /** For a `cookie` header: "autoleads_session=…". POSTs with it also need an `origin`; `pageHeaders` has both. */
  cookie: string;
  /** For an `authorization` header: "Bearer …". */
  bearer: string;
  user: { id: string; name: string; email: string; role: UserRole };
  /** The same person as the actor of a ctx. */
  actor: Extract<Actor, { type: "user" }>;
  /** Host, cookie and what a browser says of a form of our own: for pages, GET and POST. */
  pageHeaders: Record<string, string>;
  /** Host and bearer token: for /api/admin. */
  apiHeaders: Record<string, string>;
};

type Room = { tenant: { id: number; subdomain: string } };
type Options = { permissions?: string[]; name?: string };

let nextPerson = 0;

/**
 * Somebody of a showroom with a running session, without going through the log-in: its user of this role, made when there
 * is none; with `options` always a new one. Needs a room of `createShowroom` or `{ tenant: await createTenant(db) }`.
 */
export async function signIn(deps: Deps, room: Room, role: UserRole, options?: Options): Promise<SignedIn> {
  const { tenant } = room;
  const ctx = {
    tenant: { id: tenant.id },
    actor: { type: "visitor" } as const,
    ...{ db: deps.db, clock: deps.clock ?? systemClock, requestId: "sign-in" },
  };
  const user = await findOrCreateUser(deps, tenant.id, role, options);

  const tokenFor = async (audience: SessionAudience): Promise<string> => {
    const client = { userAgent: "test", address: "127.0.0.1" };
    const session = { userId: user.id, sessionVersion: user.sessionVersion, audience, client };
    const claims = await withTenant(ctx, (tx) => insertSession(tx, ctx, session));
    return deps.sessionTokens.sign(claims, audience, ctx.clock.now());
  };
  const [page = "", api = ""] = await Promise.all(AUDIENCES.map(tokenFor));
  const cookie = `${sessionCookieName(deps)}=${page}`;
  const host = `${tenant.subdomain}.${deps.env.APP_DOMAIN}`;
  const { id, name, email, permissions } = user;
  return {
    ...{ cookie, bearer: `Bearer ${api}`, user: { id, name, email, role } },
    actor: { type: "user", userId: id, name, role, permissions },
    pageHeaders: { host, cookie, origin: `http://${host}` },
    apiHeaders: { host, authorization: `Bearer ${api}` },
  };
}

async function findOrCreateUser(deps: Deps, tenantId: number, role: UserRole, options?: Options) {
  return withTenant({ db: deps.db, tenant: { id: tenantId } }, async (tx) => {
    const known = options ? null : await tx.user.findFirst({ where: { tenantId, role }, orderBy: { id: "asc" } });
    if (known) return known;
    nextPerson += 1;
    const { name = `${role} ${nextPerson}`, permissions = [] } = options ?? {};
    const email = `${role}-${nextPerson}-${crypto.randomUUID().slice(0, 8)}@x.id`;
    return tx.user.create({ data: { tenantId, name, email, role, permissions, passwordHash: "-" } });
  });
}
