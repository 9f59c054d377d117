import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";

const root = resolve(import.meta.dir, "..");
const outputFolder = join(root, "dist/assets");
const manifestFile = join(outputFolder, "manifest.json");
const fingerprintFile = join(outputFolder, "inputs.txt");

/**
 * Builds every stylesheet in frontend/styles (names with a leading "_" are parts, not entries) and every island in
 * frontend/islands into dist/assets under names that carry their content's hash, and writes manifest.json:
 * { "storefront.css": "storefront.1f2e3d4c5b.css", … }. Does nothing when no input has changed.
 */
export async function buildAssets(): Promise<void> {
  const fingerprint = await fingerprintOfInputs();
  if (fingerprint === (await readIfThere(fingerprintFile)) && (await readIfThere(manifestFile))) return;

  await mkdir(outputFolder, { recursive: true });
  const manifest = { ...(await buildStyles()), ...(await buildIslands()) };
  await writeAtomically(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  await writeAtomically(fingerprintFile, fingerprint);
}

type Manifest = Record<string, string>;

async function buildStyles(): Promise<Manifest> {
  const folder = join(root, "frontend/styles");
  const entries = (await filesIn(folder)).filter((name) => name.endsWith(".css") && !name.startsWith("_"));
  const scratch = await mkdtemp(join(tmpdir(), "autoleads-styles-"));

  try {
    const manifest: Manifest = {};
    for (const name of entries) {
      const built = join(scratch, name);
      await runTailwind(join(folder, name), built);
      manifest[name] = await store(name, await readFile(built));
    }
    return manifest;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function runTailwind(input: string, output: string): Promise<void> {
  const cli = join(root, "node_modules/@tailwindcss/cli/dist/index.mjs");
  const child = Bun.spawn([process.execPath, cli, "--minify", "-i", input, "-o", output], {
    cwd: root,
    stdout: "ignore",
    stderr: "pipe",
  });
  const [exitCode, messages] = await Promise.all([child.exited, new Response(child.stderr).text()]);
  if (exitCode !== 0) throw new Error(`tailwind failed on ${basename(input)}:\n${messages}`);
}

async function buildIslands(): Promise<Manifest> {
  const folder = join(root, "frontend/islands");
  const entries = (await filesIn(folder)).filter(
    (name) => /\.tsx?$/.test(name) && !/[._]test\.tsx?$/.test(name) && !name.startsWith("_"),
  );
  if (entries.length === 0) return {};

  const result = await Bun.build({
    entrypoints: entries.map((name) => join(folder, name)),
    minify: true,
    target: "browser",
    format: "esm",
    naming: "[name].[ext]",
    define: { "process.env.NODE_ENV": '"production"' },
  });

  const manifest: Manifest = {};
  for (const output of result.outputs) {
    const name = basename(output.path);
    manifest[name] = await store(name, new Uint8Array(await output.arrayBuffer()));
  }
  return manifest;
}

/** Writes "gallery.js" as "gallery.<hash>.js" and returns that name. */
async function store(name: string, bytes: Uint8Array): Promise<string> {
  const extension = extname(name);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
  const hashedName = `${basename(name, extension)}.${hash}${extension}`;
  await writeAtomically(join(outputFolder, hashedName), bytes);
  return hashedName;
}

/** Everything the output depends on: our sources, this script, the installed packages. */
async function fingerprintOfInputs(): Promise<string> {
  const sources = await readdir(join(root, "frontend"), { recursive: true, withFileTypes: true });
  const files = sources.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const inputs = [...files.sort(), import.meta.path, join(root, "bun.lock")];

  const hash = createHash("sha256").update(Bun.version);
  for (const file of inputs) hash.update(`\0${file}\0`).update(await readFile(file));
  return hash.digest("hex");
}

/** A reader never sees half a file, also when two processes build at once. */
async function writeAtomically(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).sort();
}

async function readIfThere(file: string): Promise<string | null> {
  const content = Bun.file(file);
  return (await content.exists()) ? content.text() : null;
}

if (import.meta.main) await buildAssets();
