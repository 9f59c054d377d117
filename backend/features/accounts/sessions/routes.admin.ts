import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import { clientAddress } from "@/backend/http/client-address";
import { type SessionDeps, visitorCtx } from "@/backend/http/middleware/session";
import { AppError } from "@/backend/platform/errors";
import { DONE, doneJson, loggedInJson, sessionJson } from "../account-json";
import { changePassword } from "../passwords/change-password";
import { changePasswordSchema, logInSchema } from "../schemas";
import { listSessions } from "./list-sessions";
import { type LogInDeps, logIn } from "./log-in";
import { logOut } from "./log-out";
import { revokeOtherSessions, revokeSession } from "./revoke-session";
import { TooManyTriesError } from "./too-many-tries-error";

export type AuthRoutesDeps = SessionDeps & LogInDeps & { hosts: { trustProxy: boolean } };

const tags = ["Auth"];
const tooMany = { 429: { ...adminFailures[400], description: "Too many wrong tries; `Retry-After` says when" } };
const typedByPeople = { audience: true, userAgent: true, address: true } as const;

const logInRoute = createRoute({
  ...{ method: "post", path: "/login", tags, summary: "Log in for a bearer token; the only route without one" },
  security: [],
  request: { body: jsonBody(logInSchema.omit(typedByPeople)) },
  responses: { 200: okJson(loggedInJson), 400: adminFailures[400], 401: adminFailures[401], ...tooMany },
});

/** POST /api/admin/auth/login: mounted before the session check. */
export function adminLogInRoutes(deps: AuthRoutesDeps): OpenAPIHono<AdminEnv> {
  const router = adminRouter();
  router.openapi(logInRoute, async (c) => {
    const ctx = visitorCtx(c.var, deps);
    const input = { ...c.req.valid("json"), ...clientOf(c, deps), audience: "api" as const };
    const result = await logIn(deps, ctx, input).catch((error: unknown) => {
      if (error instanceof TooManyTriesError) c.header("Retry-After", String(error.retryAfterSeconds));
      throw error;
    });
    if (result.type === "second_step") throw codeWanted();

    const { id, name, subdomain, customDomain } = c.var.tenant;
    const { token, user } = result;
    c.header("Cache-Control", "no-store");
    return c.json(
      { success: true as const, data: { token, user, tenant: { id, name, subdomain, customDomain } } },
      200,
    );
  });
  return router;
}

const logOutRoute = createRoute({
  ...{ method: "post", path: "/logout", tags, summary: "End this session" },
  responses: { 200: okJson(doneJson), 401: adminFailures[401] },
});
const listSessionsRoute = createRoute({
  ...{ method: "get", path: "/sessions", tags, summary: "Where one is logged in" },
  responses: { 200: okJson(z.object({ sessions: z.array(sessionJson) })), 401: adminFailures[401] },
});
const revokeSessionRoute = createRoute({
  ...{ method: "delete", path: "/sessions/{id}", tags, summary: "End one of one's own sessions" },
  request: { params: z.object({ id: z.uuid() }) },
  responses: { 200: okJson(doneJson), ...adminFailures },
});
const revokeOthersRoute = createRoute({
  ...{ method: "delete", path: "/sessions", tags, summary: "End all of one's own sessions but this one" },
  responses: { 200: okJson(z.object({ count: z.number() })), 401: adminFailures[401] },
});
const changePasswordRoute = createRoute({
  ...{ method: "put", path: "/password", tags, summary: "Change one's own password; answers with a new token" },
  request: { body: jsonBody(changePasswordSchema.omit(typedByPeople)) },
  responses: { 200: okJson(z.object({ token: z.string() })), ...adminFailures, ...tooMany },
});

/** The rest of /api/admin/auth, behind the session check. */
export function adminSessionRoutes(deps: AuthRoutesDeps): OpenAPIHono<AdminEnv> {
  const router = adminRouter();

  router.openapi(logOutRoute, async (c) => {
    await logOut(c.var.ctx, { sessionId: c.var.session.id });
    return c.json(DONE, 200);
  });
  router.openapi(listSessionsRoute, async (c) => {
    const sessions = await listSessions(c.var.ctx, { sessionId: c.var.session.id });
    return c.json({ success: true as const, data: { sessions } }, 200);
  });
  router.openapi(revokeSessionRoute, async (c) => {
    await revokeSession(c.var.ctx, { sessionId: c.req.valid("param").id });
    return c.json(DONE, 200);
  });
  router.openapi(revokeOthersRoute, async (c) => {
    const data = await revokeOtherSessions(c.var.ctx, { sessionId: c.var.session.id });
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(changePasswordRoute, async (c) => {
    const { audience } = c.var.session;
    const input = { ...c.req.valid("json"), ...clientOf(c, deps), audience };
    const data = await changePassword(deps, c.var.ctx, input);
    return c.json({ success: true as const, data }, 200);
  });
  return router;
}

function clientOf(c: Context, { hosts }: AuthRoutesDeps) {
  return { userAgent: c.req.header("user-agent") ?? "", address: clientAddress(c, hosts) };
}

function codeWanted(): AppError {
  const sentence = "Masukkan kode dari aplikasi autentikator Anda.";
  return new AppError("unauthenticated", "the second step is on", {
    userMessage: sentence,
    fields: { totp: sentence },
  });
}
