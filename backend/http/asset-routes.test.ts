import { expect, test } from "bun:test";
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
