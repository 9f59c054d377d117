import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dir, "..");
const stamps = join(root, "node_modules/.autoleads");

/**
 * Makes a fresh clone ready: packages, Prisma's client, styles and islands. Each part only when its inputs changed, so a
 * second call costs milliseconds. Imports nothing that has to be installed first. Right after an installation it runs
 * the calling script again in a new process, because this one has already looked for packages that were not there.
 */
export async function prepare(): Promise<void> {
  process.chdir(root);
  if (install()) await runAgain();
  generateClient();
  const { buildAssets } = await import("./build-assets");
  await buildAssets();
}

function install(): boolean {
  const fingerprint = fingerprintOf(["package.json", "bun.lock"]);
  if (isStamped("install", fingerprint)) return false;
  console.log("Installing packages …");
  runOrExit([process.execPath, "install", "--frozen-lockfile"]);
  stamp("install", fingerprint);
  return true;
}

function generateClient(): void {
  const schema = readdirSync(join(root, "prisma/schema")).map((name) => `prisma/schema/${name}`);
  const fingerprint = fingerprintOf(["package.json", ...schema.sort()]);
  if (isStamped("prisma", fingerprint) && existsSync(join(root, "backend/generated/prisma/client.ts"))) return;
  // Generating needs no schema engine, but Prisma would download one: any executable in its place is enough.
  runOrExit([process.execPath, "node_modules/prisma/build/index.js", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  });
  stamp("prisma", fingerprint);
}

/** The first process only passes signals on and hands the exit code back. */
async function runAgain(): Promise<never> {
  const child = Bun.spawn([process.execPath, ...process.argv.slice(1)], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit"],
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  process.exit(await child.exited);
}

function runOrExit(command: [string, ...string[]], extraEnv: Record<string, string> = {}): void {
  const [file, ...args] = command;
  const result = spawnSync(file, args, { cwd: root, env: { ...process.env, ...extraEnv }, encoding: "utf8" });
  if (result.status === 0) return;
  console.error(`${command.join(" ")} failed:\n${result.stdout}${result.stderr}`);
  process.exit(1);
}

function fingerprintOf(files: string[]): string {
  const hash = createHash("sha256").update(Bun.version);
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function isStamped(name: string, fingerprint: string): boolean {
  const file = join(stamps, name);
  return existsSync(file) && readFileSync(file, "utf8") === fingerprint;
}

function stamp(name: string, fingerprint: string): void {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), fingerprint);
}
