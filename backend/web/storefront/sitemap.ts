import type { SitemapEntry } from "@/backend/features/cars";

/** Home, listing and every listed car; slugs need no escaping, they are letters, digits and hyphens. */
export function sitemapXml(entries: readonly SitemapEntry[], origin: string): string {
  const urls = [
    urlTag(`${origin}/`, null),
    urlTag(`${origin}/mobil`, null),
    ...entries.map((entry) => urlTag(`${origin}/${entry.slug}`, entry.updatedAt)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join("\n")}\n</urlset>\n`;
}

export function robotsTxt(origin: string): string {
  return `User-agent: *\nDisallow: /api/\nDisallow: /dashboard\n\nSitemap: ${origin}/sitemap.xml\n`;
}

function urlTag(address: string, updatedAt: Date | null): string {
  const modified = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : "";
  return `  <url><loc>${address}</loc>${modified}</url>`;
}
