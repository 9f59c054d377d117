import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Hono } from "hono";
import type { Assets } from "./assets";

const HEADERS = {
  "Cache-Control": "public, max-age=31536000, immutable",
  Vary: "Accept-Encoding",
  "X-Content-Type-Options": "nosniff",
};

/** Chosen once per file and process, so the slow settings are affordable. */
const ENCODERS = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};
type Encoding = keyof typeof ENCODERS;

/** Built styles and scripts; a changed file has another name. Sent compressed to whoever takes it. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  async function encode(path: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await ENCODERS[encoding](await Bun.file(path).bytes());
    return new Uint8Array(bytes);
  }

  app.get("/:name", async (c) => {
    const file = assets.file(c.req.param("name"));
    if (!file) return c.notFound();
    const headers = { ...HEADERS, "Content-Type": file.contentType };
    const encoding = encodingFor(c.req.header("accept-encoding") ?? "");
    if (!encoding) return new Response(Bun.file(file.path), { headers });

    const key = `${encoding}:${file.path}`;
    const body = compressed.get(key) ?? encode(file.path, encoding);
    compressed.set(key, body);
    return new Response(await body, { headers: { ...headers, "Content-Encoding": encoding } });
  });
  return app;
}

function encodingFor(accepted: string): Encoding | null {
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? "gzip" : null;
}
