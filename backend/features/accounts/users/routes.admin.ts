import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { DONE, doneJson, passwordLinkJson, userJson, userPageJson } from "../account-json";
import { issuePasswordLink, type PasswordLinkDeps } from "../passwords/issue-password-link";
import { inviteUserSchema, listUsersSchema, userChangesSchema } from "../schemas";
import { resetTotp } from "../totp/disable-totp";
import { getUser } from "./get-user";
import { inviteUser } from "./invite-user";
import { listUsers } from "./list-users";
import { suspendUser, updateUser } from "./update-user";

const tags = ["Team"];
const params = z.object({ id: z.uuid() });
const listRoute = createRoute({
  ...{ method: "get", path: "/", tags, summary: "The team" },
  request: { query: listUsersSchema },
  responses: { 200: okJson(userPageJson), ...adminFailures },
});
const inviteRoute = createRoute({
  ...{ method: "post", path: "/", tags, summary: "Invite somebody; the link is shown this once" },
  request: { body: jsonBody(inviteUserSchema) },
  responses: { 201: okJson(z.object({ user: userJson, link: passwordLinkJson })), ...adminFailures },
});
const getRoute = createRoute({
  ...{ method: "get", path: "/{id}", tags, summary: "Somebody of the team" },
  request: { params },
  responses: { 200: okJson(userJson), ...adminFailures },
});
const updateRoute = createRoute({
  ...{ method: "patch", path: "/{id}", tags, summary: "Change role, status, branch, permissions, numbers, PIN" },
  request: { params, body: jsonBody(userChangesSchema) },
  responses: { 200: okJson(userJson), ...adminFailures },
});
const suspendRoute = createRoute({
  ...{ method: "delete", path: "/{id}", tags, summary: "Suspend: out of all sessions; what they did stays" },
  request: { params },
  responses: { 200: okJson(userJson), ...adminFailures },
});
const linkRoute = createRoute({
  ...{ method: "post", path: "/{id}/password-link", tags, summary: "A one-time link to choose a password" },
  request: { params },
  responses: { 201: okJson(passwordLinkJson), ...adminFailures },
});
const resetTotpRoute = createRoute({
  ...{ method: "delete", path: "/{id}/totp", tags, summary: "Remove the second step of somebody who lost it" },
  request: { params },
  responses: { 200: okJson(doneJson), ...adminFailures },
});

/** /api/admin/users: owners manage everybody, admins sales. */
export function adminUserRoutes(deps: PasswordLinkDeps): OpenAPIHono<AdminEnv> {
  const router = adminRouter();

  router.openapi(listRoute, async (c) => {
    const data = await listUsers(c.var.ctx, c.req.valid("query"));
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(inviteRoute, async (c) => {
    const data = await inviteUser(deps, c.var.ctx, c.req.valid("json"));
    return c.json({ success: true as const, data }, 201);
  });
  router.openapi(getRoute, async (c) => {
    const data = await getUser(c.var.ctx, { userId: c.req.valid("param").id });
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(updateRoute, async (c) => {
    const input = { userId: c.req.valid("param").id, changes: c.req.valid("json") };
    return c.json({ success: true as const, data: await updateUser(c.var.ctx, input) }, 200);
  });
  router.openapi(suspendRoute, async (c) => {
    const data = await suspendUser(c.var.ctx, { userId: c.req.valid("param").id });
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(linkRoute, async (c) => {
    const data = await issuePasswordLink(deps, c.var.ctx, { userId: c.req.valid("param").id });
    return c.json({ success: true as const, data }, 201);
  });
  router.openapi(resetTotpRoute, async (c) => {
    await resetTotp(c.var.ctx, { userId: c.req.valid("param").id });
    return c.json(DONE, 200);
  });
  return router;
}
