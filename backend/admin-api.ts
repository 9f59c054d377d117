import type { OpenAPIHono } from "@hono/zod-openapi";
import { type AdminEnv, adminRouter } from "@/backend/http/admin-api";
import type { Deps } from "./deps";

/** The admin REST API, one router per noun; `/api/openapi.json` is made from the same schemas. */
export function adminApi(_deps: Deps): OpenAPIHono<AdminEnv> {
  const api = adminRouter();
  return api;
}
