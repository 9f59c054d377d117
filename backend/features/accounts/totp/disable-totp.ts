import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { ForbiddenError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { confirmPassword } from "../passwords/confirm-password";
import { type DisableTotpInput, disableTotpSchema, type UserIdInput, userIdSchema } from "../schemas";
import { confirmKey, forgiveTries, takeTry } from "../sessions/login-throttle";
import { lockUser, selfId, updateUserRow } from "../users/user-store";
import { acceptCode } from "./accept-code";

/**
 * Switches one's own second step off, with the password and a code (or a recovery code).
 * @throws ValidationError at `password` or `code`; TooManyTriesError
 */
export async function disableTotp(deps: { encryption: Encryption }, ctx: Ctx, input: DisableTotpInput): Promise<void> {
  const { password, code } = parseInput(disableTotpSchema, input);
  const self = await confirmPassword(ctx, password, "password");
  const keys = [confirmKey(selfId(ctx))] as const;
  await takeTry(ctx, keys);
  await withTenant(ctx, async (tx) => {
    if (!(await acceptCode(tx, deps, ctx, self.id, code))) {
      throw new ValidationError({ code: "Kode salah, sudah kedaluwarsa, atau sudah dipakai." });
    }
    await forgiveTries(tx, ctx, keys);
    await removeTotp(tx, ctx, self.id);
  });
}

/** For somebody of the team who lost phone and recovery codes; only the owner does that, and not for themselves. */
export async function resetTotp(ctx: Ctx, input: UserIdInput): Promise<void> {
  requireRole(ctx.actor, "owner");
  const { userId } = parseInput(userIdSchema, input);
  if (userId === selfId(ctx)) throw new ForbiddenError("one's own second step needs a code");
  await withTenant(ctx, async (tx) => {
    await lockUser(tx, ctx, userId);
    await removeTotp(tx, ctx, userId);
  });
}

async function removeTotp(tx: Tx, ctx: Ctx, userId: string): Promise<void> {
  await updateUserRow(tx, ctx, userId, {
    ...{ totpSecretEncrypted: null, totpEnabledAt: null, totpLastStep: null, recoveryCodeHashes: [] },
  });
  await recordEvent(tx, ctx, { type: "auth.totp_disabled", data: { userId } });
}
