import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { hashSecret } from "@/backend/platform/encryption";
import { NotFoundError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type SetPasswordByLinkInput, setPasswordByLinkSchema } from "../schemas";
import { accountKey, forgiveTries } from "../sessions/login-throttle";
import { revokeSessions } from "../sessions/session-store";
import { lockUser, type UserRow, updateUserRow } from "../users/user-store";
import { spendPasswordLinks } from "./issue-password-link";
import { hashPassword } from "./password-hash";
import { whyWeakPassword } from "./password-rules";

/** Whose link this is; null when it was used, replaced, is too old or never was. */
export async function findPasswordLink(
  ctx: Ctx,
  input: { token: string },
): Promise<{ purpose: "invite" | "reset"; name: string; email: string } | null> {
  const found = await withTenant(ctx, (tx) => findOpenLink(tx, ctx, input.token));
  return found && { purpose: found.purpose, name: found.user.name, email: found.user.email };
}

/**
 * Sets the password of the link's owner; the link is used up and all their sessions end.
 * @throws NotFoundError when the link does not work (any more), ValidationError at `newPassword`
 */
export async function setPasswordByLink(ctx: Ctx, input: SetPasswordByLinkInput): Promise<{ email: string }> {
  const { token, newPassword } = parseInput(setPasswordByLinkSchema, input);
  const link = await withTenant(ctx, (tx) => findOpenLink(tx, ctx, token));
  if (!link) throw deadLink();
  const weakness = whyWeakPassword(newPassword, link.user);
  if (weakness) throw new ValidationError({ newPassword: weakness });
  const passwordHash = await hashPassword(newPassword);

  return withTenant(ctx, async (tx) => {
    const user = await lockUser(tx, ctx, link.user.id);
    if (!(await findOpenLink(tx, ctx, token))) throw deadLink();
    await spendPasswordLinks(tx, ctx, user.id);
    await updateUserRow(tx, ctx, user.id, { passwordHash, sessionVersion: { increment: 1 } });
    await revokeSessions(tx, ctx, { userId: user.id });
    await forgiveTries(tx, ctx, [accountKey(user.email)]);
    await recordEvent(tx, ctx, { type: "auth.password_set", data: { userId: user.id, purpose: link.purpose } });
    return { email: user.email };
  });
}

type OpenLink = { purpose: "invite" | "reset"; user: Pick<UserRow, "id" | "name" | "email"> };

async function findOpenLink(tx: Tx, { tenant, clock }: Ctx, token: string): Promise<OpenLink | null> {
  const row = await tx.passwordToken.findUnique({
    where: { tenantId_tokenHash: { tenantId: tenant.id, tokenHash: hashSecret(token) } },
    include: { user: { select: { id: true, name: true, email: true, status: true } } },
  });
  if (!row || row.usedAt || row.expiresAt <= clock.now() || row.user.status !== "active") return null;
  return { purpose: row.purpose === "invite" ? "invite" : "reset", user: row.user };
}

function deadLink(): NotFoundError {
  return new NotFoundError("password link", {
    userMessage: "Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru ke pemilik showroom.",
  });
}
