import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { authenticate, type SessionAudience, type SessionRef, type SessionTokens } from "@/backend/features/accounts";
import type { TenantProfile } from "@/backend/features/tenants";
import { jsonError } from "@/backend/http/error-response";
import { type CookieDeps, readSessionCookie } from "@/backend/http/session-cookie";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { AppError } from "@/backend/platform/errors";
import { safeReturnPath } from "../return-path";
import { requireSameOrigin } from "./same-origin";

/** What stands in the context behind `requireSession`: who acts, and through which session. */
export type SessionEnv = {
  Variables: { requestId: string; tenant: TenantProfile; ctx: Ctx; session: SessionRef };
};

export type SessionDeps = CookieDeps & { db: Database; clock: Clock; sessionTokens: SessionTokens };

export const LOGIN_PATH = "/dashboard/masuk";

type PageOptions = {
  /** Answers a form that was sent after its session had ended; absent or null: to the login page, and back to where it was. */
  onExpiredForm?(c: Context<SessionEnv>): Promise<Response | null>;
};

/** Lets only those through who are logged in to the host's showroom, and says who they are in `ctx`. */
export const requireSession = {
  /** `Authorization: Bearer`, or the dashboard's cookie, then with protection against other sites; else 401 JSON. */
  api: (deps: SessionDeps): MiddlewareHandler<SessionEnv> =>
    createMiddleware<SessionEnv>(async (c, next) => {
      const bearer = bearerToken(c);
      const token = bearer ?? readSessionCookie(c, deps);
      const isIn = token !== undefined && (await enter(c, deps, token, bearer === undefined ? "page" : "api"));
      if (!isIn) throw noSession();
      if (bearer === undefined) requireSameOrigin(c);
      await next();
      neverStored(c);
    }),

  /** The dashboard's cookie; else to the login page, and back here afterwards. */
  page: (deps: SessionDeps, options: PageOptions = {}): MiddlewareHandler<SessionEnv> =>
    createMiddleware<SessionEnv>(async (c, next) => {
      requireSameOrigin(c);
      const token = readSessionCookie(c, deps);
      if (token !== undefined && (await enter(c, deps, token, "page"))) {
        await next();
        return neverStored(c);
      }
      if (!isNavigation(c)) return jsonError(c, noSession());
      if (c.req.method === "GET" || c.req.method === "HEAD") return toLogin(c, currentPath(c));
      return (await options.onExpiredForm?.(c)) ?? toLogin(c, refererPath(c));
    }),
};

/** For the doors before the session check: somebody who is logged in already need not see them. */
export async function isLoggedIn(c: Context<SessionEnv>, deps: SessionDeps): Promise<boolean> {
  const token = readSessionCookie(c, deps);
  return (
    token !== undefined && (await authenticate(deps, visitorCtx(c.var, deps), { token, audience: "page" })) !== null
  );
}

/** For doors that are open to all: nobody has logged in yet. `variables` is `c.var` behind the tenant middleware. */
export function visitorCtx(
  variables: { requestId: string; tenant: TenantProfile },
  { db, clock }: Pick<SessionDeps, "db" | "clock">,
): Ctx {
  const { tenant, requestId } = variables;
  return { tenant: { id: tenant.id }, actor: { type: "visitor" }, db, clock, requestId };
}

async function enter(
  c: Context<SessionEnv>,
  deps: SessionDeps,
  token: string,
  audience: SessionAudience,
): Promise<boolean> {
  const visitor = visitorCtx(c.var, deps);
  const found = await authenticate(deps, visitor, { token, audience });
  if (!found) return false;
  c.set("ctx", { ...visitor, actor: found.actor });
  c.set("session", found.session);
  return true;
}

/** A script that fetches something wants to hear that the session is over, not to be sent to a login page. */
function isNavigation(c: Context): boolean {
  const mode = c.req.header("sec-fetch-mode");
  return mode === undefined || mode === "navigate";
}

function noSession(): AppError {
  return new AppError("unauthenticated", "no session, or one that has ended");
}

/** What one person may see is kept by no cache on the way, unless the door itself said how. */
function neverStored(c: Context): void {
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
}

function bearerToken(c: Context): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
}

function toLogin(c: Context, path: string): Response {
  return c.redirect(`${LOGIN_PATH}?lanjut=${encodeURIComponent(path)}`, 303);
}

function currentPath(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return safeReturnPath(pathname + search);
}

/** The page a form was on; a path of the dashboard. */
export function refererPath(c: Context): string {
  const referer = c.req.header("referer") ?? "";
  if (!URL.canParse(referer)) return safeReturnPath("");
  const { pathname, search } = new URL(referer);
  return safeReturnPath(pathname + search);
}
