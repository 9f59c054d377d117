import { recordEvent } from "@/backend/features/audit";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { type PasswordLink, type PasswordLinkDeps, writePasswordLink } from "../passwords/issue-password-link";
import { hashPassword, NO_PASSWORD } from "../passwords/password-hash";
import { type InviteUserInput, inviteUserSchema } from "../schemas";
import { sayingWhatIsTaken } from "./taken-error";
import { requireMayGiveRole } from "./user-rights";
import { userInclude } from "./user-store";
import { toUserView, type UserView } from "./user-view";

/**
 * Takes somebody into the team. They choose their password with the link, which is shown this once (7 days).
 * @throws ValidationError, also when e-mail or WhatsApp number is somebody else's of the team
 */
export async function inviteUser(
  deps: PasswordLinkDeps,
  ctx: Ctx,
  input: InviteUserInput,
): Promise<{ user: UserView; link: PasswordLink }> {
  const { pin, phone, permissions, ...person } = parseInput(inviteUserSchema, input);
  requireMayGiveRole(ctx.actor, person.role);
  const pinHash = pin ? await hashPassword(pin) : null;

  return sayingWhatIsTaken(() =>
    withTenant(ctx, async (tx) => {
      const user = await tx.user.create({
        data: {
          ...{ ...person, pinHash, tenantId: ctx.tenant.id, passwordHash: NO_PASSWORD, createdAt: ctx.clock.now() },
          ...{ phone: phone ?? person.whatsappNumber ?? "", permissions: [...new Set(permissions)] },
        },
        include: userInclude,
      });
      await recordEvent(tx, ctx, { type: "user.invited", data: { userId: user.id, role: user.role } });
      return { user: toUserView(user), link: await writePasswordLink(tx, deps, ctx, user) };
    }),
  );
}
