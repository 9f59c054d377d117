import { Hono } from "hono";
import { webhookRoutes } from "@/backend/features/whatsapp";
import { jsonError } from "@/backend/http/error-response";
import { healthRoutes } from "@/backend/http/health-routes";
import { requestId } from "@/backend/http/middleware/request-id";
import { tenantMiddleware } from "@/backend/http/middleware/tenant";
import { simulatorRoutes } from "@/backend/web/simulator";
import { storefrontRoutes, unknownHostResponse } from "@/backend/web/storefront";
import type { Deps } from "./deps";

/** The whole product, every address in order. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const hasSimulator = deps.env.NODE_ENV !== "production";
  app.onError((error, c) => jsonError(c, error));

  // Any host
  app.route("/", healthRoutes(deps.db, deps));
  app.use("/webhook/*", requestId);
  app.route("/webhook", webhookRoutes(deps));
  if (hasSimulator) {
    app.route(
      "/simulator",
      simulatorRoutes({ ...deps, maxFileBytes: deps.env.MAX_FILE_SIZE, deliver: deps.phones.deliver }),
    );
  }

  // A showroom's host
  app.use(
    tenantMiddleware({
      directory: deps.directory,
      hosts: deps.hosts,
      noTenant: () => unknownHostResponse(deps.assets),
      appHost: () => (hasSimulator ? Response.redirect("/simulator", 302) : unknownHostResponse(deps.assets)),
    }),
  );
  app.route("/", storefrontRoutes(deps));
  return app;
}
