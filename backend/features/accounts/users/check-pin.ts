import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { verifyPassword } from "../passwords/password-hash";
import { forgiveTries, pinKey, takeTry } from "../sessions/login-throttle";
import { findUserById, selfId } from "./user-store";

/** Whether the actor has to tell a PIN before WhatsApp changes stock for them. */
export async function hasPin(ctx: Ctx): Promise<boolean> {
  const user = await withTenant(ctx, (tx) => findUserById(tx, ctx, selfId(ctx)));
  return Boolean(user?.pinHash);
}

/**
 * Whether `pin` is the actor's. Tries are counted and slowed down as at log-in; a wrong one is in the audit trail. To be
 * called with no transaction in hand: the hash takes its time, and a try counts whatever becomes of it.
 * @throws TooManyTriesError with the seconds to wait
 */
export async function checkPin(ctx: Ctx, pin: string): Promise<boolean> {
  const userId = selfId(ctx);
  const keys = [pinKey(userId)] as const;
  await takeTry(ctx, keys);
  const user = await withTenant(ctx, (tx) => findUserById(tx, ctx, userId));
  const isRight = await verifyPassword(pin, user?.pinHash ?? null);
  await withTenant(ctx, async (tx) => {
    if (isRight) await forgiveTries(tx, ctx, keys);
    else await recordEvent(tx, ctx, { type: "auth.pin_failed", data: { userId } });
  });
  return isRight;
}
