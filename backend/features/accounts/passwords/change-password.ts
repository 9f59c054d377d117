import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type ChangePasswordInput, changePasswordSchema } from "../schemas";
import { insertSession, revokeSessions } from "../sessions/session-store";
import type { SessionTokens } from "../sessions/session-tokens";
import { lockSelf, updateUserRow } from "../users/user-store";
import { confirmPassword } from "./confirm-password";
import { hashPassword } from "./password-hash";
import { whyWeakPassword } from "./password-rules";

/**
 * A new password for oneself. All sessions end; this one goes on under the new token that is returned.
 * @throws ValidationError at `currentPassword` or `newPassword`; TooManyTriesError
 */
export async function changePassword(
  deps: { sessionTokens: SessionTokens },
  ctx: Ctx,
  input: ChangePasswordInput,
): Promise<{ token: string }> {
  const { currentPassword, newPassword, audience, userAgent, address } = parseInput(changePasswordSchema, input);
  const self = await confirmPassword(ctx, currentPassword, "currentPassword");
  const weakness = newPassword === currentPassword ? SAME : whyWeakPassword(newPassword, self);
  if (weakness) throw new ValidationError({ newPassword: weakness });
  const passwordHash = await hashPassword(newPassword);

  return withTenant(ctx, async (tx) => {
    const user = await lockSelf(tx, ctx);
    if (user.passwordHash !== self.passwordHash) throw new ValidationError({ currentPassword: CHANGED_MEANWHILE });
    const { sessionVersion } = await updateUserRow(tx, ctx, user.id, {
      passwordHash,
      sessionVersion: { increment: 1 },
    });
    await revokeSessions(tx, ctx, { userId: user.id });
    const client = { userAgent, address };
    const claims = await insertSession(tx, ctx, { userId: user.id, sessionVersion, audience, client });
    await recordEvent(tx, ctx, { type: "auth.password_changed", data: { userId: user.id } });
    return { token: await deps.sessionTokens.sign(claims, audience, ctx.clock.now()) };
  });
}

const SAME = "Kata sandi baru harus berbeda dari yang sekarang.";
const CHANGED_MEANWHILE = "Kata sandi baru saja diganti dari tempat lain. Masuk lagi dengan yang baru.";
