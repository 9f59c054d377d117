import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startLocalPostgres } from "./local-postgres";

const folder = mkdtempSync(join(tmpdir(), "autoleads-postgres-"));
const dataDirectory = join(folder, "data");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program in a process of its own that starts the server of the data folder. */
function inAnotherProcess(program: string) {
  const script = `
    const { startLocalPostgres } = await import(${JSON.stringify(join(import.meta.dir, "local-postgres.ts"))});
    const postgres = await startLocalPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)} });
    ${program}`;
  return Bun.spawn([process.execPath, "-e", script], { stdout: "pipe", stderr: "pipe" });
}

async function query(url: string, text: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe("the embedded Postgres", () => {
  test("survives a SIGKILL of its process: the next start adopts it, without losing data, and can stop it", async () => {
    const killed = inAnotherProcess("process.kill(process.pid, 'SIGKILL')");
    await killed.exited;

    const adopted = await startLocalPostgres({ dataDirectory });
    await query(adopted.urlOf("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
    await adopted.stop();
    await expect(query(adopted.urlOf("postgres"), "SELECT 1")).rejects.toThrow();

    const again = await startLocalPostgres({ dataDirectory });
    expect(await query(again.urlOf("postgres"), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await again.stop();
  });

  test("replaces an orphan that was killed too", async () => {
    const killed = inAnotherProcess("console.log(postgres.urlOf('postgres')); process.kill(process.pid, 'SIGKILL')");
    const url = (await new Response(killed.stdout).text()).trim();
    const [row] = await query(
      url,
      "SELECT pg_backend_pid() AS backend, setting AS directory FROM pg_settings WHERE name = 'data_directory'",
    );
    const postmaster = Number((await Bun.file(join(row.directory, "postmaster.pid")).text()).split("\n")[0]);
    process.kill(postmaster, "SIGKILL");
    await Bun.sleep(300);

    const replaced = await startLocalPostgres({ dataDirectory });
    expect(await query(replaced.urlOf("postgres"), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await replaced.stop();
  });

  test("is not stopped by a guest while its owner lives", async () => {
    const owner = await startLocalPostgres({ dataDirectory });
    const guest = inAnotherProcess("await postgres.stop()");
    await guest.exited;
    expect(await query(owner.urlOf("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await owner.stop();
  });

  test("asks for its password", async () => {
    const postgres = await startLocalPostgres({ dataDirectory });
    const wrong = postgres.urlOf("postgres").replace(/:[^:@]*@/, ":wrong@");
    await expect(query(wrong, "SELECT 1")).rejects.toThrow(/password/);
    await postgres.stop();
    expect(existsSync(join(dataDirectory, "postgres-owner"))).toBe(false);
  });
});
