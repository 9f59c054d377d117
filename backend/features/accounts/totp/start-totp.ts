import { toString as drawQrCode } from "qrcode";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { confirmPassword } from "../passwords/confirm-password";
import { type StartTotpInput, startTotpSchema } from "../schemas";
import { findUserById, lockSelf, selfId, updateUserRow } from "../users/user-store";
import { isSetupOver, newTotpSecret, stepBeforeSetup, totpUri } from "./one-time-code";

export type TotpSetup = {
  /** To be typed by hand where the camera does not work; base32. */
  secret: string;
  uri: string;
  /** The same as a picture, an `<svg>` element. */
  qrSvg: string;
};

/**
 * Prepares the second step for oneself; it counts only after `confirmTotp`.
 * @throws ValidationError at `password`; TooManyTriesError; RuleError when it is on already
 */
export async function startTotp(deps: { encryption: Encryption }, ctx: Ctx, input: StartTotpInput): Promise<TotpSetup> {
  requireRole(ctx.actor, "owner", "admin");
  const { password } = parseInput(startTotpSchema, input);
  await confirmPassword(ctx, password, "password");
  const secret = newTotpSecret();
  await withTenant(ctx, async (tx) => {
    const user = await lockSelf(tx, ctx);
    if (user.totpEnabledAt) throw new RuleError("Verifikasi dua langkah sudah aktif.");
    await updateUserRow(tx, ctx, user.id, {
      totpSecretEncrypted: deps.encryption.encrypt(secret),
      totpLastStep: stepBeforeSetup(ctx.clock.now()),
      recoveryCodeHashes: [],
    });
  });
  return describeSetup(ctx, secret);
}

/** The setup that was begun minutes ago and not confirmed, to be shown again; null when there is none. */
export async function findTotpSetup(deps: { encryption: Encryption }, ctx: Ctx): Promise<TotpSetup | null> {
  const user = await withTenant(ctx, (tx) => findUserById(tx, ctx, selfId(ctx)));
  if (!user?.totpSecretEncrypted || user.totpEnabledAt) return null;
  if (isSetupOver(user.totpLastStep, ctx.clock.now())) return null;
  return describeSetup(ctx, deps.encryption.decrypt(user.totpSecretEncrypted));
}

async function describeSetup(ctx: Ctx, secret: string): Promise<TotpSetup> {
  const { user, showroom } = await withTenant(ctx, async (tx) => ({
    user: await findUserById(tx, ctx, selfId(ctx)),
    showroom: await tx.tenant.findUnique({ where: { id: ctx.tenant.id }, select: { name: true } }),
  }));
  if (!user || !showroom) throw new NotFoundError("user");
  const uri = totpUri(secret, { showroom: showroom.name, email: user.email });
  return { secret, uri, qrSvg: await drawQrCode(uri, { type: "svg", margin: 1, errorCorrectionLevel: "M" }) };
}
