import { expect, test } from "bun:test";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { buildAssets } from "./build-assets";

const folder = join(import.meta.dir, "../dist/assets");

test("every asset in the manifest exists under a name that carries its hash", async () => {
  await buildAssets();
  const manifest = Object.entries(await readManifest());

  expect(manifest.map(([name]) => name)).toContain("storefront.css");
  for (const [name, hashedName] of manifest) {
    const [stem, extension] = name.split(".");
    expect(hashedName).toMatch(new RegExp(`^${stem}\\.[0-9a-f]{10}\\.${extension}$`));
    expect(await Bun.file(join(folder, hashedName)).exists()).toBe(true);
  }
});

test("a second build without changes writes nothing", async () => {
  await buildAssets();
  const before = await stat(join(folder, "manifest.json"));
  await buildAssets();
  const after = await stat(join(folder, "manifest.json"));

  expect(after.ino).toBe(before.ino);
});

async function readManifest(): Promise<Record<string, string>> {
  return Bun.file(join(folder, "manifest.json")).json();
}
