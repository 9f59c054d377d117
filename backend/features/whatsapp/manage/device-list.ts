import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import type { DeviceStatus } from "../devices";
import type { GatewayName } from "../gateways/gateway";

/** A WhatsApp number as its showroom sees it; no secret is in here. */
export type DeviceView = {
  id: string;
  number: string;
  /** null: the installation's default. */
  gateway: GatewayName | null;
  status: DeviceStatus;
  lastSeenAt: Date | null;
  botEnabled: boolean;
  branchId: string | null;
  branchName: string | null;
  hasToken: boolean;
  hasWebhookSecret: boolean;
  conversations: number;
};

type Row = Omit<DeviceView, "conversations"> & { conversations: bigint };

/** Those whose messages come to this showroom, by number. */
export async function listDevices(ctx: Ctx): Promise<DeviceView[]> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => findDeviceViews(tx, ctx));
}

/** @throws NotFoundError also for a number that was given up. */
export async function getDevice(ctx: Ctx, deviceId: string): Promise<DeviceView> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => getDeviceView(tx, ctx, deviceId));
}

export async function getDeviceView(tx: Tx, ctx: Ctx, deviceId: string): Promise<DeviceView> {
  const device = (await findDeviceViews(tx, ctx)).find(({ id }) => id === deviceId);
  if (!device) throw new NotFoundError("device");
  return device;
}

/** A showroom has a handful of them: they are always read together. */
async function findDeviceViews(tx: Tx, ctx: Ctx): Promise<DeviceView[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.number, d.gateway::text AS gateway, d.status::text AS status, d.last_seen_at AS "lastSeenAt",
           d.bot_enabled AS "botEnabled", d.branch_id AS "branchId", b.name AS "branchName",
           d.token_encrypted IS NOT NULL AS "hasToken", d.webhook_secret_hash IS NOT NULL AS "hasWebhookSecret",
           (SELECT count(*) FROM conversations c WHERE c.tenant_id = d.tenant_id AND c.device_id = d.id) AS conversations
      FROM devices d
      JOIN device_routes r ON r.number = d.number AND r.tenant_id = d.tenant_id
      LEFT JOIN branches b ON b.tenant_id = d.tenant_id AND b.id = d.branch_id
     WHERE d.tenant_id = ${ctx.tenant.id}
     ORDER BY d.number`;
  return rows.map((row) => ({ ...row, conversations: Number(row.conversations) }));
}
