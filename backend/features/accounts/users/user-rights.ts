import { type Actor, requireRole, type UserRole } from "@/backend/platform/actor";
import { ForbiddenError } from "@/backend/platform/errors";

type Person = { role: UserRole };

/** Owners manage everybody; admins manage sales, and nobody who could do more than they. */
export function mayManage(actor: Actor, person: Person): boolean {
  if (actor.type === "system") return true;
  if (actor.type !== "user") return false;
  return actor.role === "owner" || (actor.role === "admin" && person.role === "sales");
}

/** @throws ForbiddenError */
export function requireMayManage(actor: Actor, person: Person): void {
  requireRole(actor, "owner", "admin");
  if (mayManage(actor, person)) return;
  throw new ForbiddenError("admins manage sales only", {
    userMessage: "Hanya pemilik yang dapat mengubah akun pemilik dan admin.",
  });
}

/** Roles are the owner's: an admin invites sales and changes no role. */
export function requireMayGiveRole(actor: Actor, role: UserRole): void {
  requireRole(actor, "owner", "admin");
  if (actor.type === "user" && actor.role !== "owner" && role !== "sales") {
    throw new ForbiddenError("only the owner gives roles", {
      userMessage: "Hanya pemilik yang dapat menentukan peran admin atau pemilik.",
    });
  }
}
