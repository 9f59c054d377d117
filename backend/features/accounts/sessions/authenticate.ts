import type { Actor } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { selectLiveSession, touchSession } from "./session-store";
import type { SessionAudience, SessionTokens } from "./session-tokens";

const SEEN_EVERY_MS = 60_000;

/** The session a request belongs to. */
export type SessionRef = { id: string; audience: SessionAudience };

export type Authenticated = { actor: Extract<Actor, { type: "user" }>; session: SessionRef };

/**
 * Who holds this token, as they are now: role and permissions are read each time. Null when the token is not ours, of
 * another audience or showroom, or over; when its session was ended; when the person may no longer log in.
 */
export async function authenticate(
  deps: { sessionTokens: SessionTokens },
  ctx: Ctx,
  { token, audience }: { token: string; audience: SessionAudience },
): Promise<Authenticated | null> {
  const now = ctx.clock.now();
  const claims = await deps.sessionTokens.verify(token, audience, now);
  if (!claims || claims.tenantId !== ctx.tenant.id) return null;

  return withTenantSql(ctx, async (sql) => {
    const live = await selectLiveSession(sql, claims, audience, now);
    if (!live) return null;
    if (now.getTime() - live.lastSeenAt.getTime() >= SEEN_EVERY_MS) await touchSession(sql, claims, now);
    const { name, role, permissions } = live;
    const actor = { type: "user", userId: claims.userId, name, role, permissions } as const;
    return { actor, session: { id: claims.sessionId, audience } };
  });
}
