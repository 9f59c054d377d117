import type { Database, Sql } from "@/backend/platform/database/database";
import { withSystem } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import type { GatewayDevice, GatewayName } from "./gateways/gateway";

export type DeviceStatus = "disconnected" | "qr" | "connecting" | "connected";

/** A registered WhatsApp number. `token` stays encrypted until a send needs it. */
export type Device = {
  tenantId: number;
  id: string;
  number: string;
  /** null: the installation's default. */
  gateway: GatewayName | null;
  tokenEncrypted: string | null;
  webhookSecretHash: string | null;
  status: DeviceStatus;
  botEnabled: boolean;
};

type DeviceRow = {
  tenant_id: number;
  id: string;
  number: string;
  gateway: GatewayName | null;
  token_encrypted: string | null;
  webhook_secret_hash: string | null;
  status: DeviceStatus;
  bot_enabled: boolean;
};

const DEVICE_SQL = `
  SELECT d.tenant_id, d.id, d.number, d.gateway::text, d.token_encrypted, d.webhook_secret_hash, d.status::text,
         d.bot_enabled
    FROM devices d`;

/** Device → tenant, the first step of every webhook. null for a number that is nobody's. */
export async function findDeviceByNumber(db: Database, number: string): Promise<Device | null> {
  const text = `${DEVICE_SQL} JOIN device_routes r ON r.tenant_id = d.tenant_id AND r.device_id = d.id
                 WHERE r.number = $1`;
  return withSystem(db, (sql) => queryDevice(sql, { name: "device-by-number", text, values: [number] }));
}

/** A device of the tenant the transaction is set to; null for one whose number was given up (`removeDevice`). */
export async function findDevice(sql: Sql, id: string): Promise<Device | null> {
  const text = `${DEVICE_SQL} JOIN device_routes r ON r.number = d.number AND r.tenant_id = d.tenant_id
                 WHERE d.tenant_id = (SELECT app_tenant_id()) AND d.id = $1::uuid`;
  return queryDevice(sql, { name: "device-by-id", text, values: [id] });
}

export function toGatewayDevice(device: Device, encryption: Encryption): GatewayDevice {
  const token = device.tokenEncrypted ? encryption.decrypt(device.tokenEncrypted) : null;
  return { number: device.number, token, apiUrl: null };
}

async function queryDevice(sql: Sql, query: { name: string; text: string; values: unknown[] }): Promise<Device | null> {
  const row = (await sql.query<DeviceRow>(query)).rows[0];
  if (!row) return null;
  return {
    tenantId: row.tenant_id,
    id: row.id,
    number: row.number,
    gateway: row.gateway,
    tokenEncrypted: row.token_encrypted,
    webhookSecretHash: row.webhook_secret_hash,
    status: row.status,
    botEnabled: row.bot_enabled,
  };
}
