import { createHash } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { AdminEnv } from "@/backend/http/admin-api";
import type { Assets } from "@/backend/http/assets";
import { type CookieDeps, sessionCookieName } from "@/backend/http/session-cookie";
import { apiDocsPage } from "./api-docs-page";
import { openApiDocument } from "./openapi-document";
import { swaggerFile } from "./swagger-files";

export type OpenApiDeps = CookieDeps & { admin: OpenAPIHono<AdminEnv>; assets: Assets };

const DOCS_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
};
const FOR_EVER = "public, max-age=31536000, immutable";

/** `/api/openapi.json` and `/api/docs`, on any host: the description is the same for every showroom. */
export function openApiRoutes({ admin, assets, origin }: OpenApiDeps): Hono {
  const app = new Hono();
  let known: { json: string; etag: string } | null = null;

  function description(): { json: string; etag: string } {
    const json = known?.json ?? JSON.stringify(openApiDocument(admin, sessionCookieName({ origin })));
    known ??= { json, etag: `W/"${createHash("sha256").update(json).digest("base64url").slice(0, 16)}"` };
    return known;
  }

  app.use("/docs/*", compress());
  app.get("/openapi.json", compress(), (c) => {
    const { json, etag } = description();
    const headers = { ETag: etag, "Cache-Control": "public, max-age=0, must-revalidate" };
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, headers);
    return c.body(json, 200, { ...headers, "Content-Type": "application/json; charset=utf-8" });
  });

  app.get("/docs", (c) => c.html(apiDocsPage(assets), 200, DOCS_HEADERS));

  app.get("/docs/:version/:name", (c) => {
    const file = swaggerFile(c.req.param("version"), c.req.param("name"));
    if (!file) return c.notFound();
    const headers = {
      "Content-Type": file.contentType,
      "Cache-Control": FOR_EVER,
      "X-Content-Type-Options": "nosniff",
    };
    return new Response(Bun.file(file.path), { headers });
  });
  return app;
}
