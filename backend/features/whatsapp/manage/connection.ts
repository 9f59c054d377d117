import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant, withTenantSql } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { NotFoundError } from "@/backend/platform/errors";
import { type Device, type DeviceStatus, findDevice, toGatewayDevice } from "../devices";
import type { GatewayName, SessionFailureKind, SessionResult, WhatsAppGateway } from "../gateways/gateway";
import { wakeLane } from "../lanes/lane-store";
import { runIn } from "../run-sql";
import { getDevice } from "./device-list";

export type ConnectionDeps = {
  encryption: Encryption;
  gateways: ReadonlyMap<GatewayName, WhatsAppGateway>;
  defaultGateway?: GatewayName;
};

export type DeviceConnection = {
  status: DeviceStatus;
  /** To be scanned with the phone: a "data:image/png…" address. */
  qrImage: string | null;
  /** Why the provider could not be asked, in Indonesian. */
  problem: string | null;
};

const TIMEOUT_MS = 15_000;
/** Providers count how often they are asked. */
const ASK_AGAIN_MS = 60_000;

/** Opens the session of a number: a QR to scan, or connected at once. Asked again, a fresh QR. */
export async function connectDevice(deps: ConnectionDeps, ctx: Ctx, deviceId: string): Promise<DeviceConnection> {
  return talk(deps, ctx, deviceId, (gateway) => gateway.connect);
}

/** Asks the provider whether the number is connected, at most once a minute. */
export async function getDeviceStatus(deps: ConnectionDeps, ctx: Ctx, deviceId: string): Promise<DeviceConnection> {
  const { status, lastSeenAt } = await getDevice(ctx, deviceId);
  const isFresh = lastSeenAt && ctx.clock.now().getTime() - lastSeenAt.getTime() < ASK_AGAIN_MS;
  if (isFresh && status === "connected") return { status, qrImage: null, problem: null };
  return talk(deps, ctx, deviceId, (gateway) => gateway.status);
}

/** Ends the session; what waits to be sent stays until the number is connected again. */
export async function disconnectDevice(deps: ConnectionDeps, ctx: Ctx, deviceId: string): Promise<DeviceConnection> {
  return talk(deps, ctx, deviceId, (gateway) => gateway.disconnect);
}

type Verb = (gateway: WhatsAppGateway) => WhatsAppGateway["connect"];

async function talk(deps: ConnectionDeps, ctx: Ctx, deviceId: string, verb: Verb): Promise<DeviceConnection> {
  requireRole(ctx.actor, "owner", "admin");
  const { id } = await getDevice(ctx, deviceId);
  const device = await withTenantSql(ctx, (sql) => findDevice(sql, id));
  if (!device) throw new NotFoundError("device");
  const name = device.gateway ?? deps.defaultGateway;
  const gateway = name && deps.gateways.get(name);
  if (!gateway) return { status: device.status, qrImage: null, problem: PROBLEMS.missing };
  const ask = verb(gateway)?.bind(gateway);
  if (!ask) return { status: device.status, qrImage: null, problem: null };

  const result = await ask(toGatewayDevice(device, deps.encryption), AbortSignal.timeout(TIMEOUT_MS));
  if (!result.ok) return { status: device.status, qrImage: null, problem: PROBLEMS[result.kind] };
  await keepStatus(ctx, device, result);
  return { status: result.status, qrImage: result.status === "qr" ? result.qrImage : null, problem: null };
}

/** Up: what waited in its outbox goes out now, and the site sends customers to it. */
async function keepStatus(ctx: Ctx, device: Device, { status }: Extract<SessionResult, { ok: true }>): Promise<void> {
  await withTenant(ctx, async (tx) => {
    const seen = status === "connected" ? { lastSeenAt: ctx.clock.now() } : {};
    await tx.device.update({
      where: { tenantId_id: { tenantId: device.tenantId, id: device.id } },
      data: { status, ...seen },
    });
    if (status === device.status) return;
    await recordEvent(tx, ctx, { type: `device.${status}`, data: { deviceId: device.id, number: device.number } });
    await bumpCatalogVersion(tx, ctx, "profile");
    if (status === "connected") {
      await wakeLane(runIn(tx), { tenantId: device.tenantId, kind: "device", subjectId: device.id });
    }
  });
  if (status === "connected") ctx.db.signals.send("lanes", "device");
  if (status !== device.status) ctx.db.signals.send("live", String(device.tenantId));
}

const PROBLEMS: Record<SessionFailureKind | "missing", string> = {
  auth: "Token ditolak penyedia. Salin lagi token perangkat ini dari dashboard Fonnte.",
  other_number: "Token ini milik nomor lain. Salin token dari perangkat dengan nomor yang sama.",
  unreachable: "Penyedia WhatsApp tidak menjawab. Coba lagi sebentar lagi.",
  rejected: "Penyedia WhatsApp menolak permintaan ini. Periksa perangkat di dashboard-nya.",
  missing: "Penyedia nomor ini tidak tersedia di server ini.",
};
