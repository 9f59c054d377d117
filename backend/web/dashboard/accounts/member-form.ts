import { type InviteUserInput, PERMISSIONS, type UpdateUserInput, type UserView } from "@/backend/features/accounts";
import { formatPhone } from "@/backend/platform/phone";
import type { MemberValues } from "@/frontend/dashboard/accounts/member-form";
import type { FormValues } from "./form-values";

const ROLES = ["owner", "admin", "sales"] as const;

/** What a form about somebody of the team was sent with, as it was typed. */
export function typedMember({ text, all }: FormValues): MemberValues {
  const { name = "", email = "", whatsappNumber = "", phone = "", branchId = "", pin = "" } = text;
  const chosen = all("permissions");
  return {
    ...{ name, email, whatsappNumber, phone, branchId, pin },
    role: ROLES.find((role) => role === text.role) ?? "sales",
    permissions: PERMISSIONS.filter((permission) => chosen.includes(permission)),
    removesPin: text.removesPin === "1",
  };
}

export function emptyMember(): MemberValues {
  const blank = { name: "", email: "", whatsappNumber: "", phone: "", branchId: "", pin: "" };
  return { ...blank, role: "sales", permissions: [], removesPin: false };
}

export function memberValues(user: UserView): MemberValues {
  const { name, email, role, permissions, branch, whatsappNumber, phone } = user;
  return {
    ...{ name, email, role, permissions, branchId: branch?.id ?? "", pin: "", removesPin: false },
    whatsappNumber: whatsappNumber ? formatPhone(whatsappNumber) : "",
    phone: phone ? formatPhone(phone) : "",
  };
}

/** Text as the verb takes it; the verb says what is wrong with it. */
export function toInvitation({ removesPin: _, branchId, pin, ...values }: MemberValues): InviteUserInput {
  return { ...values, branchId: branchId || null, pin: pin || null };
}

/** An empty PIN leaves it as it is. */
export function toChanges(values: MemberValues): UpdateUserInput["changes"] {
  const { pin, ...rest } = toInvitation(values);
  if (values.removesPin) return { ...rest, pin: null };
  return pin ? { ...rest, pin } : rest;
}
