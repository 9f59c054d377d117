import type pg from "pg";
import { fillCatalog } from "./catalog-data";

export const DEVICE_COUNT = 20;

/** The catalogue of all showrooms; the first twenty have a simulated phone and one member of staff. */
export async function fillMessaging(client: pg.Client): Promise<void> {
  await fillCatalog(client);
  await client.query("UPDATE devices SET gateway = 'simulator' WHERE tenant_id <= $1", [DEVICE_COUNT]);
  await client.query(
    `INSERT INTO device_routes (number, tenant_id, device_id)
     SELECT number, tenant_id, id FROM devices WHERE tenant_id <= $1`,
    [DEVICE_COUNT],
  );
  await client.query(
    `INSERT INTO users (tenant_id, id, name, email, whatsapp_number, password_hash, role)
     SELECT t, uuidv7(), 'Pak Owner', 'owner@showroom-' || t || '.test', '62811' || lpad(t::text, 7, '0'), '-', 'owner'
       FROM generate_series(1, $1::int) t`,
    [DEVICE_COUNT],
  );
  await client.query("VACUUM ANALYZE");
}

/** Device and staff number of a showroom, as `fillMessaging` wrote them. */
export function deviceOf(tenant: number): string {
  return `628120${String(tenant).padStart(7, "0")}`;
}

export function staffOf(tenant: number): string {
  return `62811${String(tenant).padStart(7, "0")}`;
}
