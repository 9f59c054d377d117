import type { TenantProfile } from "@/backend/features/tenants";
import type { Assets } from "@/backend/http/assets";
import { nextOpeningChange } from "./opening-changes";
import type { Page, PageContext, PageEffect } from "./page";
import type { RenderedPage } from "./page-cache";
import { renderPage } from "./render-document";

/** What an address of the storefront is answered with. Only what a listing, a car or the showroom itself is, is kept. */
export type Answer =
  | { type: "page"; page: Page }
  /** Not found, gone, a fault, or a page with a word about a mistyped address: made for this request alone. */
  | { type: "passing"; status: 200 | 404 | 410; page: Page }
  | { type: "redirect"; to: string }
  | { type: "text"; contentType: string; body: string };

/**
 * Browsers and shared caches may keep pages, but ask each time: an unchanged page costs a 304 without body, and a sold
 * car is gone everywhere at commit. A CDN that purges by tag when the catalogue changes may be told to keep pages longer
 * (Cache-Tag and Surrogate-Key name the tenant).
 */
const CACHE_CONTROL = "public, max-age=0, s-maxage=0, must-revalidate";

export function toRenderedPage(answer: Answer, { tenant, now }: PageContext, assets: Assets): RenderedPage<PageEffect> {
  const expiresAt = nextOpeningChange(tenant.businessHours, tenant.timezone, now);

  switch (answer.type) {
    case "page": {
      const { body, headers } = renderPage(answer.page, assets);
      return {
        status: 200,
        body,
        headers: { ...headers, ...cacheHeaders(tenant) },
        effect: answer.page.effect,
        expiresAt,
      };
    }
    case "passing": {
      const { body, headers } = renderPage(answer.page, assets);
      const { effect } = answer.page;
      return {
        status: answer.status,
        body,
        headers: { ...headers, "Cache-Control": "no-cache" },
        effect,
        expiresAt: null,
      };
    }
    case "redirect":
      return {
        status: 301,
        body: "",
        headers: { Location: answer.to, ...cacheHeaders(tenant) },
        effect: null,
        expiresAt: null,
      };
    case "text": {
      const headers = {
        "Content-Type": answer.contentType,
        "X-Content-Type-Options": "nosniff",
        ...cacheHeaders(tenant),
      };
      return { status: 200, body: answer.body, headers, effect: null, expiresAt };
    }
  }
}

function cacheHeaders({ id }: TenantProfile): Record<string, string> {
  return { "Cache-Control": CACHE_CONTROL, "Cache-Tag": `tenant-${id}`, "Surrogate-Key": `tenant-${id}` };
}
