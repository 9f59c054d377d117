import type { UserRole } from "@/backend/platform/actor";
import { hasPassword } from "../passwords/password-hash";
import { PERMISSIONS, type Permission } from "../schemas";
import type { UserRow } from "./user-store";

/** Somebody of the team; no secret is in here. */
export type UserView = {
  id: string;
  name: string;
  email: string;
  /** Digits from 62, "" when not known. */
  phone: string;
  whatsappNumber: string | null;
  role: UserRole;
  /** invited: has not chosen a password yet. */
  status: "active" | "invited" | "suspended";
  /** WhatsApp commands; what sales may besides. Owners and admins may all of them. */
  permissions: Permission[];
  branch: { id: string; name: string } | null;
  hasPin: boolean;
  hasTotp: boolean;
  lastLoginAt: Date | null;
  createdAt: Date;
};

export function toUserView(row: UserRow): UserView {
  const { id, name, email, phone, whatsappNumber, role, branch, lastLoginAt, createdAt } = row;
  return {
    ...{ id, name, email, phone, whatsappNumber, role, branch, lastLoginAt, createdAt },
    status: row.status === "active" && !hasPassword(row.passwordHash) ? "invited" : row.status,
    permissions: PERMISSIONS.filter((permission) => row.permissions.includes(permission)),
    hasPin: row.pinHash !== null,
    hasTotp: row.totpEnabledAt !== null,
  };
}
