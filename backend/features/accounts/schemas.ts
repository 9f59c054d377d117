import { z } from "zod";
import { normalizePhone } from "@/backend/platform/phone";
import { AUDIENCES } from "./sessions/session-tokens";

/** WhatsApp commands a person of sales may be allowed to give. */
export const PERMISSIONS = ["upload", "status", "price", "stats"] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Long enough for every passphrase, short enough that nobody keeps the hash busy. */
const typedPasswordSchema = z.string().max(200, "Kata sandi terlalu panjang.");

const emailSchema = z
  .string({ error: "Isi e-mail." })
  .trim()
  .toLowerCase()
  .max(200, "E-mail terlalu panjang.")
  .pipe(z.email("E-mail belum benar, contoh: budi@gmail.com."));

const clientSchema = {
  audience: z.enum(AUDIENCES),
  userAgent: z.string().default(""),
  /** Network address of who asks; "" when it is not known. */
  address: z.string().default(""),
};

export const logInSchema = z.object({
  email: z
    .string({ error: "Isi e-mail." })
    .trim()
    .toLowerCase()
    .min(1, "Isi e-mail.")
    .max(200, "E-mail terlalu panjang."),
  password: typedPasswordSchema.min(1, "Isi kata sandi."),
  /** Of the second step, when it is switched on: six digits, or a recovery code. */
  totp: z.string().trim().max(40).optional(),
  ...clientSchema,
});
export type LogInInput = z.input<typeof logInSchema>;

export const confirmSecondStepSchema = z.object({
  token: z.string(),
  code: z.string().trim().min(1, "Isi kodenya.").max(40),
  ...clientSchema,
});
export type ConfirmSecondStepInput = z.input<typeof confirmSecondStepSchema>;

export const sessionIdSchema = z.object({ sessionId: z.uuid() });
export type SessionIdInput = z.input<typeof sessionIdSchema>;

export const changePasswordSchema = z.object({
  currentPassword: typedPasswordSchema.min(1, "Isi kata sandi yang sekarang."),
  newPassword: typedPasswordSchema.min(1, "Isi kata sandi baru."),
  ...clientSchema,
});
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;

export const setPasswordByLinkSchema = z.object({
  token: z.string().max(100),
  newPassword: typedPasswordSchema.min(1, "Isi kata sandi baru."),
});
export type SetPasswordByLinkInput = z.input<typeof setPasswordByLinkSchema>;

export const startTotpSchema = z.object({ password: typedPasswordSchema.min(1, "Isi kata sandi.") });
export type StartTotpInput = z.input<typeof startTotpSchema>;

export const totpCodeSchema = z.object({ code: z.string().trim().min(1, "Isi kodenya.").max(40) });
export type TotpCodeInput = z.input<typeof totpCodeSchema>;

export const disableTotpSchema = startTotpSchema.extend(totpCodeSchema.shape);
export type DisableTotpInput = z.input<typeof disableTotpSchema>;

export const userIdSchema = z.object({ userId: z.uuid() });
export type UserIdInput = z.input<typeof userIdSchema>;

export const listUsersSchema = z.object({
  /** Part of the name or the e-mail. */
  search: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type ListUsersInput = z.input<typeof listUsersSchema>;

const nameSchema = z.string({ error: "Isi nama." }).trim().min(1, "Isi nama.").max(80, "Nama paling panjang 80 huruf.");

/** What is typed ("0812-3456-7890") as the digits WhatsApp uses; "" and null mean none. */
const phoneSchema = (sentence: string) =>
  z
    .string()
    .trim()
    .max(40, sentence)
    .nullable()
    .transform((text, issues) => {
      if (!text) return null;
      const phone = normalizePhone(text);
      if (!phone) issues.addIssue({ code: "custom", message: sentence });
      return phone;
    });

const pinSchema = z
  .string()
  .trim()
  .regex(/^\d{4,6}$/, "PIN terdiri dari 4 sampai 6 angka.")
  .nullable();

const profileSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  phone: phoneSchema("Nomor telepon belum benar, contoh: 0812-3456-7890."),
  whatsappNumber: phoneSchema("Nomor WhatsApp belum benar, contoh: 0812-3456-7890."),
  role: z.enum(["owner", "admin", "sales"], { error: "Pilih peran." }),
  branchId: z.uuid({ error: "Pilih cabang yang ada." }).nullable(),
  permissions: z.array(z.enum(PERMISSIONS, { error: "Izin tidak dikenal." })).max(20),
  pin: pinSchema,
});

export const inviteUserSchema = profileSchema.partial({
  phone: true,
  whatsappNumber: true,
  branchId: true,
  permissions: true,
  pin: true,
});
export type InviteUserInput = z.input<typeof inviteUserSchema>;

export const userChangesSchema = profileSchema.partial().extend({ status: z.enum(["active", "suspended"]).optional() });

export const updateUserSchema = z.object({ userId: z.uuid(), changes: userChangesSchema });
export type UpdateUserInput = z.input<typeof updateUserSchema>;
