import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type SessionIdInput, sessionIdSchema } from "../schemas";
import { selfId } from "../users/user-store";
import { revokeSessions } from "./session-store";

/** Ends one of one's own sessions; 404 when it is not there or over. */
export async function revokeSession(ctx: Ctx, input: SessionIdInput): Promise<void> {
  const { sessionId } = parseInput(sessionIdSchema, input);
  const userId = selfId(ctx);
  await withTenant(ctx, async (tx) => {
    const count = await revokeSessions(tx, ctx, { userId, sessionId });
    if (count === 0) throw new NotFoundError("session", { userMessage: "Sesi ini sudah berakhir." });
    await recordEvent(tx, ctx, { type: "auth.session_revoked", data: { sessionId } });
  });
}

/** Ends all of one's own sessions but this one; how many that were. */
export async function revokeOtherSessions(ctx: Ctx, input: SessionIdInput): Promise<{ count: number }> {
  const { sessionId } = parseInput(sessionIdSchema, input);
  const userId = selfId(ctx);
  return withTenant(ctx, async (tx) => {
    const count = await revokeSessions(tx, ctx, { userId, exceptSessionId: sessionId });
    if (count > 0) await recordEvent(tx, ctx, { type: "auth.sessions_revoked", data: { count } });
    return { count };
  });
}
