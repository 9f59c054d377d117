import { recordEvent } from "@/backend/features/audit";
import type { User } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError, ValidationError } from "@/backend/platform/errors";
import { confirmKey, forgiveTries, takeTry } from "../sessions/login-throttle";
import { findUserById, selfId } from "../users/user-store";
import { verifyPassword } from "./password-hash";

/**
 * Before something that a found-open browser must not do: the person's own password once more.
 * @throws ValidationError at `field`; TooManyTriesError
 */
export async function confirmPassword(ctx: Ctx, password: string, field: string): Promise<User> {
  const userId = selfId(ctx);
  const keys = [confirmKey(userId)] as const;
  await takeTry(ctx, keys);
  const user = await withTenant(ctx, (tx) => findUserById(tx, ctx, userId));
  if (!user) throw new NotFoundError("user");
  if (!(await verifyPassword(password, user.passwordHash))) {
    await withTenant(ctx, (tx) => recordEvent(tx, ctx, { type: "auth.confirmation_failed", data: { userId } }));
    throw new ValidationError({ [field]: "Kata sandi salah." });
  }
  await withTenant(ctx, (tx) => forgiveTries(tx, ctx, keys));
  return user;
}
