import type { Database } from "@/backend/platform/database/database";
import { withSystem, withTenant } from "@/backend/platform/database/with-tenant";
import type { DemoShowroom } from "../seed-data/demo-showroom";

/** Showrooms that are not there, or of which only the name is because an earlier start was cut short. */
export async function missingShowrooms(db: Database, showrooms: readonly DemoShowroom[]): Promise<DemoShowroom[]> {
  const ids = await tenantIds(db, showrooms);
  const missing: DemoShowroom[] = [];
  for (const showroom of showrooms) {
    const id = ids.get(showroom.subdomain);
    if (!id || !(await hasPeople(db, id))) missing.push(showroom);
  }
  return missing;
}

/** Ids by subdomain of the showrooms that have a row. */
export async function tenantIds(db: Database, showrooms: readonly DemoShowroom[]): Promise<Map<string, number>> {
  const { rows } = await withSystem(db, (sql) =>
    sql.query<{ id: number; subdomain: string }>("SELECT id, subdomain FROM tenants WHERE subdomain = ANY($1)", [
      showrooms.map(({ subdomain }) => subdomain),
    ]),
  );
  return new Map(rows.map(({ id, subdomain }) => [subdomain, id]));
}

/** The bare row, as an operator creates it; everything else is written from inside the showroom. */
export async function claimTenant(db: Database, { name, subdomain }: DemoShowroom): Promise<number> {
  const { rows } = await withSystem(db, (sql) =>
    sql.query<{ id: number }>(
      `INSERT INTO tenants (name, slug, subdomain) VALUES ($1, $2, $2)
       ON CONFLICT (subdomain) DO UPDATE SET name = excluded.name RETURNING id`,
      [name, subdomain],
    ),
  );
  const id = rows[0]?.id;
  if (!id) throw new Error(`showroom ${subdomain} was not created`);
  return id;
}

async function hasPeople(db: Database, tenantId: number): Promise<boolean> {
  return withTenant({ db, tenant: { id: tenantId } }, async (tx) => (await tx.user.count()) > 0);
}
