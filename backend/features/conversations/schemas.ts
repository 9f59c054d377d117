import { z } from "zod";

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

export const deviceSchema = z.object({ deviceId: z.uuid() });
export type DeviceInput = z.input<typeof deviceSchema>;

export const setConversationBotSchema = conversationSchema.extend({ enabled: z.boolean() });
export const setDeviceBotSchema = deviceSchema.extend({ enabled: z.boolean() });
