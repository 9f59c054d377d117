import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { RuleError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type TotpCodeInput, totpCodeSchema } from "../schemas";
import { confirmKey, forgiveTries, takeTry } from "../sessions/login-throttle";
import { lockSelf, selfId, updateUserRow } from "../users/user-store";
import { acceptTotp } from "./accept-code";
import { isSetupOver } from "./one-time-code";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes";

/**
 * Switches the second step on with a first code; the recovery codes are shown this once.
 * @throws ValidationError at `code`; TooManyTriesError; RuleError when nothing was begun
 */
export async function confirmTotp(
  deps: { encryption: Encryption },
  ctx: Ctx,
  input: TotpCodeInput,
): Promise<{ recoveryCodes: string[] }> {
  requireRole(ctx.actor, "owner", "admin");
  const { code } = parseInput(totpCodeSchema, input);
  const keys = [confirmKey(selfId(ctx))] as const;
  await takeTry(ctx, keys);
  return withTenant(ctx, async (tx) => {
    const user = await lockSelf(tx, ctx);
    if (user.totpEnabledAt) throw new RuleError("Verifikasi dua langkah sudah aktif.");
    if (!user.totpSecretEncrypted || isSetupOver(user.totpLastStep, ctx.clock.now())) {
      throw new RuleError("Waktunya habis. Mulai lagi dari awal.");
    }
    if (!(await acceptTotp(tx, deps, ctx, user, code))) {
      throw new ValidationError({
        code: "Kode belum cocok. Pastikan jam di ponsel sudah tepat, lalu coba kode berikutnya.",
      });
    }
    const recoveryCodes = newRecoveryCodes();
    await updateUserRow(tx, ctx, user.id, {
      totpEnabledAt: ctx.clock.now(),
      recoveryCodeHashes: recoveryCodes.map(hashRecoveryCode),
    });
    await forgiveTries(tx, ctx, keys);
    await recordEvent(tx, ctx, { type: "auth.totp_enabled", data: { userId: user.id } });
    return { recoveryCodes };
  });
}
