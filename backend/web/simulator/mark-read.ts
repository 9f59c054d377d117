import { withTenantSql } from "@/backend/platform/database/with-tenant";
import { AppError } from "@/backend/platform/errors";
import type { SimulatorDeps } from "./deps";
import { getSimulatedDevice } from "./simulated-device";

/** Of one webhook call. */
const MOST_RECEIPTS = 500;

/** The blue ticks: tells the product that the phone has been looked at. Returns how many messages that was news for. */
export async function markRead(deps: SimulatorDeps, chat: { device: string; phone: string }): Promise<number> {
  const device = await getSimulatedDevice(deps.db, chat.device);
  const scope = { db: deps.db, tenant: { id: device.tenantId } };
  const unread = await withTenantSql(scope, async (sql) => {
    const { rows } = await sql.query<{ provider_id: string }>(
      `SELECT m.provider_id FROM messages m
         JOIN conversations c ON c.tenant_id = m.tenant_id AND c.id = m.conversation_id
        WHERE m.tenant_id = (SELECT app_tenant_id()) AND m.device_id = $1::uuid AND c.phone = $2
          AND m.direction = 'outbound' AND m.status IN ('sent', 'delivered') AND m.provider_id IS NOT NULL
        ORDER BY m.seq LIMIT ${MOST_RECEIPTS}`,
      [device.id, chat.phone],
    );
    return rows.map((row) => row.provider_id);
  });
  if (unread.length === 0) return 0;

  const receipts = unread.map((id) => ({ id, status: "read" }));
  const response = await deps.deliver({ device: device.number, receipts });
  if (!response.ok) throw new AppError("unavailable", `webhook answered ${response.status}`);
  return unread.length;
}
