import type { ReactNode } from "react";
import { Footer } from "./storefront/footer";
import { Header } from "./storefront/header";
import type { ShowroomView, ThemeView } from "./storefront/showroom-view";
import { type PhotoView, toSrcSet } from "./ui/picture";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export type HeadView = {
  title: string;
  description: string;
  /** Absolute address on the tenant's primary host, or null for pages nobody should link to. */
  canonicalUrl: string | null;
  /** For example "noindex, follow"; null lets search engines index the page. */
  robots: string | null;
  ogType: "website" | "product";
  /** Absolute address of the sharing image (1200 × 630). */
  ogImage: { url: string; width: number; height: number; alt: string } | null;
  /** schema.org objects, one script each. */
  jsonLd: JsonValue[];
};

export type StorefrontDocumentProps = {
  head: HeadView;
  /** null when no showroom answers on this host: no header and no footer. */
  showroom: ShowroomView | null;
  /** The built stylesheet, inlined: one request less before the first paint. */
  cssText: string;
  /** Addresses of the islands this page uses. */
  scripts: string[];
  /** The photo that is the largest thing on the first screen, with the `sizes` it is shown at. */
  preload: { photo: PhotoView; sizes: string } | null;
  faviconHref: string | null;
  /** false on pages that have their own search box. */
  hasHeaderSearch: boolean;
  children: ReactNode;
};

/** The whole HTML document of a public page; the caller puts "<!DOCTYPE html>" in front. */
export function StorefrontDocument(props: StorefrontDocumentProps) {
  const { showroom } = props;
  const theme = showroom?.theme ?? neutralTheme;

  return (
    <html lang="id">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <HeadTags head={props.head} siteName={showroom?.name ?? "AutoLeads"} />
        <meta name="theme-color" content="#ffffff" />
        <link rel="icon" href={props.faviconHref ?? monogramIcon(showroom?.name ?? "AutoLeads", theme)} />
        {props.preload && <PreloadPhoto {...props.preload} />}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own stylesheet and checked colours */}
        <style dangerouslySetInnerHTML={{ __html: `${props.cssText}${themeCss(theme)}` }} />
        {props.scripts.map((src) => (
          <script key={src} type="module" async fetchPriority="low" src={src} />
        ))}
      </head>
      <body>
        <a href="#konten" className="btn btn-brand fixed top-2 left-2 z-50 -translate-y-20 focus:translate-y-0">
          Langsung ke isi
        </a>
        {showroom && <Header showroom={showroom} hasSearch={props.hasHeaderSearch} />}
        <main id="konten" tabIndex={-1} className="outline-none">
          {props.children}
        </main>
        {showroom && <Footer showroom={showroom} />}
      </body>
    </html>
  );
}

const neutralTheme: ThemeView = { brand: "#1f3a5f", brandContrast: "#ffffff", accent: "#e0a030" };

function HeadTags({ head, siteName }: { head: HeadView; siteName: string }) {
  return (
    <>
      <title>{head.title}</title>
      <meta name="description" content={head.description} />
      {head.canonicalUrl && <link rel="canonical" href={head.canonicalUrl} />}
      {head.robots && <meta name="robots" content={head.robots} />}
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content="id_ID" />
      <meta property="og:type" content={head.ogType} />
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      {head.canonicalUrl && <meta property="og:url" content={head.canonicalUrl} />}
      {head.ogImage && <ShareImageTags image={head.ogImage} />}
      <meta name="twitter:card" content={head.ogImage ? "summary_large_image" : "summary"} />
      {head.jsonLd.map((thing) => {
        const json = toScriptJson(thing);
        // biome-ignore lint/security/noDangerouslySetInnerHtml: `<` is escaped, so the script cannot be closed early
        return <script key={json} type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
      })}
    </>
  );
}

function ShareImageTags({ image }: { image: NonNullable<HeadView["ogImage"]> }) {
  return (
    <>
      <meta property="og:image" content={image.url} />
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      <meta property="og:image:alt" content={image.alt} />
    </>
  );
}

function PreloadPhoto({ photo, sizes }: { photo: PhotoView; sizes: string }) {
  const [type, sources] = photo.sources.avif.length
    ? (["image/avif", photo.sources.avif] as const)
    : (["image/jpeg", photo.sources.jpeg] as const);
  if (sources.length === 0) return null;

  return (
    <link
      rel="preload"
      as="image"
      type={type}
      imageSrcSet={toSrcSet(sources)}
      imageSizes={sizes}
      fetchPriority="high"
    />
  );
}

/** JSON that is safe inside a script element. */
function toScriptJson(value: JsonValue): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function themeCss(theme: ThemeView): string {
  const brand = cssColor(theme.brand, neutralTheme.brand);
  const contrast = cssColor(theme.brandContrast, neutralTheme.brandContrast);
  const accent = cssColor(theme.accent, neutralTheme.accent);
  return `:root{--brand:${brand};--brand-contrast:${contrast};--accent:${accent}}`;
}

/** Colours are the tenant's data and end up inside a style element: only #rgb and #rrggbb pass. */
function cssColor(color: string, fallback: string): string {
  return /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color : fallback;
}

function monogramIcon(name: string, theme: ThemeView): string {
  const letter = /\p{L}|\p{N}/u.exec(name)?.[0]?.toUpperCase() ?? "A";
  const brand = cssColor(theme.brand, neutralTheme.brand);
  const contrast = cssColor(theme.brandContrast, neutralTheme.brandContrast);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${brand}"/><text x="16" y="22.5" font-family="Arial,sans-serif" font-size="19" font-weight="700" text-anchor="middle" fill="${contrast}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
