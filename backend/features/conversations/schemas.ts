import { z } from "zod";
import { REPLY_VARIABLES, unknownVariables } from "./fill-quick-reply";

const announcement = z.string().trim().min(1).max(1_000).optional();

export const takeOverSchema = z.object({
  conversationId: z.uuid(),
  userId: z.uuid(),
  via: z.enum(["claim", "dashboard", "command"]),
  /** Goes to the customer. */
  announcement,
});
export type TakeOverInput = z.input<typeof takeOverSchema>;

export const handBackSchema = z.object({
  conversationId: z.uuid(),
  by: z.enum(["command", "dashboard", "silence"]),
  /** Goes to the customer. */
  announcement,
});
export type HandBackInput = z.input<typeof handBackSchema>;

export const conversationSchema = z.object({ conversationId: z.uuid() });
export type ConversationInput = z.input<typeof conversationSchema>;

export const messageIdSchema = z.object({ messageId: z.uuid() });

export const deviceSchema = z.object({ deviceId: z.uuid() });
export type DeviceInput = z.input<typeof deviceSchema>;

export const setConversationBotSchema = conversationSchema.extend({ enabled: z.boolean() });
export const setDeviceBotSchema = deviceSchema.extend({ enabled: z.boolean() });

export const INBOX_FILTERS = ["all", "unread", "mine", "unassigned", "bot", "human", "attention", "opted_out"] as const;
export type InboxFilter = (typeof INBOX_FILTERS)[number];

/** "<instant>_<id>" of the last one on the page before. */
const conversationCursor = z.string().transform((text, issues) => {
  const [at = "", id = ""] = text.split("_");
  const cursor = z.object({ at: z.iso.datetime(), id: z.uuid() }).safeParse({ at, id });
  if (cursor.success) return cursor.data;
  issues.addIssue({ code: "custom", message: "Halaman tidak dikenal" });
  return z.NEVER;
});

export const listConversationsSchema = z.object({
  filter: z.enum(INBOX_FILTERS).default("all"),
  search: z.string().trim().max(80).default(""),
  cursor: conversationCursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ListConversationsInput = z.input<typeof listConversationsSchema>;

const messageSeq = z.string().regex(/^\d{1,19}$/, "Pesan tidak dikenal");

export const listMessagesSchema = conversationSchema.extend({
  /** Those before this message's `seq`; absent: the latest. */
  before: messageSeq.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListMessagesInput = z.input<typeof listMessagesSchema>;

export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_PHOTOS = 10;

export const sendAsPersonSchema = conversationSchema.extend({
  text: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().max(MAX_MESSAGE_LENGTH, "Pesan paling panjang 4.000 huruf"))
    .default(""),
  /** What `storeChatPhoto` gave, in the order they are sent. */
  photoKeys: z.array(z.string().max(300)).max(MAX_PHOTOS, "Paling banyak 10 foto sekali kirim").default([]),
  /** A unit card: the unit's facts with its cover. */
  carId: z.uuid().optional(),
  /** The same key again sends nothing again. */
  idempotencyKey: z.string().min(8).max(100),
  /** Address of the showroom's site without trailing slash, for a unit's link. */
  siteUrl: z.string(),
});
export type SendAsPersonInput = z.input<typeof sendAsPersonSchema>;

export const quickReplySchema = z.object({
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .transform((text) => text.replace(/^\/+/, "").replace(/\s+/g, "-"))
    .pipe(z.string().regex(/^[a-z0-9][a-z0-9-]{0,29}$/, "Pakai huruf dan angka saja, mis. alamat atau jam-buka")),
  text: z
    .string()
    .trim()
    .min(1, "Isi balasannya dulu")
    .max(1_000, "Balasan paling panjang 1.000 huruf")
    .refine((text) => unknownVariables(text).length === 0, { error: ({ input }) => unknownSentence(String(input)) }),
});
function unknownSentence(text: string): string {
  const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");
  return `${braced(unknownVariables(text))} tidak dikenal. Yang bisa dipakai: ${braced(REPLY_VARIABLES)}`;
}
export const quickReplyIdSchema = z.object({ id: z.uuid() });
export type QuickReplyInput = z.input<typeof quickReplySchema>;
