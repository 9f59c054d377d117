import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";

const SCHEMA_DIRECTORY = resolve(import.meta.dir, "../../../prisma/schema");
export const MIGRATIONS_DIRECTORY = resolve(import.meta.dir, "../../../prisma/migrations");
const NO_FILTER = { externalTables: [], externalEnums: [] };

/** The stock adapter cuts scripts at every semicolon, also those inside function bodies; Postgres takes them whole. */
class WholeScriptPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** Prisma's own schema engine as WebAssembly: works where its native binary cannot be downloaded. */
async function withEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const wasm = await loadWebAssembly();
  const datamodels = schemaFiles().map(({ path, content }): [string, string] => [path, content]);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptPg(pool));
    return await work(await wasm.SchemaEngine.new({ datamodels }, () => undefined, adapter));
  } finally {
    await pool.end();
  }
}

let loaded: ReturnType<typeof bindWebAssembly> | null = null;

/** Once per process: binding a second instance under the same module leaves the first one's promises hanging. */
function loadWebAssembly(): ReturnType<typeof bindWebAssembly> {
  loaded ??= bindWebAssembly();
  return loaded;
}

/** The package's own entry relies on ES-module imports of .wasm, which Bun resolves to a path: bind it by hand. */
async function bindWebAssembly() {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/js$/, "wasm");
  const { instance } = await WebAssembly.instantiate(await Bun.file(file).arrayBuffer(), {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}

export async function applyMigrations(databaseUrl: string): Promise<string[]> {
  const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList: migrationList(), filters: NO_FILTER }),
  );
  return appliedMigrationNames;
}

/**
 * SQL that leads from one Prisma schema (file name → content; null = an empty database) to prisma/schema as it stands;
 * "" when they say the same. Policies, roles and functions are not in Prisma's language.
 */
export async function diffToSchema(databaseUrl: string, before: SchemaContainer[] | null): Promise<string> {
  const { stdout } = await withEngine(databaseUrl, (engine) =>
    engine.diff({
      from: before ? { tag: "schemaDatamodel", files: before } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  const script = (stdout ?? "").trim();
  return script.startsWith("-- This is an empty migration") ? "" : script;
}

export function migrationNames(): string[] {
  return readdirSync(MIGRATIONS_DIRECTORY, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function migrationList(): MigrationList {
  return {
    baseDir: MIGRATIONS_DIRECTORY,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(MIGRATIONS_DIRECTORY, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

export function schemaFiles(): SchemaContainer[] {
  return readdirSync(SCHEMA_DIRECTORY)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(SCHEMA_DIRECTORY, name), "utf8") }));
}
