import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { confirmSecondStep, type LogInResult, logIn } from "@/backend/features/accounts";
import { clientAddress } from "@/backend/http/client-address";
import { sameOriginOnly } from "@/backend/http/middleware/same-origin";
import { isLoggedIn, visitorCtx } from "@/backend/http/middleware/session";
import { safeReturnPath } from "@/backend/http/return-path";
import { writeSessionCookie } from "@/backend/http/session-cookie";
import { LoginPage } from "@/frontend/dashboard/accounts/login-page";
import { ResumePage } from "@/frontend/dashboard/accounts/resume-page";
import { SecondStepPage } from "@/frontend/dashboard/accounts/second-step-page";
import type { DashboardDeps } from "../deps";
import { barePage, type DashboardEnv } from "../page";
import { type FormValues, readForm } from "./form-values";
import { keepForm, readKeptForm, writeKeptForm } from "./kept-form";
import { passwordLinkPages } from "./password-link-pages";
import { type Refusal, refusalOf } from "./refusal";

const MOST_BYTES = 256 * 1024;

/** For people who are not logged in: /dashboard/masuk and /dashboard/atur-sandi; mounted before the session check. */
export function loginPages(deps: DashboardDeps): Hono<DashboardEnv> {
  const app = new Hono<DashboardEnv>();
  app.use("/masuk/*", sameOriginOnly, bodyLimit({ maxSize: MOST_BYTES }));

  app.get("/masuk", async (c) => {
    const from = c.req.query("lanjut");
    const carried = { lanjut: safeReturnPath(from) };
    if (await isLoggedIn(c, deps)) return c.redirect(carried.lanjut, 303);
    return loginPage(c, deps, { carried, hasLoggedOut: from === undefined });
  });

  app.post("/masuk", async (c) => {
    const form = await readForm(c);
    const { email = "", password = "" } = form.text;
    const carried = carriedOf(form);
    try {
      const result = await logIn(deps, visitorCtx(c.var, deps), { email, password, ...clientOf(c, deps) });
      if (result.type === "second_step") return secondStepPage(c, deps, { ...carried, langkah: result.token });
      return enter(c, deps, result, carried);
    } catch (error) {
      return loginPage(c, deps, { carried, email, refusal: refusalOf(c, error) });
    }
  });

  app.post("/masuk/kode", async (c) => {
    const form = await readForm(c);
    const { langkah: token = "", code = "" } = form.text;
    const carried = carriedOf(form);
    try {
      const input = { token, code, ...clientOf(c, deps) };
      return enter(c, deps, await confirmSecondStep(deps, visitorCtx(c.var, deps), input), carried);
    } catch (error) {
      const refusal = refusalOf(c, error);
      const isTooLate = refusal.status === 422 && Object.keys(refusal.errors).length === 0;
      if (isTooLate) return loginPage(c, deps, { carried, refusal });
      return secondStepPage(c, deps, { ...carried, langkah: token }, refusal);
    }
  });

  app.route("/atur-sandi", passwordLinkPages(deps));
  return app;
}

/** Answers a form whose session had ended: log in here, and what was typed is sent on afterwards. */
export async function expiredFormPage(c: Context<DashboardEnv>, deps: DashboardDeps): Promise<Response | null> {
  const kept = await keepForm(c);
  if (!kept) return null;
  const carried = { lanjut: kept.from, kiriman: writeKeptForm(kept) };
  return loginPage(c, deps, { carried, isExpired: true });
}

/** What goes through the log-in unseen: where to go afterwards, and a form that waits to be sent. */
type Carried = { lanjut: string; kiriman?: string };

function carriedOf({ text }: FormValues): Carried {
  const lanjut = safeReturnPath(text.lanjut);
  return readKeptForm(text.kiriman) ? { lanjut, kiriman: text.kiriman ?? "" } : { lanjut };
}

function clientOf(c: Context, { hosts }: DashboardDeps) {
  const userAgent = c.req.header("user-agent") ?? "";
  return { audience: "page", userAgent, address: clientAddress(c, hosts) } as const;
}

type LoginView = {
  carried: Carried;
  email?: string;
  refusal?: Refusal;
  isExpired?: boolean;
  /** Came here on purpose: a session that ran out has a page to go back to, and what was typed there. */
  hasLoggedOut?: boolean;
};

function loginPage(c: Context<DashboardEnv>, deps: DashboardDeps, view: LoginView): Response {
  const { carried, email = "", refusal, isExpired = false, hasLoggedOut = false } = view;
  const notice = isExpired ? "expired" : c.req.query("sandi") === "baru" ? "password-set" : null;
  return barePage(c, deps, {
    title: `Masuk · ${c.var.tenant.name}`,
    status: refusal?.status ?? (isExpired ? 403 : 200),
    userId: hasLoggedOut ? "" : null,
    children: (
      <LoginPage
        showroomName={c.var.tenant.name}
        email={email}
        carried={carried}
        notice={notice}
        message={refusal?.message ?? null}
        errors={refusal?.errors ?? {}}
      />
    ),
  });
}

function secondStepPage(
  c: Context<DashboardEnv>,
  deps: DashboardDeps,
  carried: Carried & { langkah: string },
  refusal?: Refusal,
): Response {
  return barePage(c, deps, {
    title: `Verifikasi dua langkah · ${c.var.tenant.name}`,
    status: refusal?.status ?? 200,
    children: (
      <SecondStepPage
        showroomName={c.var.tenant.name}
        carried={carried}
        message={refusal?.message ?? null}
        error={refusal?.errors.totp ?? refusal?.errors.code}
      />
    ),
  });
}

type LoggedIn = Extract<LogInResult, { type: "logged_in" }>;

/** To where the person wanted to go; a form that waits is sent by their own click, never by itself. */
function enter(c: Context<DashboardEnv>, deps: DashboardDeps, result: LoggedIn, carried: Carried): Response {
  writeSessionCookie(c, deps, result.token);
  const kept = readKeptForm(carried.kiriman);
  if (!kept) return c.redirect(carried.lanjut, 303);
  return barePage(c, deps, {
    title: `Lanjutkan · ${c.var.tenant.name}`,
    children: (
      <ResumePage
        showroomName={c.var.tenant.name}
        userName={result.user.name}
        action={kept.path}
        fields={kept.fields}
        discardHref={kept.from}
        hasLostFiles={kept.hasLostFiles}
      />
    ),
  });
}
