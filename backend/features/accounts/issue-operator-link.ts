import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { withSystem, withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { issuePasswordLink, type PasswordLink, type PasswordLinkDeps } from "./passwords/issue-password-link";
import { findUserByEmail } from "./users/user-store";

/** A password link from the operator's hand: for an owner who is alone and has lost the password. */
export async function issueOperatorLink(
  deps: PasswordLinkDeps & { db: Database; clock: Ctx["clock"] },
  { subdomain, email }: { subdomain: string; email: string },
): Promise<PasswordLink> {
  const { rows } = await withSystem(deps.db, (sql) =>
    sql.query<{ id: number }>("SELECT id FROM tenants WHERE subdomain = $1", [subdomain]),
  );
  const tenantId = rows[0]?.id;
  if (!tenantId) throw new NotFoundError(`showroom ${subdomain}`);
  const ctx: Ctx = {
    tenant: { id: tenantId },
    actor: { type: "system", name: "operator" },
    db: deps.db,
    clock: deps.clock,
    requestId: "operator-link",
  };
  const user = await withTenant(ctx, (tx) => findUserByEmail(tx, ctx, email.trim().toLowerCase()));
  if (!user) throw new NotFoundError(`${email} in ${subdomain}`);
  return issuePasswordLink(deps, ctx, { userId: user.id });
}
