import { Hono } from "hono";
import { publicCarRoutes } from "@/backend/features/cars";
import { domainProofRoutes } from "@/backend/features/domains";
import { webhookRoutes } from "@/backend/features/whatsapp";
import { assetRoutes } from "@/backend/http/asset-routes";
import { jsonError } from "@/backend/http/error-response";
import { healthRoutes } from "@/backend/http/health-routes";
import { requestId } from "@/backend/http/middleware/request-id";
import { tenantMiddleware } from "@/backend/http/middleware/tenant";
import { dashboardRoutes } from "@/backend/web/dashboard";
import { openApiRoutes } from "@/backend/web/openapi";
import { simulatorRoutes } from "@/backend/web/simulator";
import { storefrontRoutes, unknownHostResponse } from "@/backend/web/storefront";
import { adminApi } from "./admin-api";
import type { Deps } from "./deps";

/** The whole product, every address in order. */
export function createApp(deps: Deps): Hono<{ Variables: { requestId: string } }> {
  const app = new Hono<{ Variables: { requestId: string } }>();
  const hasSimulator = deps.env.NODE_ENV !== "production";
  const admin = adminApi(deps);
  app.onError((error, c) => jsonError(c, error));

  // Any host
  app.use(requestId);
  app.route("/", healthRoutes(deps.db, deps));
  app.route("/assets", assetRoutes(deps.assets));
  app.route("/webhook", webhookRoutes(deps));
  app.route("/", domainProofRoutes(deps));
  app.route("/api", openApiRoutes({ ...deps, admin }));
  if (hasSimulator) {
    const deliver = (body: unknown) => deps.phones.deliver(body);
    const samplePhotos = async () => (await import("@/prisma/seed-art/sample-photos")).samplePhotos();
    app.route("/simulator", simulatorRoutes({ ...deps, maxFileBytes: deps.env.MAX_FILE_SIZE, deliver, samplePhotos }));
  }

  // A showroom's host
  app.use(
    tenantMiddleware({
      directory: deps.directory,
      hosts: deps.hosts,
      clock: deps.clock,
      noTenant: (host) => unknownHostResponse(deps.assets, host),
      appHost: () => (hasSimulator ? toSimulator() : unknownHostResponse(deps.assets)),
    }),
  );
  app.route("/api/cars", publicCarRoutes(deps));
  app.route("/api/admin", admin);
  app.route("/dashboard", dashboardRoutes(deps));
  app.route("/", storefrontRoutes(deps));
  return app;
}

/** In development the bare address leads where a newcomer wants to go. */
function toSimulator(): Response {
  return new Response(null, { status: 302, headers: { location: "/simulator" } });
}
