import type { Database } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";

export type SimulatedDevice = { tenantId: number; id: string; number: string };

/** @throws NotFoundError when the number is nobody's, or its device is on a real gateway. */
export async function getSimulatedDevice(db: Database, number: string): Promise<SimulatedDevice> {
  const row = await withSystem(db, async (sql) => {
    const { rows } = await sql.query<{ tenant_id: number; id: string }>(
      `SELECT d.tenant_id, d.id FROM device_routes r
         JOIN devices d ON d.tenant_id = r.tenant_id AND d.id = r.device_id
        WHERE r.number = $1 AND d.gateway = 'simulator'`,
      [number],
    );
    return rows[0];
  });
  if (!row) throw new NotFoundError("device", { userMessage: "Nomor showroom ini tidak ada di simulator." });
  return { tenantId: row.tenant_id, id: row.id, number };
}
