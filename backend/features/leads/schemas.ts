import { z } from "zod";
import { cleanLine } from "./clean-line";
import { LEAD_SIGNALS } from "./lead-signals";
import { LEAD_STATUSES } from "./lead-status";

const MAX_NAME_LENGTH = 80;
const MAX_DETAIL_LENGTH = 60;

const nameSchema = z
  .string()
  .transform((text) => cleanLine(text, MAX_NAME_LENGTH))
  .default("");
const signalSchema = z.object({
  signal: z.enum(LEAD_SIGNALS),
  detail: z
    .string()
    .transform((text) => cleanLine(text, MAX_DETAIL_LENGTH))
    .optional(),
});
const sourceSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "Sumber lead tidak dikenal");

export const captureLeadSchema = z.object({
  phone: z.string(),
  /** What the customer calls themselves, or what staff wrote down. */
  name: nameSchema,
  /** The name of their WhatsApp profile: used until they say their own. */
  profileName: nameSchema,
  /** web, wa, direct, referral, or a campaign's slug (olx, facebook, instagram, tiktok, youtube …). */
  source: sourceSchema,
  conversationId: z.uuid().optional(),
  carIds: z.array(z.uuid()).max(20).default([]),
  signals: z.array(signalSchema).max(40).default([]),
});
export type CaptureLeadInput = z.input<typeof captureLeadSchema>;

export const listLeadsSchema = z.object({
  statuses: z.array(z.enum(LEAD_STATUSES)).optional(),
  /** "me", "none", or a user's id. */
  assignee: z.union([z.literal("me"), z.literal("none"), z.uuid()]).optional(),
  source: sourceSchema.optional(),
  carId: z.uuid().optional(),
  tag: z.string().trim().toLowerCase().max(30).optional(),
  minScore: z.coerce.number().int().min(0).max(10).optional(),
  /** Part of the name, or digits of the number. */
  search: z.string().trim().max(80).optional(),
  page: z.coerce.number().int().min(1).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ListLeadsInput = z.input<typeof listLeadsSchema>;

export const leadIdSchema = z.object({ leadId: z.uuid() });
export type LeadIdInput = z.input<typeof leadIdSchema>;

export const assignLeadSchema = z.object({ leadId: z.uuid(), userId: z.uuid().nullable(), siteUrl: z.string() });
export type AssignLeadInput = z.input<typeof assignLeadSchema>;

export const setLeadStatusSchema = z.object({ leadId: z.uuid(), status: z.enum(LEAD_STATUSES) });
export type SetLeadStatusInput = z.input<typeof setLeadStatusSchema>;

export const tagsSchema = z
  .array(
    z
      .string()
      .trim()
      .toLowerCase()
      .transform((text) => cleanLine(text, 60).replace(/\s+/g, "-"))
      .pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}-]{0,29}$/u, "Label berisi huruf, angka dan tanda hubung saja")),
  )
  .max(10, "Label paling banyak 10")
  .transform((tags) => [...new Set(tags)]);

export const editLeadSchema = z.object({
  leadId: z.uuid(),
  /** What the customer is called from now on. */
  name: z
    .string()
    .transform((text) => cleanLine(text, MAX_NAME_LENGTH))
    .optional(),
  tags: tagsSchema.optional(),
});
export type EditLeadInput = z.input<typeof editLeadSchema>;

export const addLeadNoteSchema = z.object({
  leadId: z.uuid(),
  text: z.string().trim().min(1, "Catatan masih kosong").max(2_000, "Catatan paling panjang 2.000 huruf"),
});
export type AddLeadNoteInput = z.input<typeof addLeadNoteSchema>;

/** How the customer is spoken to; the announcement of a person keeps to it. */
export const mannerSchema = z.object({
  /** "Kak", "Pak", "Bu", "Mas" … */
  title: z
    .string()
    .transform((text) => cleanLine(text, 12))
    .default("Kak"),
  language: z.enum(["indonesian", "javanese", "english"]).default("indonesian"),
});
export type CustomerManner = z.output<typeof mannerSchema>;

export const startHandoverSchema = z.object({
  leadId: z.uuid(),
  conversationId: z.uuid(),
  /** The device the customer wrote to: offers go out through it. */
  deviceId: z.uuid(),
  /** A signal of lead-signals.ts, or another short slug: why a person is wanted. */
  reason: z.string().trim().min(1).max(40),
  /** Address of the showroom's site without trailing slash. */
  siteUrl: z.string(),
  manner: mannerSchema.optional(),
});
export type StartHandoverInput = z.input<typeof startHandoverSchema>;

export const answerOfferSchema = z.object({
  answer: z.enum(["take", "skip"]),
  offerId: z.uuid().optional(),
  /** The device the answer was written to. */
  deviceId: z.uuid(),
  siteUrl: z.string(),
});
export type AnswerOfferInput = z.input<typeof answerOfferSchema>;

export const expireOfferSchema = z.object({ offerId: z.uuid(), siteUrl: z.string() });
export type ExpireOfferInput = z.input<typeof expireOfferSchema>;
