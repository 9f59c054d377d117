import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { type PublicOrigin, tenantOrigin } from "@/backend/features/tenants";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { chosenFiles } from "@/backend/platform/chosen-files";
import { AppError } from "@/backend/platform/errors";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";
import { conversationPageSchema, conversationViewSchema, messagePageSchema, sentSchema } from "./admin-schemas";
import { exportMessages } from "./export-messages";
import { handBack } from "./hand-back";
import { getConversation, listConversations } from "./list-conversations";
import { listMessages } from "./list-messages";
import { INBOX_FILTERS, listMessagesSchema, MAX_PHOTOS, sendAsPersonSchema } from "./schemas";
import { sendAsPerson } from "./send-as-person";
import { storeChatPhoto } from "./store-chat-photo";
import { takeOverMyself } from "./take-over-myself";

export { adminQuickReplyRoutes } from "./routes.replies";

export type AdminConversationDeps = { objectStore: ObjectStore; origin: PublicOrigin; env: { MAX_FILE_SIZE: number } };

const tags = ["Conversations"];
const params = z.object({ id: z.uuid() });

const listRoute = createRoute({
  ...{ method: "get", path: "/", tags, summary: "Customers' chats, the latest word first" },
  request: {
    query: z.object({
      filter: z.enum(INBOX_FILTERS).optional(),
      search: z.string().max(80).optional(),
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).optional(),
    }),
  },
  responses: { 200: okJson(conversationPageSchema), ...adminFailures },
});

const exportRoute = createRoute({
  ...{ method: "get", path: "/export", tags, summary: "Messages of a period as CSV (owner and admin)" },
  request: { query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }) },
  responses: { 200: { description: "CSV", content: { "text/csv": { schema: z.string() } } }, ...adminFailures },
});

const messagesRoute = createRoute({
  ...{ method: "get", path: "/{id}/messages", tags, summary: "Messages of a chat, the latest page by default" },
  request: { params, query: listMessagesSchema.omit({ conversationId: true }) },
  responses: { 200: okJson(messagePageSchema), ...adminFailures },
});

const sendSchema = sendAsPersonSchema
  .omit({ conversationId: true, siteUrl: true, idempotencyKey: true })
  .extend({ idempotencyKey: z.string().min(8).max(100).optional() });
const sendRoute = createRoute({
  ...{
    method: "post",
    path: "/{id}/messages",
    tags,
    summary: "Write to the customer as a person; takes over from the bot",
  },
  request: { params, body: jsonBody(sendSchema) },
  responses: { 202: okJson(sentSchema, "Queued to be sent"), ...adminFailures },
});

const photoRoute = createRoute({
  ...{ method: "post", path: "/photos", tags, summary: "Upload photos to be sent; answers the keys for photoKeys" },
  request: {
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({ photos: z.any().openapi({ type: "array", items: { type: "string", format: "binary" } }) }),
        },
      },
    },
  },
  responses: { 201: okJson(z.object({ photoKeys: z.array(z.string()) })), ...adminFailures },
});

const takeRoute = createRoute({
  ...{ method: "put", path: "/{id}/takeover", tags, summary: "Take the chat over: the bot is silent from now on" },
  request: { params },
  responses: { 200: okJson(conversationViewSchema), ...adminFailures },
});

const giveBackRoute = createRoute({
  ...{ method: "delete", path: "/{id}/takeover", tags, summary: "Hand the chat back to the bot" },
  request: { params },
  responses: { 200: okJson(conversationViewSchema), ...adminFailures },
});

/** Mounted at /api/admin/conversations. */
export function adminConversationRoutes({ objectStore, origin, env }: AdminConversationDeps): OpenAPIHono<AdminEnv> {
  const app = adminRouter();
  app.use("/photos", bodyLimit({ maxSize: env.MAX_FILE_SIZE * MAX_PHOTOS + 1_000_000, onError: tooLarge }));

  app.openapi(listRoute, async (c) => {
    const data = await listConversations(c.get("ctx"), c.req.valid("query"));
    return c.json({ success: true as const, data }, 200);
  });

  app.openapi(exportRoute, async (c) => {
    const { timezone } = c.get("tenant");
    const csv = await exportMessages(c.get("ctx"), { ...c.req.valid("query"), timezone });
    const name = `chat-${c.get("tenant").slug}.csv`;
    return c.body(csv, 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    });
  });

  app.openapi(photoRoute, async (c) => {
    const form = await c.req.raw.formData();
    const files = chosenFiles(form, "photos");
    if (files.length === 0 || files.length > MAX_PHOTOS) throw new AppError("validation", "wrong number of photos");
    const photoKeys: string[] = [];
    for (const file of files) {
      const stored = await storeChatPhoto(c.get("ctx"), objectStore, new Uint8Array(await file.arrayBuffer()));
      photoKeys.push(stored.photoKey);
    }
    return c.json({ success: true as const, data: { photoKeys } }, 201);
  });

  app.openapi(messagesRoute, async (c) => {
    const input = { conversationId: c.req.valid("param").id, ...c.req.valid("query") };
    return c.json({ success: true as const, data: await listMessages(c.get("ctx"), input) }, 200);
  });

  app.openapi(sendRoute, async (c) => {
    const { idempotencyKey = crypto.randomUUID(), ...message } = c.req.valid("json");
    const where = { conversationId: c.req.valid("param").id, siteUrl: tenantOrigin(c.get("tenant"), origin) };
    const data = await sendAsPerson(c.get("ctx"), { ...message, ...where, idempotencyKey });
    return c.json({ success: true as const, data }, 202);
  });

  app.openapi(takeRoute, async (c) => {
    const conversationId = c.req.valid("param").id;
    await takeOverMyself(c.get("ctx"), { conversationId });
    return c.json({ success: true as const, data: await getConversation(c.get("ctx"), { conversationId }) }, 200);
  });

  app.openapi(giveBackRoute, async (c) => {
    const conversationId = c.req.valid("param").id;
    await handBack(c.get("ctx"), { conversationId, by: "dashboard" });
    return c.json({ success: true as const, data: await getConversation(c.get("ctx"), { conversationId }) }, 200);
  });

  return app;
}

function tooLarge(): never {
  throw new AppError("too_large", "photos too large");
}
