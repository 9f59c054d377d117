import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "@/backend/platform/database/migrate";
import { startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";

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
    await migrate(url);
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
