import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { getAssistantSettings, listFaqs, listOpenQuestions } from "@/backend/features/assistant";
import { listBranches, openStateAt } from "@/backend/features/tenants";
import { listDevices } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import { SettingsIndex } from "@/frontend/dashboard/settings/settings-index";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage } from "../page";
import { assistantPages } from "./assistant-pages";
import { branchPages } from "./branch-pages";
import { brandingPages } from "./branding-pages";
import { devicePages } from "./device-pages";
import { faqPages } from "./faq-pages";
import { hoursPages } from "./hours-pages";
import { profilePages } from "./profile-pages";
import { testChatPages } from "./test-chat-pages";

/** Pengaturan, for owner and admin; "tim", "akun" and "domain" are parts of their own. */
export function settingsPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.get("/", async (c) => {
    const { ctx, tenant } = c.var;
    requireRole(ctx.actor, "owner", "admin");
    const [branches, devices, faqs, questions, assistant] = await Promise.all([
      listBranches(ctx),
      listDevices(ctx),
      listFaqs(ctx),
      listOpenQuestions(ctx, 100),
      getAssistantSettings(ctx),
    ]);
    const { open, closesAt } = openStateAt(tenant.businessHours, tenant.timezone, ctx.clock.now());
    const children = (
      <SettingsIndex
        isOwner={ctx.actor.type === "user" && ctx.actor.role === "owner"}
        city={tenant.city}
        openLabel={open ? `Buka sampai ${(closesAt ?? "").replace(":", ".")}` : "Sekarang tutup"}
        branches={branches.length}
        faqs={faqs.length}
        openQuestions={questions.length}
        devices={devices.length}
        devicesDown={devices.filter(({ status }) => status !== "connected").length}
        assistantName={assistant.settings.name}
      />
    );
    return dashboardPage(c, deps, { title: "Pengaturan", active: "pengaturan", children });
  });
  const parts = {
    profil: profilePages(deps),
    tampilan: brandingPages(deps),
    jam: hoursPages(deps),
    cabang: branchPages(deps),
    asisten: assistantPages(deps),
    faq: faqPages(deps),
    "uji-chat": testChatPages(deps),
    whatsapp: devicePages(deps),
  };
  for (const [path, pages] of Object.entries(parts)) {
    app.use(`/${path}/*`, managersOnly);
    app.route(`/${path}`, pages);
  }
  return app;
}

/** Some of what these pages read, sales may read elsewhere (the names of branches): the pages themselves are not theirs. */
const managersOnly = createMiddleware<DashboardEnv>(async (c, next) => {
  requireRole(c.var.ctx.actor, "owner", "admin");
  await next();
});
