import { Hono } from "hono";
import { compress } from "hono/compress";
import { requireSession } from "@/backend/http/middleware/session";
import { NotFoundError } from "@/backend/platform/errors";
import { accountPages } from "./accounts/account-pages";
import { expiredFormPage, loginPages } from "./accounts/login-pages";
import { teamPages } from "./accounts/team-pages";
import type { DashboardDeps } from "./deps";
import { domainPages } from "./domain/domain-pages";
import { errorPage } from "./error-page";
import { inboxPages } from "./inbox/inbox-pages";
import { leadPages } from "./leads/lead-pages";
import { overviewPages } from "./overview/overview-pages";
import type { DashboardEnv } from "./page";
import { photoPages } from "./photos";
import { reportPages } from "./reports/report-pages";
import { settingsPages } from "./settings/settings-pages";
import { stockPages } from "./stock";

/**
 * Everything under /dashboard of a showroom's host, behind the tenant middleware. Pages for people who are not logged in
 * stand before the session check, all others after it.
 */
export function dashboardRoutes(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.onError((error, c) => errorPage(c, deps, error));
  app.use(compress());
  app.route("/", loginPages(deps));
  app.use(requireSession.page(deps, { onExpiredForm: (c) => expiredFormPage(c, deps) }));
  app.route("/", accountPages(deps));
  app.route("/pengaturan/tim", teamPages(deps));
  app.route("/", overviewPages(deps));
  app.route("/laporan", reportPages(deps));
  app.route("/stok", photoPages(deps));
  app.route("/stok", stockPages(deps));
  app.route("/pengaturan/domain", domainPages(deps));
  app.route("/leads", leadPages(deps));
  app.route("/inbox", inboxPages(deps));
  app.route("/pengaturan", settingsPages(deps));

  app.all("*", () => {
    throw new NotFoundError("page");
  });
  return app;
}
