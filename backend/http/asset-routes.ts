import { Hono } from "hono";
import type { Assets } from "./assets";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Built styles and scripts; a changed file has another name. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();

  app.get("/:name", (c) => {
    const file = assets.file(c.req.param("name"));
    if (!file) return c.notFound();
    return new Response(Bun.file(file.path), {
      headers: { "Content-Type": file.contentType, "Cache-Control": FOR_EVER, "X-Content-Type-Options": "nosniff" },
    });
  });
  return app;
}
