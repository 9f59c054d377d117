import { Hono } from "hono";
import { getPublicCar } from "@/backend/features/cars";
import type { TenantEnv } from "@/backend/http/middleware/tenant";
import { NotFoundError } from "@/backend/platform/errors";
import type { StorefrontDeps } from "./deps";
import { faviconSvg } from "./favicon";
import { mediaResponse } from "./media";
import { ogImage } from "./og-image";

const FOR_A_WHILE = "public, max-age=3600";

/** Pictures of the storefront. */
export function fileRoutes({ db, clock, objectStore }: StorefrontDeps): Hono<TenantEnv> {
  const app = new Hono<TenantEnv>();

  app.get("/media/:key{.+}", async (c) => {
    const response = await mediaResponse(objectStore, c.var.tenant.id, c.req.param("key"), c.req.raw);
    if (!response) throw new NotFoundError("media");
    return response;
  });

  app.get("/og/:file{[a-z0-9-]+\\.jpg}", async (c) => {
    const { tenant, requestId } = c.var;
    const slug = c.req.param("file").slice(0, -".jpg".length);
    const answer = await getPublicCar({ tenant, actor: { type: "visitor" }, db, clock, requestId }, slug);
    if (answer?.type === "redirect") return c.redirect(`/og/${answer.slug}.jpg`, 301);
    if (answer?.type !== "car" && answer?.type !== "sold") throw new NotFoundError("car");
    const bytes = await ogImage(answer.car, tenant, objectStore);
    return new Response(new Uint8Array(bytes), {
      headers: { "Content-Type": "image/jpeg", "Cache-Control": FOR_A_WHILE, "X-Content-Type-Options": "nosniff" },
    });
  });

  app.get("/favicon.ico", (c) =>
    c.body(faviconSvg(c.var.tenant), 200, { "Content-Type": "image/svg+xml", "Cache-Control": FOR_A_WHILE }),
  );

  return app;
}
