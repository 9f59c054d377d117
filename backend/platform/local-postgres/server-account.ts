import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export type ServerAccount = { uid: number; gid: number };

/** Postgres refuses to run as root: the account to run it under, or null when we are not root. */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const existing = findAccount("postgres");
  if (existing) return existing;

  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = findAccount("postgres") ?? findAccount("nobody");
  if (!account) throw new Error("Postgres cannot run as root and no account to run it under could be made");
  return account;
}

/** Can this account enter the directory? Every ancestor must be open to it. */
export function isReachableBy(account: ServerAccount, directory: string): boolean {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(at) && !canEnter(account, at)) return false;
    if (at === dirname(at)) return true;
  }
}

const CLUSTER_NAME = "postgres-18";

/**
 * Where the cluster of this data folder lives. Inside it, unless the server's account cannot get there;
 * then under a system folder, by a name made from the data folder's own secret (a new data folder is a new cluster).
 */
export function clusterDirectory(dataDirectory: string, secret: string, account: ServerAccount | null): string {
  if (!account || isReachableBy(account, dataDirectory)) return join(resolve(dataDirectory), CLUSTER_NAME);
  const hash = createHash("sha256").update(secret).digest("hex").slice(0, 16);
  return join(sharedStateDirectory(), "clusters", hash, CLUSTER_NAME);
}

export function makeOwnedDirectory(directory: string, account: ServerAccount | null): void {
  mkdirSync(directory, { recursive: true });
  if (account) chownSync(directory, account.uid, account.gid);
}

/** Writable by root, enterable by everybody. */
export function sharedStateDirectory(): string {
  const base = existsSync("/var/lib") ? "/var/lib" : tmpdir();
  return join(base, "autoleads");
}

function findAccount(name: string): ServerAccount | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

function canEnter(account: ServerAccount, directory: string): boolean {
  const { mode, uid, gid } = statSync(directory);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
