import { expect, test } from "bun:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { assetRoutes } from "./asset-routes";
import { loadAssets } from "./assets";

test("styles and scripts are served for ever by their hashed name, and nothing else is", async () => {
  const assets = loadAssets();
  const app = assetRoutes(assets);
  const script = await app.request(assets.url("listing-filters.js").replace("/assets", ""));
  expect([script.status, script.headers.get("content-type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect(script.headers.get("cache-control")).toContain("immutable");
  for (const path of ["/manifest.json", "/listing-filters.js", "/..%2fmanifest.json", "/inputs.txt"]) {
    expect((await app.request(path)).status).toBe(404);
  }
});

test.each([
  ["gzip, deflate, br", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["identity", null],
])("who accepts “%s” gets it as %s, with the same content", async (accepted, encoding) => {
  const assets = loadAssets();
  const path = assets.url("listing-filters.js").replace("/assets", "");
  const plain = await Bun.file(assets.file(path.slice(1))?.path ?? "").text();
  const response = await assetRoutes(assets).request(path, { headers: { "accept-encoding": accepted } });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  const bytes = Buffer.from(await response.arrayBuffer());
  const content = encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes;
  expect(content.toString()).toBe(plain);
});
