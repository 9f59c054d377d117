import { Hono } from "hono";
import { dashboardOverview, needsAttention } from "@/backend/features/insights";
import { OverviewPage } from "@/frontend/dashboard/overview/overview-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { overviewView } from "./overview-view";

/** `/dashboard` itself. */
export function overviewPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", async (c) => {
    const { ctx, tenant } = c.var;
    const [overview, attention] = await Promise.all([dashboardOverview(ctx), needsAttention(ctx)]);
    const view = overviewView({
      overview,
      attention,
      actor: ctx.actor,
      timezone: tenant.timezone,
      now: ctx.clock.now(),
    });
    return dashboardPage(c, deps, {
      title: "Ringkasan",
      active: "ringkasan",
      children: <OverviewPage overview={view} />,
    });
  });
  return app;
}
