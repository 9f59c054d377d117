/**
 * `bun scripts/new-migration.ts <name>`: writes the SQL that leads from the committed prisma/schema to the edited one.
 * A new tenant table also needs `SELECT protect_tenant_table('name');`: tenant-isolation.test.ts tells when it is missing.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffToSchema, MIGRATIONS_DIRECTORY, schemaFiles } from "@/backend/platform/database/schema-engine";
import { startTestPostgres } from "@/backend/testing/test-postgres";

const name = process.argv[2];
if (!name) throw new Error("usage: bun scripts/new-migration.ts <name>");

const postgres = await startTestPostgres();
const committed = schemaFiles().map(({ path }) => ({ path, content: committedContent(path) }));
const sql = await diffToSchema(postgres.urlOf("postgres"), committed);
await postgres.stop();

if (sql) writeMigration(sql);
else console.log("prisma/schema is as committed: nothing to migrate.");

function committedContent(path: string): string {
  return Bun.spawnSync(["git", "show", `HEAD:prisma/schema/${path}`]).stdout.toString();
}

function writeMigration(script: string): void {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = join(MIGRATIONS_DIRECTORY, `${stamp}_${name}`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "migration.sql"), `${script}\n`);
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql`);
}
