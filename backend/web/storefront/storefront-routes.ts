import { type Context, Hono } from "hono";
import { readListingAddress, sitemapEntries } from "@/backend/features/cars";
import { tenantOrigin } from "@/backend/features/tenants";
import { jsonError, STATUS_OF, toAppError } from "@/backend/http/error-response";
import type { TenantEnv } from "@/backend/http/middleware/tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { type Answer, toRenderedPage } from "./answer";
import { carAnswer, notFoundAnswer } from "./car-answer";
import type { StorefrontDeps } from "./deps";
import { fileRoutes } from "./file-routes";
import { homePage } from "./home";
import { listingAnswer } from "./listing";
import { listingHref } from "./listing-address";
import { errorPage } from "./message-pages";
import type { PageContext, PageEffect } from "./page";
import { createPageCache } from "./page-cache";
import { renderPage } from "./render-document";
import { sendPage } from "./send-page";
import { robotsTxt, sitemapXml } from "./sitemap";

type C = Context<TenantEnv>;

const CACHE_BYTES = 64 * 1024 * 1024;

/** Everything a showroom's visitors see; mounted at "/" of a tenant's host, behind the tenant middleware. */
export function storefrontRoutes(deps: StorefrontDeps): Hono<TenantEnv> {
  const app = new Hono<TenantEnv>();
  const cache = createPageCache<PageEffect>(CACHE_BYTES, deps.clock);

  /** `address` names what is asked for, in one spelling; parameters we do not know are not part of it. */
  async function send(c: C, address: string, answer: (context: PageContext) => Promise<Answer>): Promise<Response> {
    const context = contextOf(c, deps);
    const { id, catalogVersion } = context.tenant;
    const page = await cache.get(`${id} ${address}`, catalogVersion, async () =>
      toRenderedPage(await answer(context), context, deps.assets),
    );
    if (page.effect) runEffect(c, page.effect, deps);
    return sendPage(c.req.raw, page);
  }

  app.onError((error, c) => {
    const { code, userMessage } = toAppError(error, c.var.requestId);
    const message = code === "internal" ? null : userMessage;
    const page = errorPage(c.var.tenant, deps.clock.now(), message, c.var.requestId);
    const { body, headers } = renderPage(page, deps.assets);
    return new Response(body, { status: STATUS_OF[code], headers: { ...headers, "Cache-Control": "no-store" } });
  });

  app.get("/", (c) => send(c, "/", async (context) => ({ type: "page", page: await homePage(context) })));

  app.get("/mobil", (c) => {
    const { query, notices } = readListingAddress(new URL(c.req.url).searchParams);
    return send(c, [listingHref(query), ...notices].join(" "), (context) => listingAnswer(context, query, notices));
  });

  app.get("/sitemap.xml", (c) =>
    send(c, "/sitemap.xml", async ({ ctx, origin }) => {
      const body = sitemapXml(await sitemapEntries(ctx), origin);
      return { type: "text", contentType: "application/xml; charset=utf-8", body };
    }),
  );

  app.get("/robots.txt", (c) =>
    send(c, "/robots.txt", async ({ origin }) => {
      return { type: "text", contentType: "text/plain; charset=utf-8", body: robotsTxt(origin) };
    }),
  );

  app.route("/", fileRoutes(deps));

  app.get("/:slug", (c) => {
    const slug = c.req.param("slug");
    return send(c, `/${slug}`, (context) => carAnswer(context, slug));
  });

  app.all("*", (c) => {
    const { path } = c.req;
    if (path.startsWith("/api/")) return jsonError(c, new NotFoundError("address"));
    if (c.req.method === "GET" && /^\/[^/].*\/$/.test(path)) return c.redirect(path.slice(0, -1), 301);
    return send(c, `/404${path}`, notFoundAnswer);
  });

  return app;
}

function contextOf(c: C, { db, clock, origin }: StorefrontDeps): PageContext {
  const { tenant, requestId } = c.var;
  return {
    ctx: { tenant, actor: { type: "visitor" }, db, clock, requestId },
    tenant,
    origin: tenantOrigin(tenant, origin),
    now: clock.now(),
  };
}

function runEffect(c: C, effect: PageEffect, { searchLog, viewCounter }: StorefrontDeps): void {
  const { id: tenantId, timezone } = c.var.tenant;
  if (effect.type === "search") searchLog.record(effect.entry);
  else viewCounter.record({ tenantId, timezone, carId: effect.carId, userAgent: c.req.header("user-agent") ?? "" });
}
