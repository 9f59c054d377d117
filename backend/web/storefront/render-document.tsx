import { renderToString } from "react-dom/server";
import type { Assets } from "@/backend/http/assets";
import { StorefrontDocument, type StorefrontDocumentProps } from "@/frontend/document";
import type { ThemeView } from "@/frontend/storefront/showroom-view";
import type { Page } from "./page";

export type RenderedDocument = { body: string; headers: Record<string, string> };

/** A page as HTML with the headers that belong to it. */
export function renderPage(page: Page, assets: Assets): RenderedDocument {
  const { head, showroom, preload, hasHeaderSearch, islands, content } = page;
  const scripts = islands.map((island) => assets.url(island));
  return renderDocument({ head, showroom, preload, hasHeaderSearch, scripts, children: content }, assets);
}

type DocumentParts = Omit<StorefrontDocumentProps, "cssText" | "faviconHref">;

export function renderDocument(parts: DocumentParts, assets: Assets): RenderedDocument {
  const document = <StorefrontDocument {...parts} cssText={assets.css("storefront.css")} faviconHref={null} />;
  const body = `<!DOCTYPE html>${renderToString(document)}`;
  return {
    body,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policyOf(body, parts.showroom?.theme ?? null, assets),
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    },
  };
}

const policies = new WeakMap<Assets, Map<string, string>>();
const MOST_POLICIES = 2_000;

/** The sheet differs only by the theme, and hashing it for every page costs a tenth of rendering one. */
function policyOf(body: string, theme: ThemeView | null, assets: Assets): string {
  const known = policies.get(assets) ?? new Map<string, string>();
  policies.set(assets, known);
  const key = JSON.stringify(theme);
  const policy = known.get(key) ?? contentSecurityPolicy(styleOf(body));
  if (known.size < MOST_POLICIES) known.set(key, policy);
  return policy;
}

/**
 * No inline script at all; of inline styles only the page's own sheet, by its hash. Style attributes carry data colours
 * (a photo's placeholder, a swatch) and are allowed; `style-src` is for browsers that do not know the finer two.
 */
function contentSecurityPolicy(style: string): string {
  const hash = new Bun.CryptoHasher("sha256").update(style).digest("base64");
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `style-src-elem 'self' 'sha256-${hash}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function styleOf(html: string): string {
  const start = html.indexOf("<style>") + "<style>".length;
  return html.slice(start, html.indexOf("</style>", start));
}
