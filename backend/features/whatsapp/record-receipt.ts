import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Device } from "./devices";
import type { InboundReceipt } from "./gateways/gateway";
import { rankSql } from "./message-status";

/** How long a receipt may come before the send call it is about has returned. */
const ORPHAN_HOURS = 24;

/**
 * Moves an outgoing message's status forward, never back. The first receipt binds our id to WhatsApp's; later ones may
 * carry only that. One that comes before the send returned is kept and replayed by `replayReceipts`.
 */
export async function recordReceipt(ctx: Ctx, device: Device, receipt: InboundReceipt): Promise<boolean> {
  const known = await withTenantSql(ctx, async (sql) => {
    if (await applyReceipt(sql, device, receipt)) return true;
    // The outcome of a send is written under the device's lane: once we have it, either its id is there or it will
    // find what we keep.
    await sql.query("SELECT 1 FROM lanes WHERE tenant_id = $1 AND kind = 'device' AND subject_id = $2 FOR UPDATE", [
      device.tenantId,
      device.id,
    ]);
    if (await applyReceipt(sql, device, receipt)) return true;
    await keepOrphan(sql, device, receipt);
    return false;
  });
  ctx.db.signals.send("live", String(device.tenantId));
  return known;
}

/** Applies the receipts that came for `providerId` before its send had returned. */
export async function replayReceipts(sql: Sql, device: Device, providerId: string): Promise<void> {
  const { rows } = await sql.query<{ state_id: string | null; status: InboundReceipt["status"] }>(
    `DELETE FROM orphan_receipts WHERE tenant_id = $1 AND device_id = $2 AND provider_id = $3
     RETURNING state_id, status::text`,
    [device.tenantId, device.id, providerId],
  );
  for (const row of rows) {
    await applyReceipt(sql, device, {
      type: "receipt",
      deviceNumber: device.number,
      providerId,
      stateId: row.state_id,
      status: row.status,
    });
  }
}

async function applyReceipt(sql: Sql, device: Device, receipt: InboundReceipt): Promise<boolean> {
  const moves = `${rankSql("$5")} > ${rankSql("status")}`;
  const { rowCount } = await sql.query({
    name: "receipt-apply",
    text: `UPDATE messages SET
             state_id = coalesce(state_id, $4),
             status = CASE WHEN ${moves} THEN $5::text::message_status ELSE status END,
             failure = CASE WHEN ${moves} THEN $6 ELSE failure END
           WHERE tenant_id = $1 AND device_id = $2 AND direction = 'outbound'
             AND (provider_id = $3 OR ($4::text IS NOT NULL AND state_id = $4))`,
    values: [device.tenantId, device.id, receipt.providerId, receipt.stateId, receipt.status, receipt.reason ?? null],
  });
  return rowCount !== 0;
}

/** One that names only WhatsApp's id belongs to the kept one that told both; without such it cannot be placed. */
async function keepOrphan(sql: Sql, device: Device, receipt: InboundReceipt): Promise<void> {
  await sql.query(
    `DELETE FROM orphan_receipts WHERE tenant_id = $1 AND created_at < now() - interval '${ORPHAN_HOURS} hours'`,
    [device.tenantId],
  );
  await sql.query(
    `INSERT INTO orphan_receipts (tenant_id, id, device_id, provider_id, state_id, status)
     SELECT $1, $2, $3, known.provider_id, $5, $6::message_status
       FROM (SELECT coalesce($4, (SELECT provider_id FROM orphan_receipts
                                   WHERE tenant_id = $1 AND device_id = $3 AND state_id = $5 LIMIT 1))) AS known(provider_id)
      WHERE known.provider_id IS NOT NULL`,
    [device.tenantId, Bun.randomUUIDv7(), device.id, receipt.providerId, receipt.stateId, receipt.status],
  );
}
