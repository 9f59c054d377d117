import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type SessionIdInput, sessionIdSchema } from "../schemas";
import { selfId } from "../users/user-store";
import { revokeSessions } from "./session-store";

/** Ends the session one is in: its token is refused from now on. */
export async function logOut(ctx: Ctx, input: SessionIdInput): Promise<void> {
  const { sessionId } = parseInput(sessionIdSchema, input);
  const userId = selfId(ctx);
  await withTenant(ctx, async (tx) => {
    await revokeSessions(tx, ctx, { userId, sessionId });
    await recordEvent(tx, ctx, { type: "auth.logged_out", data: { sessionId } });
  });
}
