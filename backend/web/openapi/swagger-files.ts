import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

const packageFile = createRequire(import.meta.url).resolve("swagger-ui-dist/package.json");
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8")));

const CONTENT_TYPES = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
]);

/** Address of a file of the documentation's viewer, with the version that lets it be kept for ever. */
export function swaggerUrl(name: "swagger-ui.css" | "swagger-ui-bundle.js"): string {
  return `/api/docs/${version}/${name}`;
}

/** The installed file; null for another version and for what the page does not need. */
export function swaggerFile(asked: string, name: string): { path: string; contentType: string } | null {
  const contentType = CONTENT_TYPES.get(name);
  if (asked !== version || !contentType) return null;
  return { path: join(dirname(packageFile), name), contentType };
}
