import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, jsonBody, okJson } from "@/backend/http/admin-api";
import type { Encryption } from "@/backend/platform/encryption";
import { DONE, doneJson, totpSetupJson } from "../account-json";
import { disableTotpSchema, startTotpSchema, totpCodeSchema } from "../schemas";
import { confirmTotp } from "./confirm-totp";
import { disableTotp } from "./disable-totp";
import { startTotp } from "./start-totp";

const tags = ["Auth"];
const tooMany = { 429: { ...adminFailures[400], description: "Too many wrong tries" } };
const startRoute = createRoute({
  ...{ method: "post", path: "/", tags, summary: "Prepare the second step; it counts once confirmed" },
  request: { body: jsonBody(startTotpSchema) },
  responses: { 200: okJson(totpSetupJson), ...adminFailures, ...tooMany },
});
const confirmRoute = createRoute({
  ...{ method: "put", path: "/", tags, summary: "Switch the second step on with a first code" },
  request: { body: jsonBody(totpCodeSchema) },
  responses: { 200: okJson(z.object({ recoveryCodes: z.array(z.string()) })), ...adminFailures, ...tooMany },
});
const disableRoute = createRoute({
  ...{ method: "delete", path: "/", tags, summary: "Switch the second step off" },
  request: { body: jsonBody(disableTotpSchema) },
  responses: { 200: okJson(doneJson), ...adminFailures, ...tooMany },
});

/** /api/admin/auth/totp: the second step of whoever is logged in. */
export function adminTotpRoutes(deps: { encryption: Encryption }): OpenAPIHono<AdminEnv> {
  const router = adminRouter();

  router.openapi(startRoute, async (c) => {
    const data = await startTotp(deps, c.var.ctx, c.req.valid("json"));
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(confirmRoute, async (c) => {
    const data = await confirmTotp(deps, c.var.ctx, c.req.valid("json"));
    return c.json({ success: true as const, data }, 200);
  });
  router.openapi(disableRoute, async (c) => {
    await disableTotp(deps, c.var.ctx, c.req.valid("json"));
    return c.json(DONE, 200);
  });
  return router;
}
