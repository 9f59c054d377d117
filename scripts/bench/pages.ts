import type { BenchDatabase } from "./bench-database";
import { MEASURED_HOST } from "./catalog-data";
import { freePort, startChild } from "./child-process";
import { productionEnv } from "./server-env";
import { atMost, info, type Row } from "./table";

const LISTING_GOAL_KB = 30;

/** What a browser has to fetch before it can paint: the page and its styles, compressed, and scripts that hold it up. */
export async function benchPages(database: BenchDatabase): Promise<Row[]> {
  const port = freePort();
  const server = await startChild("app-server.ts", productionEnv(database, port));
  try {
    const listing = await loadText(port, "/mobil");
    const carPath = /<a[^>]* href="(\/[a-z0-9-]+-[a-z]\d{2,})"/.exec(listing)?.[1];
    if (!carPath) throw new Error("no car on the listing");
    const pages = { home: "/", listing: "/mobil", car: carPath };

    const rows: Row[] = [];
    for (const [name, path] of Object.entries(pages)) {
      const html = await loadText(port, path);
      for (const encoding of ["br", "gzip"]) {
        const kb = (await paintBytes(port, path, html, encoding)) / 1_024;
        const label = `${name}: HTML + CSS, ${encoding}`;
        rows.push(name === "listing" ? atMost(label, kb, LISTING_GOAL_KB, "KB") : info(label, kb, "KB"));
      }
      rows.push(atMost(`${name}: scripts that block`, blockingScripts(html), 0));
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** Bytes on the wire of the page and of every style sheet it links. */
async function paintBytes(port: number, path: string, html: string, encoding: string): Promise<number> {
  const tags = html.match(/<link\b[^>]*rel="stylesheet"[^>]*>/g) ?? [];
  const sheets = tags.map((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? "");
  const sizes = await Promise.all([path, ...sheets].map((address) => wireBytes(port, address, encoding)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Data blocks never run, modules and async or deferred scripts wait for nobody. */
function blockingScripts(html: string): number {
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  return tags.filter((tag) => !/\stype="(?:module|application\/ld\+json)"|\s(?:async|defer)\b/.test(tag)).length;
}

async function wireBytes(port: number, path: string, encoding: string): Promise<number> {
  return (await (await load(port, path, encoding)).arrayBuffer()).byteLength;
}

async function loadText(port: number, path: string): Promise<string> {
  return (await load(port, path, "identity")).text();
}

async function load(port: number, path: string, encoding: string): Promise<Response> {
  const request = { headers: { host: MEASURED_HOST, "accept-encoding": encoding }, decompress: false };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, request);
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  if (encoding !== "identity" && response.headers.get("content-encoding") !== encoding) {
    throw new Error(`${path} did not come as ${encoding}`);
  }
  return response;
}
