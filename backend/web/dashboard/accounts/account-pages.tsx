import { type Context, Hono } from "hono";
import {
  changePassword,
  getSelf,
  listSessions,
  logOut,
  MIN_PASSWORD_LENGTH,
  revokeOtherSessions,
  revokeSession,
} from "@/backend/features/accounts";
import { clientAddress } from "@/backend/http/client-address";
import { clearSessionCookie, writeSessionCookie } from "@/backend/http/session-cookie";
import { AccountPage } from "@/frontend/dashboard/accounts/account-page";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm } from "./form-values";
import { requireSame } from "./password-link-pages";
import { refusalOf } from "./refusal";
import { secondStepPages } from "./second-step-pages";

export const ACCOUNT_PATH = "/dashboard/pengaturan/akun";

/** One's own password, sessions and second step, and logging out; mounted at /dashboard. */
export function accountPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.post("/keluar", async (c) => {
    await logOut(c.var.ctx, { sessionId: c.var.session.id });
    clearSessionCookie(c, deps);
    return c.redirect("/dashboard/masuk", 303);
  });

  app.get("/pengaturan/akun", (c) => accountPage(c, deps));

  app.post("/pengaturan/akun/sandi", async (c) => {
    const { currentPassword = "", newPassword = "", repeatedPassword = "" } = (await readForm(c)).text;
    try {
      requireSame(newPassword, repeatedPassword);
      const client = { userAgent: c.req.header("user-agent") ?? "", address: clientAddress(c, deps.hosts) };
      const input = { currentPassword, newPassword, audience: "page" as const, ...client };
      const { token } = await changePassword(deps, c.var.ctx, input);
      writeSessionCookie(c, deps, token);
      return seeOther(c, ACCOUNT_PATH, {
        kind: "ok",
        text: "Kata sandi diganti. Semua perangkat lain sudah dikeluarkan.",
      });
    } catch (error) {
      return accountPage(c, deps, { error });
    }
  });

  app.post("/pengaturan/akun/sesi/:id/keluar", async (c) => {
    await revokeSession(c.var.ctx, { sessionId: c.req.param("id") });
    return seeOther(c, ACCOUNT_PATH, { kind: "ok", text: "Perangkat itu sudah dikeluarkan." });
  });

  app.post("/pengaturan/akun/sesi/keluar-lainnya", async (c) => {
    const { count } = await revokeOtherSessions(c.var.ctx, { sessionId: c.var.session.id });
    const text = count > 0 ? `${count} perangkat lain sudah dikeluarkan.` : "Tidak ada perangkat lain yang masuk.";
    return seeOther(c, ACCOUNT_PATH, { kind: "ok", text });
  });

  app.route("/pengaturan/akun/dua-langkah", secondStepPages(deps));
  return app;
}

async function accountPage(c: Context<DashboardEnv>, deps: DashboardDeps, failed?: { error: unknown }) {
  const refusal = failed ? refusalOf(c, failed.error) : null;
  const { ctx, session, tenant } = c.var;
  const self = await getSelf(ctx);
  const sessions = await listSessions(ctx, { sessionId: session.id });
  return dashboardPage(c, deps, {
    title: "Akun saya",
    active: "pengaturan",
    status: refusal?.status ?? 200,
    children: (
      <AccountPage
        self={self}
        sessions={sessions.map((one) => ({ ...one, isProgram: one.audience === "api" }))}
        now={ctx.clock.now()}
        timezone={tenant.timezone}
        minPasswordLength={MIN_PASSWORD_LENGTH}
        password={{ message: refusal?.message ?? null, errors: refusal?.errors ?? {} }}
      />
    ),
  });
}
