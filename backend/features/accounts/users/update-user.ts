import { recordEvent } from "@/backend/features/audit";
import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { spendPasswordLinks } from "../passwords/issue-password-link";
import { hashPassword } from "../passwords/password-hash";
import { type UpdateUserInput, type UserIdInput, updateUserSchema } from "../schemas";
import { forgiveTries, pinKey } from "../sessions/login-throttle";
import { revokeSessions } from "../sessions/session-store";
import { sayingWhatIsTaken } from "./taken-error";
import { requireMayManage } from "./user-rights";
import { lockActiveOwners, lockUser, type UserRow, updateUserRow } from "./user-store";
import { toUserView, type UserView } from "./user-view";

type Changes = ReturnType<typeof updateUserSchema.parse>["changes"];

/**
 * Changes what is given of somebody of the team. Roles are the owner's; a showroom keeps an owner who can log in; who is
 * suspended is out of all sessions at once. `pin: null` removes the PIN; another one may be tried at once.
 * @throws ForbiddenError, RuleError, ValidationError with a sentence at the field
 */
export async function updateUser(ctx: Ctx, input: UpdateUserInput): Promise<UserView> {
  requireRole(ctx.actor, "owner", "admin");
  const { userId, changes } = parseInput(updateUserSchema, input);
  const pinHash = changes.pin ? await hashPassword(changes.pin) : null;

  return sayingWhatIsTaken(() =>
    withTenant(ctx, async (tx) => {
      const owners = await lockActiveOwners(tx, ctx);
      const before = await lockUser(tx, ctx, userId);
      requireMayChange(ctx, before, changes, owners);

      const { pin, phone, permissions, ...fields } = changes;
      const after = await updateUserRow(tx, ctx, userId, {
        ...fields,
        ...(pin !== undefined && { pinHash }),
        ...(phone !== undefined && { phone: phone ?? "" }),
        ...(permissions && { permissions: [...new Set(permissions)] }),
        ...(isSuspension(before, changes) && { sessionVersion: { increment: 1 } }),
      });
      if (pin !== undefined) await forgiveTries(tx, ctx, [pinKey(userId)]);
      if (isSuspension(before, changes)) await lockOut(tx, ctx, userId);
      await record(tx, ctx, before, after);
      return toUserView(after);
    }),
  );
}

/** Ends somebody's sessions and keeps them from logging in; their work stays theirs. */
export async function suspendUser(ctx: Ctx, { userId }: UserIdInput): Promise<UserView> {
  return updateUser(ctx, { userId, changes: { status: "suspended" } });
}

function requireMayChange({ actor }: Ctx, before: UserRow, changes: Changes, owners: string[]): void {
  requireMayManage(actor, before);
  const changesRole = changes.role !== undefined && changes.role !== before.role;
  if (changesRole && actor.type === "user" && actor.role !== "owner") {
    throw new ForbiddenError("only the owner changes roles", {
      userMessage: "Hanya pemilik yang dapat mengubah peran.",
    });
  }
  const leaves = (changesRole || isSuspension(before, changes)) && owners.includes(before.id);
  if (leaves && owners.length === 1) {
    throw new RuleError("Showroom harus punya minimal satu pemilik yang aktif.");
  }
  if (isSuspension(before, changes) && actor.type === "user" && actor.userId === before.id) {
    throw new RuleError("Anda tidak bisa menonaktifkan akun sendiri.");
  }
}

function isSuspension(before: UserRow, changes: Changes): boolean {
  return changes.status === "suspended" && before.status !== "suspended";
}

async function lockOut(tx: Tx, ctx: Ctx, userId: string): Promise<void> {
  await revokeSessions(tx, ctx, { userId });
  await spendPasswordLinks(tx, ctx, userId);
}

const TOLD = ["name", "email", "phone", "whatsappNumber", "role", "status", "branchId", "permissions"] as const;

/** Which fields changed; of role, status and permissions also how, of the PIN only that. */
async function record(tx: Tx, ctx: Ctx, before: UserRow, after: UserRow): Promise<void> {
  const fields: string[] = TOLD.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  if (before.pinHash !== after.pinHash) fields.push("pin");
  if (fields.length === 0) return;
  const how: Prisma.InputJsonObject = Object.fromEntries(
    (["role", "status", "permissions"] as const)
      .filter((field) => fields.includes(field))
      .map((field) => [field, { from: before[field], to: after[field] }]),
  );
  const data = { userId: after.id, fields, ...how };
  await recordEvent(tx, ctx, { type: "user.updated", data });
  if (before.status === after.status) return;
  const type = after.status === "suspended" ? "user.suspended" : "user.reactivated";
  await recordEvent(tx, ctx, { type, data: { userId: after.id } });
}
