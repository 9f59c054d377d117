import { expect, test } from "bun:test";
import pg from "pg";
import { createEmptyTestDatabase } from "@/backend/testing/test-postgres";
import { migrate } from "./migrate";
import { migrationNames } from "./schema-engine";

test("several databases are brought up to date by one process, each once, however many ask at once", async () => {
  for (let round = 0; round < 2; round++) {
    const { url, drop } = await createEmptyTestDatabase();
    const applied = await Promise.all([migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(migrationNames());
    expect(await migrate(url)).toEqual([]);

    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query("SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL");
    await client.end();
    expect(rows).toHaveLength(migrationNames().length);
    await drop();
  }
});
