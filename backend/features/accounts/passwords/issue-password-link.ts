import { randomBytes } from "node:crypto";
import { recordEvent } from "@/backend/features/audit";
import { type PublicOrigin, type TenantDirectory, tenantOrigin } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { hashSecret } from "@/backend/platform/encryption";
import { NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type UserIdInput, userIdSchema } from "../schemas";
import { requireMayManage } from "../users/user-rights";
import { lockUser, type UserRow } from "../users/user-store";
import { hasPassword } from "./password-hash";

export type PasswordLinkDeps = { directory: Pick<TenantDirectory, "byId">; origin: PublicOrigin };

export type PasswordLink = {
  /** Shown once and kept nowhere: whoever opens it chooses the password. */
  url: string;
  purpose: "invite" | "reset";
  expiresAt: Date;
};

const HOURS = { invite: 7 * 24, reset: 24 };

/**
 * A one-time link with which somebody of the team chooses a password: 7 days for the first one, 24 hours for a reset.
 * Links issued to the same person before stop working.
 */
export async function issuePasswordLink(deps: PasswordLinkDeps, ctx: Ctx, input: UserIdInput): Promise<PasswordLink> {
  const { userId } = parseInput(userIdSchema, input);
  return withTenant(ctx, async (tx) => {
    const user = await lockUser(tx, ctx, userId);
    requireMayManage(ctx.actor, user);
    if (user.status !== "active") throw new RuleError("Aktifkan dulu akunnya, baru buat tautan kata sandi.");
    return writePasswordLink(tx, deps, ctx, user);
  });
}

export async function writePasswordLink(
  tx: Tx,
  { directory, origin }: PasswordLinkDeps,
  ctx: Ctx,
  user: UserRow,
): Promise<PasswordLink> {
  const tenant = await directory.byId(ctx.tenant.id);
  if (!tenant) throw new NotFoundError("tenant");
  const now = ctx.clock.now();
  const purpose = hasPassword(user.passwordHash) ? "reset" : "invite";
  const expiresAt = new Date(now.getTime() + HOURS[purpose] * 3_600_000);
  const token = randomBytes(32).toString("base64url");

  await spendPasswordLinks(tx, ctx, user.id);
  await tx.passwordToken.create({
    data: {
      ...{ tenantId: ctx.tenant.id, userId: user.id, purpose, tokenHash: hashSecret(token) },
      ...{ expiresAt, createdAt: now },
    },
  });
  await recordEvent(tx, ctx, { type: "auth.link_issued", data: { userId: user.id, purpose } });
  return { url: `${tenantOrigin(tenant, origin)}/dashboard/atur-sandi/${token}`, purpose, expiresAt };
}

/** No link of this person works any more. */
export async function spendPasswordLinks(tx: Tx, { tenant, clock }: Ctx, userId: string): Promise<void> {
  await tx.passwordToken.updateMany({
    where: { tenantId: tenant.id, userId, usedAt: null },
    data: { usedAt: clock.now() },
  });
}
