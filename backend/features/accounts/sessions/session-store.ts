import { z } from "zod";
import type { UserRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Sql, Tx } from "@/backend/platform/database/database";
import { SESSION_HOURS, type SessionAudience, type SessionClaims } from "./session-tokens";

export type Client = { userAgent: string; address: string };

const MAX_USER_AGENT_LENGTH = 300;

type NewSession = { userId: string; sessionVersion: number; audience: SessionAudience; client: Client };

/** Writes down that somebody is logged in; the token is made of what comes back. */
export async function insertSession(
  tx: Tx,
  { tenant, clock }: Ctx,
  { userId, sessionVersion, audience, client }: NewSession,
): Promise<SessionClaims> {
  const now = clock.now();
  const { id } = await tx.session.create({
    data: {
      ...{ tenantId: tenant.id, userId, sessionVersion, audience },
      userAgent: client.userAgent.slice(0, MAX_USER_AGENT_LENGTH),
      address: client.address.slice(0, 60),
      ...{ createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + SESSION_HOURS * 3_600_000) },
    },
  });
  return { tenantId: tenant.id, userId, sessionId: id, sessionVersion };
}

/** Ends those of a user's sessions that fit; how many there were. */
export async function revokeSessions(
  tx: Tx,
  { tenant, clock }: Ctx,
  which: { userId: string; sessionId?: string; exceptSessionId?: string },
): Promise<number> {
  const { userId, sessionId, exceptSessionId } = which;
  const now = clock.now();
  const { count } = await tx.session.updateMany({
    where: {
      ...{ tenantId: tenant.id, userId, revokedAt: null, expiresAt: { gt: now } },
      ...(sessionId && { id: sessionId }),
      ...(exceptSessionId && { NOT: { id: exceptSessionId } }),
    },
    data: { revokedAt: now },
  });
  return count;
}

const rowSchema = z.object({
  name: z.string(),
  role: z.enum(["owner", "admin", "sales"]),
  permissions: z.array(z.string()),
  last_seen_at: z.date(),
});

export type LiveSession = { name: string; role: UserRole; permissions: string[]; lastSeenAt: Date };

/** Session, user and version together: null as soon as one of them no longer stands. */
export async function selectLiveSession(
  sql: Sql,
  claims: SessionClaims,
  audience: SessionAudience,
  now: Date,
): Promise<LiveSession | null> {
  const { rows } = await sql.query({
    name: "live-session",
    text: `SELECT u.name, u.role::text AS role, coalesce(u.permissions, '{}') AS permissions, s.last_seen_at
             FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id
            WHERE s.tenant_id = $1 AND s.id = $2 AND s.user_id = $3 AND s.audience = $4 AND s.session_version = $5
              AND u.session_version = $5 AND u.status = 'active' AND s.revoked_at IS NULL AND s.expires_at > $6`,
    values: [claims.tenantId, claims.sessionId, claims.userId, audience, claims.sessionVersion, now],
  });
  if (!rows[0]) return null;
  const { name, role, permissions, last_seen_at } = rowSchema.parse(rows[0]);
  return { name, role, permissions, lastSeenAt: last_seen_at };
}

export async function touchSession(sql: Sql, { tenantId, sessionId }: SessionClaims, now: Date): Promise<void> {
  await sql.query("UPDATE sessions SET last_seen_at = $3 WHERE tenant_id = $1 AND id = $2", [tenantId, sessionId, now]);
}
