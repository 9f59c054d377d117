import { ForbiddenError } from "./errors";

export type UserRole = "owner" | "admin" | "sales";

/** Who does something. Written with every event. */
export type Actor =
  | { type: "visitor" }
  | { type: "customer"; phone: string | null }
  | { type: "user"; userId: string; name: string; role: UserRole; permissions: readonly string[] }
  | { type: "system"; name: string };

/** The system acts for the tenant itself (jobs); people need one of the roles. */
export function requireRole(actor: Actor, ...roles: UserRole[]): void {
  if (actor.type === "system") return;
  if (actor.type === "user" && roles.includes(actor.role)) return;
  throw new ForbiddenError(`${actor.type} may not do this`);
}

/** Owners and admins may everything; sales what their WhatsApp permissions list (upload, status, price, stats). */
export function hasPermission(actor: Actor, permission: string): boolean {
  if (actor.type === "system") return true;
  return actor.type === "user" && (actor.role !== "sales" || actor.permissions.includes(permission));
}

export function requirePermission(actor: Actor, permission: string): void {
  if (!hasPermission(actor, permission)) throw new ForbiddenError(`${actor.type} lacks permission ${permission}`);
}
