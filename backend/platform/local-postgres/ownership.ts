import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Ownership = { isOwner(): boolean; release(): void };

/**
 * Which process stops the server of a data folder. The first one; when it was killed, the next one that comes.
 * Processes that come while it lives are guests.
 */
export function claimOwnership(dataDirectory: string): Ownership {
  const file = join(dataDirectory, "postgres-owner");
  const mark = `${process.pid} ${startTime(process.pid)}`;
  if (!isAlive(readMark(file))) writeFileSync(file, mark);

  return {
    isOwner: () => readMark(file) === mark,
    release: () => rmSync(file, { force: true }),
  };
}

function readMark(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function isAlive(mark: string): boolean {
  const [pid, started] = mark.split(" ");
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
  } catch {
    return false;
  }
  return startTime(Number(pid)) === started;
}

/** Tells a reused process id from the process that wrote it (field 22 of /proc/<pid>/stat; proc_pid_stat(5)). */
function startTime(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
