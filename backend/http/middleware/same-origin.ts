import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { ForbiddenError } from "@/backend/platform/errors";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses an unsafe request that another site's page may have sent with our cookie. Browsers say where a request comes
 * from in `Sec-Fetch-Site`, older ones in `Origin`; one that says neither is refused too.
 */
export const sameOriginOnly = createMiddleware(async (c, next) => {
  requireSameOrigin(c);
  await next();
});

/** @throws ForbiddenError */
export function requireSameOrigin(c: Context): void {
  if (SAFE.has(c.req.method) || isSameOrigin(c)) return;
  throw new ForbiddenError("an unsafe request with a cookie needs Sec-Fetch-Site: same-origin, or our Origin", {
    userMessage: "Permintaan ini tidak berasal dari halaman AutoLeads Anda. Muat ulang halaman lalu coba lagi.",
  });
}

/** A sibling subdomain is another showroom: "same-site" is not enough. "none" is the person themselves. */
function isSameOrigin(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  const host = c.req.header("host");
  // The scheme is not compared: TLS may end before us.
  return Boolean(origin && host && URL.canParse(origin) && new URL(origin).host === new URL(`http://${host}`).host);
}
