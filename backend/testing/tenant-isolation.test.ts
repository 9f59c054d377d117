import { describe, expect, test } from "bun:test";
import pg from "pg";
import { diffToSchema } from "@/backend/platform/database/schema-engine";
import { withSystem, withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import { createTenant, openTestDatabase, testCtx } from "./test-database";
import { createEmptyTestDatabase } from "./test-postgres";

const db = await openTestDatabase();
const [first, second] = [await createTenant(db), await createTenant(db)];

/** Tables that are not one tenant's, each with its reason. A new table is a tenant table unless it is added here. */
const GLOBAL_TABLES = new Map([
  ["tenants", "its id is the tenant; has policies of its own"],
  ["unrouted_webhooks", "what arrived for no tenant"],
  ["_prisma_migrations", "Prisma's history"],
]);

/** A WhatsApp number belongs to one tenant of all: the route table is keyed by it and has tenant_id beside it. */
const GLOBALLY_KEYED_TABLES = new Set(["device_routes"]);

async function tenantTables(): Promise<string[]> {
  const { rows } = await db.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace",
  );
  return rows.map((row) => row.name).filter((name) => !GLOBAL_TABLES.has(name));
}

describe("the catalogue proves the walls for every table, those of tomorrow too", () => {
  test("every tenant table forces row-level security with a policy for reading and writing", async () => {
    const { rows } = await db.pool.query<{ name: string }>(`
      SELECT c.relname AS name FROM pg_class c
       WHERE c.relrowsecurity AND c.relforcerowsecurity
         AND EXISTS (SELECT 1 FROM pg_policy p
                      WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polroles = ARRAY['autoleads_app'::regrole::oid]
                        AND pg_get_expr(p.polqual, p.polrelid) ~ '^\\(tenant_id = .*app_tenant_id'
                        AND pg_get_expr(p.polwithcheck, p.polrelid) ~ '^\\(tenant_id = .*app_tenant_id')`);
    const walled = new Set(rows.map((row) => row.name));
    expect((await tenantTables()).filter((name) => !walled.has(name))).toEqual([]);
  });

  test("every primary, unique and foreign key of a tenant table starts with tenant_id", async () => {
    const { rows } = await db.pool.query<{ name: string; index: string }>(`
      SELECT c.relname AS name, i.relname AS index FROM pg_index x
        JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
        LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = x.indkey[0]
       WHERE x.indisunique AND c.relnamespace = 'public'::regnamespace AND a.attname IS DISTINCT FROM 'tenant_id'
      UNION ALL
      SELECT c.relname, k.conname FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND a.attname <> 'tenant_id'`);
    const wrong = rows.filter(({ name }) => !GLOBAL_TABLES.has(name) && !GLOBALLY_KEYED_TABLES.has(name));
    expect(wrong).toEqual([]);
  });

  test("prisma/schema and the migrations make the same tables, columns, keys and indexes", async () => {
    const migrated = await describeDatabase(db.pool);
    const fromSchema = await createEmptyTestDatabase();
    const other = new pg.Pool({ connectionString: fromSchema.url });
    try {
      await other.query(await diffToSchema(fromSchema.url, null));
      expect(await describeDatabase(other)).toEqual(migrated);
    } finally {
      await other.end();
      await fromSchema.drop();
    }
  });
});

async function describeDatabase(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
    UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    UNION SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
           WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
    UNION SELECT format('%s %s', enumtypid::regtype, enumlabel) FROM pg_enum JOIN pg_type t ON t.oid = enumtypid
           WHERE t.typnamespace = 'public'::regnamespace
    ORDER BY 1`);
  return rows.map((row) => row.line);
}

describe("a unit of work sees one tenant", () => {
  test("a query that forgets the tenant still finds only its own rows", async () => {
    await withTenant(testCtx(db, first), (tx) => tx.branch.create({ data: { tenantId: first.id, name: "Pusat" } }));

    expect(await withTenant(testCtx(db, first), (tx) => tx.branch.count())).toBe(1);
    expect(await withTenant(testCtx(db, second), (tx) => tx.branch.count())).toBe(0);
    const counted = await withTenantSql(testCtx(db, second), (sql) => sql.query("SELECT 1 FROM branches"));
    expect(counted.rowCount).toBe(0);
  });

  test("a row of another tenant cannot be written, moved or deleted", async () => {
    const asSecond = testCtx(db, second);
    const write = withTenant(asSecond, (tx) => tx.branch.create({ data: { tenantId: first.id, name: "X" } }));
    await expect(write).rejects.toThrow(/row-level security/);
    expect(await withTenant(asSecond, async (tx) => (await tx.branch.deleteMany({})).count)).toBe(0);
    const moved = withTenant(testCtx(db, first), (tx) => tx.branch.updateMany({ data: { tenantId: second.id } }));
    await expect(moved).rejects.toThrow(/row-level security/);
  });

  test("without a tenant the application role sees no row, also after a tenant was set on the connection", async () => {
    const client = await db.pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL app.tenant_id = '${first.id}'; COMMIT`);
      await client.query("BEGIN; SET LOCAL ROLE autoleads_app");
      expect((await client.query("SELECT 1 FROM branches")).rowCount).toBe(0);
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });

  test("a failed unit of work leaves no tenant and no role behind on its connection", async () => {
    await expect(withTenant(testCtx(db, first), () => Promise.reject(new Error("boom")))).rejects.toThrow("boom");
    const { rows } = await db.pool.query(
      "SELECT current_user = session_user AS plain, coalesce(current_setting('app.tenant_id', true), '') AS tenant",
    );
    expect(rows).toEqual([{ plain: true, tenant: "" }]);
  });

  test("only an integer becomes a tenant id", async () => {
    for (const id of [0, -1, 1.5, Number.NaN]) {
      await expect(withTenant({ db, tenant: { id } }, async () => 1)).rejects.toThrow(TypeError);
    }
  });

  test("the system role reads routing tables and no business table", async () => {
    await withSystem(db, (sql) => sql.query("SELECT 1 FROM tenants, devices, lanes"));
    for (const table of ["cars", "messages", "leads", "users", "events"]) {
      await expect(withSystem(db, (sql) => sql.query(`SELECT 1 FROM ${table}`))).rejects.toThrow(/permission denied/);
    }
  });
});
