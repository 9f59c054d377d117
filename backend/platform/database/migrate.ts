import pg from "pg";
import { applyMigrations, migrationNames } from "./schema-engine";

/** Any number of instances may start at once: one migrates, the others wait for it. */
const MIGRATION_LOCK = 7_240_118;

/**
 * Brings a database up to date with prisma/migrations and returns what it applied. Writes Prisma's own history table,
 * so `prisma migrate deploy` stays valid where its engine can be downloaded. With nothing to do the engine is not loaded.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await appliedNames(client);
    if (migrationNames().every((name) => applied.has(name))) return [];
    return await applyMigrations(databaseUrl);
  } finally {
    await client.end();
  }
}

async function appliedNames(client: pg.Client): Promise<Set<string>> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (tables[0]?.found === null) return new Set();
  const { rows } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Set(rows.map((row) => row.name));
}
