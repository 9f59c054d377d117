import { type Context, Hono } from "hono";
import type { SearchLog } from "@/backend/features/insights";
import { jsonError } from "@/backend/http/error-response";
import type { TenantEnv } from "@/backend/http/middleware/tenant";
import { validate } from "@/backend/http/validate";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";
import { catalogQuerySchema } from "./catalog/catalog-query";
import { getPublicCar } from "./catalog/get-public-car";
import { toCardJson, toCarJson } from "./catalog/public-json";
import { type CatalogResult, searchCatalog } from "./catalog/search-catalog";
import { searchEntryOf } from "./catalog/search-entry";

export type PublicCarRoutesDeps = { db: Database; clock: Clock; searchLog: Pick<SearchLog, "record"> };

const PHOTOS_PER_CAR = 4;
/** A shared cache asks again each time, so that a sold car is gone from it at commit, too. */
const CACHE_CONTROL = "public, max-age=0, must-revalidate";

/** GET /api/cars and /api/cars/:slug; mounted at /api/cars on a tenant's host. */
export function publicCarRoutes(deps: PublicCarRoutesDeps): Hono<TenantEnv> {
  const app = new Hono<TenantEnv>();
  app.onError((error, c) => jsonError(c, error));

  app.get("/", validate("query", catalogQuerySchema), async (c) => {
    const query = c.req.valid("query");
    const result = await searchCatalog(visitorCtx(c, deps), query, { photoCount: PHOTOS_PER_CAR, isForgiving: false });
    const entry = searchEntryOf(c.var.tenant.id, query, result.exactTotal);
    if (entry) deps.searchLog.record(entry);
    return c.json({ success: true, data: toListJson(result) }, 200, { "Cache-Control": CACHE_CONTROL });
  });

  app.get("/:slug", async (c) => {
    const answer = await getPublicCar(visitorCtx(c, deps), c.req.param("slug"));
    if (answer?.type === "redirect") return c.redirect(`/api/cars/${answer.slug}`, 301);
    if (answer?.type !== "car") throw new NotFoundError("car", { userMessage: "Mobil tidak ditemukan." });
    const data = toCarJson(answer.car, answer.similar, c.var.tenant.whatsappNumber);
    return c.json({ success: true, data }, 200, { "Cache-Control": CACHE_CONTROL });
  });

  return app;
}

/** `relaxed` says what was given up because nothing fits the search exactly; empty for an exact result. */
function toListJson({ cars, page, limit, total, totalPages, facets, relaxed, corrections }: CatalogResult) {
  return { cars: cars.map(toCardJson), pagination: { page, limit, total, totalPages }, facets, relaxed, corrections };
}

function visitorCtx(c: Context<TenantEnv>, { db, clock }: PublicCarRoutesDeps): Ctx {
  return { tenant: c.var.tenant, actor: { type: "visitor" }, db, clock, requestId: c.var.requestId };
}
