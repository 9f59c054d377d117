import { type Context, Hono } from "hono";
import { confirmTotp, disableTotp, findTotpSetup, getSelf, startTotp } from "@/backend/features/accounts";
import { requireRole } from "@/backend/platform/actor";
import { RecoveryCodesPage } from "@/frontend/dashboard/accounts/recovery-codes-page";
import { TotpOffPage, TotpScanPage, TotpStartPage } from "@/frontend/dashboard/accounts/totp-pages";
import type { DashboardDeps } from "../deps";
import { type DashboardEnv, dashboardPage, seeOther } from "../page";
import { readForm } from "./form-values";
import { type Refusal, refusalOf } from "./refusal";

const PATH = "/dashboard/pengaturan/akun/dua-langkah";

/** Switching the second step on (password, QR code, first code, recovery codes) and off. */
export function secondStepPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();

  app.get("/", (c) => present(c, deps));

  app.post("/", async (c) => {
    const { password = "" } = (await readForm(c)).text;
    try {
      await startTotp(deps, c.var.ctx, { password });
      return seeOther(c, PATH);
    } catch (error) {
      return present(c, deps, refusalOf(c, error));
    }
  });

  app.post("/aktifkan", async (c) => {
    const { code = "" } = (await readForm(c)).text;
    try {
      const { recoveryCodes } = await confirmTotp(deps, c.var.ctx, { code });
      const children = <RecoveryCodesPage codes={recoveryCodes} />;
      return dashboardPage(c, deps, { title: "Kode cadangan", active: "pengaturan", children });
    } catch (error) {
      return present(c, deps, refusalOf(c, error));
    }
  });

  app.post("/matikan", async (c) => {
    const { password = "", code = "" } = (await readForm(c)).text;
    try {
      await disableTotp(deps, c.var.ctx, { password, code });
      const text = "Verifikasi dua langkah dimatikan.";
      return seeOther(c, "/dashboard/pengaturan/akun", { kind: "ok", text });
    } catch (error) {
      return present(c, deps, refusalOf(c, error));
    }
  });
  return app;
}

/** The step one is at: not begun, to be scanned, or on. */
async function present(c: Context<DashboardEnv>, deps: DashboardDeps, refusal: Refusal | null = null) {
  const { ctx } = c.var;
  const failed = { message: refusal?.message ?? null, errors: refusal?.errors ?? {} };
  const setup = await findTotpSetup(deps, ctx);
  const { hasTotp } = await getSelf(ctx);
  // Who became sales since may still switch it off.
  if (!hasTotp) requireRole(ctx.actor, "owner", "admin");
  const page = { title: "Verifikasi dua langkah", active: "pengaturan", status: refusal?.status ?? 200 } as const;
  if (hasTotp) return dashboardPage(c, deps, { ...page, children: <TotpOffPage {...failed} /> });
  if (!setup) return dashboardPage(c, deps, { ...page, children: <TotpStartPage {...failed} /> });
  const children = <TotpScanPage {...failed} secret={setup.secret} qrSvg={setup.qrSvg} />;
  return dashboardPage(c, deps, { ...page, children });
}
