import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/** Built styles and scripts under content-hashed names; made by scripts/build-assets.ts. */
export type Assets = {
  /** Address of a built file by its plain name ("gallery.js"). */
  url(name: string): string;
  /** Text of a built style sheet ("storefront.css"), for pages that carry it inside. */
  css(name: string): string;
  /** A file by its hashed name, null when there is none. */
  file(hashedName: string): { path: string; contentType: string } | null;
};

const ASSET_DIRECTORY = resolve(import.meta.dir, "../../dist/assets");
const CONTENT_TYPES: Record<string, string> = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };

export function loadAssets(): Assets {
  const manifestFile = join(ASSET_DIRECTORY, "manifest.json");
  const manifest = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(manifestFile, "utf8")));
  const hashedNames = new Set(Object.values(manifest));
  const styleTexts = new Map<string, string>();

  function hashedNameOf(name: string): string {
    const hashed = manifest[name];
    if (!hashed) throw new Error(`asset ${name} was not built`);
    return hashed;
  }

  return {
    url: (name) => `/assets/${hashedNameOf(name)}`,
    css(name) {
      const known = styleTexts.get(name) ?? readFileSync(join(ASSET_DIRECTORY, hashedNameOf(name)), "utf8");
      styleTexts.set(name, known);
      return known;
    },
    file(hashedName) {
      if (!hashedNames.has(hashedName)) return null;
      const contentType = CONTENT_TYPES[hashedName.split(".").at(-1) ?? ""] ?? "application/octet-stream";
      return { path: join(ASSET_DIRECTORY, hashedName), contentType };
    },
  };
}
