import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { findPasswordLink, MIN_PASSWORD_LENGTH, setPasswordByLink } from "@/backend/features/accounts";
import { sameOriginOnly } from "@/backend/http/middleware/same-origin";
import { visitorCtx } from "@/backend/http/middleware/session";
import { ValidationError } from "@/backend/platform/errors";
import { DeadLinkPage, SetPasswordPage } from "@/frontend/dashboard/accounts/set-password-page";
import type { DashboardDeps } from "../deps";
import { barePage, type DashboardEnv } from "../page";
import { readForm } from "./form-values";
import { type Refusal, refusalOf } from "./refusal";

/** /dashboard/atur-sandi/:token, the one-time link: choose a password, then log in with it. */
export function passwordLinkPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.use(sameOriginOnly, bodyLimit({ maxSize: 16 * 1024 }));

  app.get("/:token", (c) => setPasswordPage(c, deps, c.req.param("token")));

  app.post("/:token", async (c) => {
    const token = c.req.param("token");
    const { newPassword = "", repeatedPassword = "" } = (await readForm(c)).text;
    try {
      requireSame(newPassword, repeatedPassword);
      await setPasswordByLink(visitorCtx(c.var, deps), { token, newPassword });
      return c.redirect("/dashboard/masuk?sandi=baru", 303);
    } catch (error) {
      return setPasswordPage(c, deps, token, { error });
    }
  });
  return app;
}

/** @throws ValidationError at `repeatedPassword` */
export function requireSame(password: string, repeated: string): void {
  if (password === repeated) return;
  throw new ValidationError({ repeatedPassword: "Kata sandi kedua belum sama dengan yang pertama." });
}

async function setPasswordPage(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  token: string,
  failed?: { error: unknown },
): Promise<Response> {
  const { tenant } = c.var;
  const link = await findPasswordLink(visitorCtx(c.var, deps), { token });
  if (!link) {
    const children = <DeadLinkPage showroomName={tenant.name} />;
    return barePage(c, deps, { title: `Tautan tidak berlaku · ${tenant.name}`, status: 404, children });
  }
  const refusal: Refusal | null = failed ? refusalOf(c, failed.error) : null;
  return barePage(c, deps, {
    title: `Atur kata sandi · ${tenant.name}`,
    status: refusal?.status ?? 200,
    children: (
      <SetPasswordPage
        showroomName={tenant.name}
        person={link}
        minLength={MIN_PASSWORD_LENGTH}
        message={refusal?.message ?? null}
        errors={refusal?.errors ?? {}}
      />
    ),
  });
}
