import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { Encryption } from "@/backend/platform/encryption";
import { lockUser, type UserRow, updateUserRow } from "../users/user-store";
import { stepOfCode } from "./one-time-code";
import { hashRecoveryCode } from "./recovery-codes";

/** Takes a code of the app or a recovery code, each once; null when it is neither or was used. */
export async function acceptCode(
  tx: Tx,
  deps: { encryption: Encryption },
  ctx: Ctx,
  userId: string,
  code: string,
): Promise<"totp" | "recovery" | null> {
  const user = await lockUser(tx, ctx, userId);
  if (!user.totpSecretEncrypted || !user.totpEnabledAt) return null;
  if (await acceptTotp(tx, deps, ctx, user, code)) return "totp";

  const hash = hashRecoveryCode(code);
  if (!user.recoveryCodeHashes.includes(hash)) return null;
  const rest = user.recoveryCodeHashes.filter((other) => other !== hash);
  await updateUserRow(tx, ctx, user.id, { recoveryCodeHashes: rest });
  await recordEvent(tx, ctx, { type: "auth.recovery_code_used", data: { userId: user.id, left: rest.length } });
  return "recovery";
}

/** A code of a step that was accepted, or of one before it, is not taken again. `user` is locked. */
export async function acceptTotp(
  tx: Tx,
  { encryption }: { encryption: Encryption },
  ctx: Ctx,
  user: UserRow,
  code: string,
): Promise<boolean> {
  if (!user.totpSecretEncrypted) return false;
  const step = stepOfCode(encryption.decrypt(user.totpSecretEncrypted), code, ctx.clock.now());
  if (step === null || step <= (user.totpLastStep ?? 0)) return false;
  await updateUserRow(tx, ctx, user.id, { totpLastStep: step });
  return true;
}
