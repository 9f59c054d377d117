import { Hono } from "hono";
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
  app.route("/profil", profilePages(deps));
  app.route("/tampilan", brandingPages(deps));
  app.route("/jam", hoursPages(deps));
  app.route("/cabang", branchPages(deps));
  app.route("/asisten", assistantPages(deps));
  app.route("/faq", faqPages(deps));
  app.route("/uji-chat", testChatPages(deps));
  app.route("/whatsapp", devicePages(deps));
  return app;
}
