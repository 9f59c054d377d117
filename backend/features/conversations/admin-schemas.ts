import { z } from "@hono/zod-openapi";
import { INBOX_FILTERS } from "./schemas";

const instant = z.union([z.date(), z.string()]).openapi({ type: "string", format: "date-time" });
const fromSchema = z.enum(["customer", "bot", "sales", "phone", "system"]);

export const conversationViewSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    deviceNumber: z.string(),
    unread: z.number(),
    lastMessageAt: instant,
    lastMessage: z.object({ from: fromSchema, line: z.string(), status: z.string() }).nullable(),
    speaker: z
      .union([
        z.object({ type: z.enum(["bot", "off", "phone"]) }),
        z.object({ type: z.literal("person"), userId: z.string(), name: z.string() }),
      ])
      .openapi({ description: "Who answers now" }),
    attention: z.string().nullable(),
    isOptedOut: z.boolean(),
    lead: z
      .object({ id: z.string().nullable(), status: z.string(), score: z.number(), assignee: z.string().nullable() })
      .nullable(),
  })
  .openapi("Conversation");

export const conversationPageSchema = z
  .object({
    conversations: z.array(conversationViewSchema),
    nextCursor: z.string().nullable(),
    counts: z.record(z.enum(INBOX_FILTERS), z.number()),
  })
  .openapi("ConversationPage");

export const messageViewSchema = z
  .object({
    id: z.string(),
    seq: z.string(),
    from: fromSchema,
    writer: z.string().nullable(),
    kind: z.string(),
    text: z.string(),
    hasMedia: z.boolean().openapi({ description: "A file at /dashboard/inbox/media/{id}" }),
    filename: z.string().nullable(),
    location: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    status: z.enum(["received", "queued", "sending", "sent", "delivered", "read", "failed", "unknown"]),
    failure: z.string().nullable(),
    createdAt: instant,
  })
  .openapi("Message");

export const messagePageSchema = z
  .object({ messages: z.array(messageViewSchema), olderCursor: z.string().nullable() })
  .openapi("MessagePage");

export const sentSchema = z.object({ messageIds: z.array(z.string()), tookOver: z.boolean() }).openapi("SentMessages");

export const quickReplyViewSchema = z
  .object({ id: z.string(), shortcut: z.string(), text: z.string() })
  .openapi("QuickReply");
