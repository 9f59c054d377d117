import type { OpenAPIHono } from "@hono/zod-openapi";
import { adminLogInRoutes, adminSessionRoutes, adminTotpRoutes, adminUserRoutes } from "@/backend/features/accounts";
import { adminAssistantRoutes, adminFaqRoutes } from "@/backend/features/assistant";
import { testChat } from "@/backend/features/bot";
import { adminCarRoutes } from "@/backend/features/cars";
import { adminConversationRoutes, adminQuickReplyRoutes, setDeviceBot } from "@/backend/features/conversations";
import { adminDomainRoutes } from "@/backend/features/domains";
import { adminDashboardRoutes } from "@/backend/features/insights";
import { adminLeadRoutes } from "@/backend/features/leads";
import { adminLiveRoutes } from "@/backend/features/live";
import { addPhotos, adminPhotoRoutes, renderLogo, storeOriginal } from "@/backend/features/photos";
import { adminBranchRoutes, adminSettingsRoutes, tenantOrigin } from "@/backend/features/tenants";
import { adminDeviceRoutes } from "@/backend/features/whatsapp";
import { type AdminEnv, adminRouter } from "@/backend/http/admin-api";
import { requireSession } from "@/backend/http/middleware/session";
import { sessionAliveCheck } from "@/backend/http/middleware/session-alive";
import type { Deps } from "./deps";

/** The admin REST API, one router per noun; `/api/openapi.json` is made from the same schemas. */
export function adminApi(deps: Deps): OpenAPIHono<AdminEnv> {
  const api = adminRouter();
  api.route("/auth", adminLogInRoutes(deps));

  // From here on somebody is logged in
  api.use(requireSession.api(deps));
  api.route("/auth", adminSessionRoutes(deps));
  api.route("/auth/totp", adminTotpRoutes(deps));
  api.route("/users", adminUserRoutes(deps));
  api.route("/dashboard", adminDashboardRoutes());
  api.route("/settings", adminSettingsRoutes({ ...deps, renderLogo }));
  api.route(
    "/settings/ai",
    adminAssistantRoutes({
      testChat: (ctx, tenant, input) =>
        testChat(deps, ctx, input, { tenant, siteUrl: tenantOrigin(tenant, deps.origin) }),
    }),
  );
  api.route("/cars", adminCarRoutes({ ...deps, photos: { addPhotos, storeOriginal } }));
  api.route("/cars", adminPhotoRoutes(deps));
  api.route("/branches", adminBranchRoutes());
  api.route("/faqs", adminFaqRoutes());
  api.route("/domain", adminDomainRoutes(deps));
  api.route("/devices", adminDeviceRoutes({ ...deps, setDeviceBot }));
  api.route("/conversations", adminConversationRoutes(deps));
  api.route("/quick-replies", adminQuickReplyRoutes());
  api.route("/leads", adminLeadRoutes(deps));
  api.route("/events", adminLiveRoutes({ isSessionAlive: sessionAliveCheck(deps) }));
  return api;
}
