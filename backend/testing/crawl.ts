import type { createApp } from "@/backend/app";

export type App = ReturnType<typeof createApp>;

const LINK =
  /(?:href|src|content|action)="([^"]+)"|srcset="([^"]+)"|<loc>([^<]+)<\/loc>|"(?:src|slug|url|image)":"([^"]+)"/gi;
const MAX_PAGES = 2_000;

/**
 * Everything an outsider can reach on a showroom's host, from `start` on, by following every link, picture and address
 * in what comes back. Path → the body as text, bytes of pictures included (Latin-1), headers in front.
 */
export async function crawl(app: App, subdomain: string, start: readonly string[]): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const waiting = [...start];
  while (waiting.length > 0 && seen.size < MAX_PAGES) {
    const path = waiting.pop();
    if (path === undefined || seen.has(path)) continue;
    const response = await app.request(`http://x${path}`, { headers: { host: `${subdomain}.localhost` } });
    const body = Buffer.from(await response.arrayBuffer()).toString("latin1");
    const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
    seen.set(path, `${path}\n${headers}\n${body}`);
    if (/html|json|xml/.test(response.headers.get("content-type") ?? "")) waiting.push(...linksIn(body, subdomain));
  }
  return seen;
}

function linksIn(body: string, subdomain: string): string[] {
  const links: string[] = [];
  for (const [, plain, set, location, json] of body.matchAll(LINK)) {
    const addresses = set
      ? set.split(",").map((entry) => entry.trim().split(" ")[0] ?? "")
      : [plain ?? location ?? json ?? ""];
    for (const address of addresses) {
      const url = URL.parse(address.replaceAll("&amp;", "&"), `http://${subdomain}.localhost:3000/`);
      if (url?.hostname === `${subdomain}.localhost`) links.push(`${url.pathname}${url.search}`);
    }
  }
  return links;
}
