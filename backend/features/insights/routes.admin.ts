import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { type AdminEnv, adminFailures, adminRouter, okJson } from "@/backend/http/admin-api";
import { dashboardOverview } from "./overview/dashboard-overview";

const count = z.int().min(0);

const overviewSchema = z
  .object({
    stats: z.object({
      totalCars: count,
      availableCars: count,
      bookingCars: count,
      soldCars: count,
      totalLeads: count,
      newLeads: count,
      hotLeads: count,
    }),
    recentLeads: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        phone: z.string(),
        status: z.enum(["new", "warm", "hot", "cold", "closed", "lost"]),
        score: z.int(),
        source: z.string(),
        assignee: z.object({ userId: z.uuid(), name: z.string() }).nullable(),
        cars: z.array(z.string()),
        createdAt: z.iso.datetime(),
        updatedAt: z.iso.datetime(),
      }),
    ),
    leadsTrend: z.array(z.object({ date: z.iso.date(), count })),
  })
  .openapi("DashboardOverview");

const getOverview = createRoute({
  method: "get",
  path: "/",
  tags: ["dashboard"],
  summary: "Stock, leads and the last seven days; for sales, of the leads they may see",
  responses: { 200: okJson(overviewSchema), 401: adminFailures[401], 403: adminFailures[403] },
});

/** `GET /api/admin/dashboard` */
export function adminDashboardRoutes(): OpenAPIHono<AdminEnv> {
  return adminRouter().openapi(getOverview, async (c) => {
    const overview = await dashboardOverview(c.var.ctx);
    const recentLeads = overview.recentLeads.map((lead) => ({
      ...lead,
      createdAt: lead.createdAt.toISOString(),
      updatedAt: lead.updatedAt.toISOString(),
    }));
    return c.json({ success: true as const, data: { ...overview, recentLeads } }, 200);
  });
}
