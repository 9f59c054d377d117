import { type Context, Hono } from "hono";
import { NotFoundError } from "@/backend/platform/errors";
import { ReportFrame } from "@/frontend/dashboard/reports/report-frame";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { csvResponse } from "./csv";
import { REPORTS, type ReportKind } from "./report-kinds";
import { periodPresets, periodSearch, readPeriodQuery } from "./report-period-query";

const ROOT = "/dashboard/laporan";

/** `/dashboard/laporan`, one page and one file per report, all with `?dari&sampai`. */
export function reportPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", (c) => reportPage(c, deps, findReport("leads")));

  app.get("/:file{[a-z]+\\.csv}", async (c) => {
    const report = findReport(c.req.param("file").replace(".csv", ""));
    const { period, ...table } = await report.csv(c.var.ctx, readPeriodQuery(c.req.query()).input);
    return csvResponse({ ...table, name: `laporan-${report.slug}-${period.from}-${period.to}` });
  });

  app.get("/:slug", async (c) => {
    const report = findReport(c.req.param("slug"));
    return report === REPORTS[0] ? c.redirect(ROOT, 301) : reportPage(c, deps, report);
  });
  return app;
}

async function reportPage(c: Context<DashboardEnv>, deps: DashboardDeps, report: ReportKind): Promise<Response> {
  const { ctx, tenant } = c.var;
  const { input, typed, errors } = readPeriodQuery(c.req.query());
  const { period, content } = await report.page(ctx, input, tenant.timezone);
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: tenant.timezone }).format(ctx.clock.now());
  const search = periodSearch(period);

  return dashboardPage(c, deps, {
    title: `Laporan ${report.label}`,
    active: "laporan",
    scripts: ["charts.js"],
    status: typed ? 422 : 200,
    children: (
      <ReportFrame
        reports={REPORTS.map((one) => ({ href: hrefOf(one) + search, label: one.label, isActive: one === report }))}
        period={period}
        typed={typed}
        errors={errors}
        presets={periodPresets(today).map(({ label, from, to }) => ({
          href: hrefOf(report) + periodSearch({ from, to }),
          label,
          isActive: from === period.from && to === period.to,
        }))}
        action={hrefOf(report)}
        csvHref={`${ROOT}/${report.slug}.csv${search}`}
      >
        {content}
      </ReportFrame>
    ),
  });
}

function findReport(slug: string): ReportKind {
  const report = REPORTS.find((one) => one.slug === slug);
  if (!report) throw new NotFoundError("report");
  return report;
}

function hrefOf(report: ReportKind): string {
  return report === REPORTS[0] ? ROOT : `${ROOT}/${report.slug}`;
}
