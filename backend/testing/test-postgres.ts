import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { openDatabase } from "@/backend/platform/database/database";
import { migrate } from "@/backend/platform/database/migrate";
import { MIGRATIONS_DIRECTORY, migrationNames } from "@/backend/platform/database/schema-engine";
import { type LocalPostgres, startLocalPostgres } from "@/backend/platform/local-postgres/local-postgres";

const TEMPLATE_LOCK = 7_240_119;

/**
 * The throw-away Postgres all test files of a run share. The first process to ask starts it, the others join it;
 * `bun run test` starts it before and stops it after the run.
 */
export function startTestPostgres(): Promise<LocalPostgres> {
  const repository = createHash("sha256")
    .update(resolve(import.meta.dir))
    .digest("hex")
    .slice(0, 8);
  const dataDirectory = join(tmpdir(), `autoleads-test-${process.getuid?.() ?? 0}-${repository}`);
  return startLocalPostgres({ dataDirectory, ephemeral: true, maxConnections: 300 });
}

export type TestDatabase = { url: string; drop(): Promise<void> };

/** A database of its own for a test file: a copy of a migrated template. */
export function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(ensureTemplate);
}

export function createEmptyTestDatabase(): Promise<TestDatabase> {
  return createDatabase(async () => "template1");
}

async function createDatabase(chooseTemplate: typeof ensureTemplate): Promise<TestDatabase> {
  const postgres = await startTestPostgres();
  const admin = new pg.Client(postgres.urlOf("postgres"));
  await admin.connect();
  const template = await chooseTemplate(admin, postgres);
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await admin.end();

  return {
    url: postgres.urlOf(name),
    drop: async () => {
      const client = new pg.Client(postgres.urlOf("postgres"));
      await client.connect();
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await client.end();
    },
  };
}

async function ensureTemplate(admin: pg.Client, postgres: LocalPostgres): Promise<string> {
  const hash = createHash("sha256");
  for (const name of migrationNames()) hash.update(readFileSync(join(MIGRATIONS_DIRECTORY, name, "migration.sql")));
  const template = `template_${hash.digest("hex").slice(0, 16)}`;

  await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rowCount) return template;
    const building = `${template}_building`;
    await admin.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${building}`);
    await migrate(postgres.urlOf(building));
    await (await openDatabase({ url: postgres.urlOf(building), poolSize: 2 })).close();
    await admin.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
    return template;
  } finally {
    await admin.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}
