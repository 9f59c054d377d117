import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { accountKey } from "./login-throttle";

type FailedLogIn = { email: string; address: string; reason: "unknown" | "password" | "suspended" | "code" };

/** For the audit trail: which account by its hash, since people type passwords into the wrong field. */
export async function recordFailedLogIn(ctx: Ctx, { email, address, reason }: FailedLogIn): Promise<void> {
  const data = { account: accountKey(email), address, reason };
  await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: "auth.failed", data }));
}
