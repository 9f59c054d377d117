import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../free-port";
import { findPostgresBinaries, type PostgresBinaries } from "./binaries";
import { claimOwnership } from "./ownership";
import {
  clusterDirectory,
  isReachableBy,
  makeOwnedDirectory,
  type ServerAccount,
  serverAccount,
} from "./server-account";

export type LocalPostgres = {
  /** Connection address of database `name` (made by the caller when it is not "postgres"). */
  urlOf(name: string): string;
  /** Stops the server if this process owns it; a guest leaves it running. */
  stop(): Promise<void>;
};

export type LocalPostgresOptions = {
  dataDirectory: string;
  /** For throw-away test clusters only: no fsync. */
  ephemeral?: boolean;
  maxConnections?: number;
};

type Cluster = { directory: string; binaries: PostgresBinaries; account: ServerAccount | null };

/**
 * Starts the embedded Postgres of a data folder, or adopts the one that an earlier process left running.
 * Works as root (under another account) and as a normal user. Listens on loopback only, with a random password.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  mkdirSync(options.dataDirectory, { recursive: true });
  const account = serverAccount();
  const binaries = findPostgresBinaries(account);
  const password = readOrCreatePassword(options.dataDirectory);
  const directory = clusterDirectory(options.dataDirectory, password, account);
  const cluster: Cluster = { directory, binaries, account };
  const ownership = claimOwnership(options.dataDirectory);
  if (!existsSync(join(directory, "PG_VERSION"))) await initialize(cluster, password, options);
  const { port, socketDirectory } = (await findRunningServer(cluster)) ?? (await startServer(cluster, options));
  // A Unix socket where there is one: a third less time per statement than loopback TCP.
  const socket = socketDirectory ? `?host=${encodeURIComponent(socketDirectory)}` : "";

  return {
    urlOf: (name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}${socket}`,
    stop: async () => {
      if (!ownership.isOwner()) return;
      await run(cluster, binaries.pgCtl, ["-D", directory, "-m", "fast", "-w", "stop"]).catch(() => undefined);
      ownership.release();
    },
  };
}

async function initialize(cluster: Cluster, password: string, options: LocalPostgresOptions): Promise<void> {
  const unfinished = `${cluster.directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  makeOwnedDirectory(unfinished, cluster.account);
  const passwordFile = `${cluster.directory}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  try {
    await run(cluster, cluster.binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      ...(options.ephemeral ? ["--no-sync"] : []),
    ]);
    renameSync(unfinished, cluster.directory);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

type Address = { port: number; socketDirectory: string };

/** Where a server that already runs on this cluster listens, else null (file format: PostgreSQL's miscadmin.h). */
async function findRunningServer(cluster: Cluster): Promise<Address | null> {
  const pidFile = join(cluster.directory, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const [pid, , , port, socketDirectory = ""] = readFileSync(pidFile, "utf8").split("\n");
  if (!pid || !port || !isPostgresProcess(Number(pid))) {
    rmSync(pidFile, { force: true });
    return null;
  }
  // An orphan of a killed process; -w waits until it has finished its own recovery.
  const status = await run(cluster, cluster.binaries.pgCtl, ["-D", cluster.directory, "status"]).catch(() => null);
  return status === null ? null : { port: Number(port), socketDirectory };
}

function isPostgresProcess(pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
}

async function startServer(cluster: Cluster, options: LocalPostgresOptions): Promise<Address> {
  const port = await findFreePort();
  const socketDirectory = makeSocketDirectory(cluster);
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    `-c unix_socket_directories=${socketDirectory}`,
    `-c max_connections=${options.maxConnections ?? 100}`,
    "-c shared_buffers=128MB",
    "-c log_min_messages=warning",
    ...(options.ephemeral ? ["-c fsync=off", "-c full_page_writes=off", "-c synchronous_commit=off"] : []),
  ].join(" ");
  const log = join(cluster.directory, "server.log");
  await run(cluster, cluster.binaries.pgCtl, ["-D", cluster.directory, "-l", log, "-o", settings, "-w", "start"]);
  return { port, socketDirectory };
}

/** Short, whatever the data folder is called: a socket's path has room for about 100 characters. "" = TCP only. */
function makeSocketDirectory(cluster: Cluster): string {
  const { account } = cluster;
  const base = [tmpdir(), "/tmp"].find((candidate) => !account || isReachableBy(account, candidate));
  if (process.platform === "win32" || !base) return "";
  const name = createHash("sha256").update(cluster.directory).digest("hex").slice(0, 12);
  const directory = join(base, `autoleads-${name}`);
  makeOwnedDirectory(directory, account);
  chmodSync(directory, 0o700);
  return directory;
}

function readOrCreatePassword(dataDirectory: string): string {
  const file = join(dataDirectory, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function run(cluster: Cluster, command: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: "/",
      stdio: ["ignore", "ignore", "pipe"],
      ...(cluster.account ?? {}),
    });
    let errors = "";
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} failed (${code}): ${errors}`)),
    );
  });
}
