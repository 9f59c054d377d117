import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";
import { startChild } from "./child-process";
import { productionEnv } from "./server-env";

/** `folder` is for whatever else the measured servers keep; it goes with the database. */
export type BenchDatabase = { url: string; folder: string; stop(): Promise<void> };

/** A throw-away Postgres with the settings of the product (it syncs to disk), migrated and filled. */
export async function startBenchDatabase(fill: (client: pg.Client) => Promise<void>): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "autoleads-bench-"));
  // Postgres may run under another account, which has to get into the folder.
  chmodSync(folder, 0o755);
  const postgres = await startLocalPostgres({ dataDirectory: join(folder, "data") });
  const url = postgres.urlOf("postgres");
  const onSignal = () => void stop().then(() => process.exit(1));
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);

  async function stop(): Promise<void> {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await migrateInChild({ url, folder });
    const client = new pg.Client(url);
    await client.connect();
    await fill(client);
    await client.end();
    return { url, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function migrateInChild(database: Pick<BenchDatabase, "url" | "folder">): Promise<void> {
  const migrator = await startChild("migrator.ts", productionEnv(database, 0));
  await migrator.ask(z.array(z.string()), "migrate").finally(migrator.stop);
}
