import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { SESSION_HOURS } from "@/backend/features/accounts";

const NAME = "autoleads_session";

export type CookieDeps = { origin: { protocol: string } };

/** With https its name starts with `__Host-`: then no other host of the domain can set or shadow it. */
export function sessionCookieName({ origin }: CookieDeps): string {
  return origin.protocol === "https:" ? `__Host-${NAME}` : NAME;
}

export function readSessionCookie(c: Context, deps: CookieDeps): string | undefined {
  return getCookie(c, sessionCookieName(deps)) || undefined;
}

export function writeSessionCookie(c: Context, deps: CookieDeps, token: string): void {
  setCookie(c, sessionCookieName(deps), token, { ...attributes(deps), maxAge: SESSION_HOURS * 3_600 });
}

export function clearSessionCookie(c: Context, deps: CookieDeps): void {
  deleteCookie(c, sessionCookieName(deps), attributes(deps));
}

function attributes({ origin }: CookieDeps) {
  return { httpOnly: true, sameSite: "Lax", path: "/", secure: origin.protocol === "https:" } as const;
}
