import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { quickReplyViewSchema } from "./admin-schemas";
import { addQuickReply, deleteQuickReply, editQuickReply, listQuickReplies } from "./quick-replies";
import { quickReplySchema } from "./schemas";

const tags = ["Quick replies"];
const params = z.object({ id: z.uuid() });
const body = jsonBody(quickReplySchema);

const listRoute = createRoute({
  ...{ method: "get", path: "/", tags, summary: "What the team says often" },
  responses: { 200: okJson(z.array(quickReplyViewSchema)), ...adminFailures },
});
const addRoute = createRoute({
  ...{ method: "post", path: "/", tags, summary: "Add one; text may name {nama}, {unit}, {harga}, {link}, {sales}" },
  request: { body },
  responses: { 201: okJson(quickReplyViewSchema), ...adminFailures },
});
const editRoute = createRoute({
  ...{ method: "put", path: "/{id}", tags, summary: "Replace one" },
  request: { params, body },
  responses: { 200: okJson(quickReplyViewSchema), ...adminFailures },
});
const deleteRoute = createRoute({
  ...{ method: "delete", path: "/{id}", tags, summary: "Delete one" },
  request: { params },
  responses: { 200: okJson(z.object({ id: z.string() })), ...adminFailures },
});

/** Mounted at /api/admin/quick-replies. */
export function adminQuickReplyRoutes(): OpenAPIHono<AdminEnv> {
  const app = adminRouter();
  app.openapi(listRoute, async (c) => {
    return c.json({ success: true as const, data: await listQuickReplies(c.get("ctx")) }, 200);
  });
  app.openapi(addRoute, async (c) => {
    return c.json({ success: true as const, data: await addQuickReply(c.get("ctx"), c.req.valid("json")) }, 201);
  });
  app.openapi(editRoute, async (c) => {
    const data = await editQuickReply(c.get("ctx"), { ...c.req.valid("json"), id: c.req.valid("param").id });
    return c.json({ success: true as const, data }, 200);
  });
  app.openapi(deleteRoute, async (c) => {
    const { id } = c.req.valid("param");
    await deleteQuickReply(c.get("ctx"), { id });
    return c.json({ success: true as const, data: { id } }, 200);
  });
  return app;
}
