import { recordEvent } from "@/backend/features/audit";
import type { User } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { forgiveTries, type TryKeys } from "./login-throttle";
import { type Client, insertSession } from "./session-store";
import type { SessionAudience, SessionTokens } from "./session-tokens";

export type LoggedIn = {
  /** Goes into the cookie or the Authorization header; good for 24 hours. */
  token: string;
  user: { id: string; name: string; email: string; role: User["role"] };
};

type Beginning = {
  user: User;
  keys: TryKeys;
  audience: SessionAudience;
  client: Client;
  secondStep?: "totp" | "recovery";
};

/** Null when the person was suspended or their password changed since it was checked. */
export async function beginSession(
  tx: Tx,
  deps: { sessionTokens: SessionTokens },
  ctx: Ctx,
  { user, keys, audience, client, secondStep }: Beginning,
): Promise<LoggedIn | null> {
  const { id: userId, sessionVersion, passwordHash, name, email, role, permissions } = user;
  const { count } = await tx.user.updateMany({
    where: { tenantId: ctx.tenant.id, id: userId, status: "active", sessionVersion, passwordHash },
    data: { lastLoginAt: ctx.clock.now() },
  });
  if (count === 0) return null;

  await forgiveTries(tx, ctx, keys);
  const claims = await insertSession(tx, ctx, { userId, sessionVersion, audience, client });
  const actor = { type: "user", userId, name, role, permissions } as const;
  const data = { sessionId: claims.sessionId, audience, ...(secondStep && { secondStep }) };
  await recordEvent(tx, { ...ctx, actor }, { type: "auth.logged_in", data });
  const token = await deps.sessionTokens.sign(claims, audience, ctx.clock.now());
  return { token, user: { id: userId, name, email, role } };
}
