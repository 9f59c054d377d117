import { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { bumpCatalogVersion } from "@/backend/features/tenants";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Encryption } from "@/backend/platform/encryption";
import { ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { normalizePhone } from "@/backend/platform/phone";
import type { GatewayName, WhatsAppGateway } from "../gateways/gateway";
import { type DeviceView, getDeviceView } from "./device-list";
import { dropQueued } from "./drop-queued";
import { makeWebhookSecret, needsWebhookSecret, webhookPath } from "./webhook-secret";

export type AddDeviceDeps = { encryption: Encryption; gateways: ReadonlyMap<GatewayName, WhatsAppGateway> };

/** `webhookPath` is told once and never again: only a hash of it is kept. null where none is needed. */
export type AddedDevice = { device: DeviceView; webhookPath: string | null };

export const addDeviceSchema = z.object({
  number: z.string("Isi nomor WhatsApp-nya.").transform((text, issues) => {
    const number = normalizePhone(text);
    if (number) return number;
    issues.addIssue({ code: "custom", message: "Nomor ini tidak bisa dibaca. Contoh: 0812-3456-7890." });
    return z.NEVER;
  }),
  gateway: z.enum(["simulator", "fonnte"], "Pilih penyedia WhatsApp."),
  /** Of the device, from the provider's dashboard. */
  token: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{0,200}$/, "Token hanya berisi huruf, angka, dan tanda baca, tanpa spasi.")
    .optional(),
  branchId: z.uuid("Pilih cabang.").nullish(),
});
export type AddDeviceInput = z.input<typeof addDeviceSchema>;

const MOST_DEVICES = 50;

/** Messages to this number come to this showroom from now on. A number of another showroom is refused. */
export async function addDevice(deps: AddDeviceDeps, ctx: Ctx, input: AddDeviceInput): Promise<AddedDevice> {
  requireRole(ctx.actor, "owner", "admin");
  const { number, gateway, token, branchId = null } = parseInput(addDeviceSchema, input);
  if (!deps.gateways.has(gateway)) throw new ValidationError({ gateway: "Penyedia ini tidak tersedia di sini." });
  if (gateway === "fonnte" && !token)
    throw new ValidationError({ token: "Salin token perangkat dari dashboard Fonnte." });
  const secret = needsWebhookSecret(gateway) ? makeWebhookSecret() : null;

  return withTenant(ctx, async (tx) => {
    if (branchId) await requireBranch(tx, ctx, branchId);
    const settings = {
      gateway,
      tokenEncrypted: token ? deps.encryption.encrypt(token) : null,
      webhookSecretHash: secret?.hash ?? null,
      status: "disconnected" as const,
      botEnabled: true,
      branchId,
    };
    const key = { tenantId: ctx.tenant.id, number };
    await refuseTooMany(tx, ctx);
    // The row of a number that was given up is still there, with its conversations.
    const known = await tx.device.findUnique({ where: { tenantId_number: key } });
    const { id } = known ?? (await tx.device.create({ data: { ...key, ...settings } }));
    await claimNumber(tx, ctx, number, id);
    if (known) {
      await dropQueued(tx, ctx, id);
      await tx.device.update({ where: { tenantId_number: key }, data: settings });
    }
    await bumpCatalogVersion(tx, ctx, "profile");
    await recordEvent(tx, ctx, { type: "device.added", data: { deviceId: id, number, gateway } });
    const path = secret ? webhookPath(gateway, secret.secret) : null;
    return { device: await getDeviceView(tx, ctx, id), webhookPath: path };
  });
}

/** One number, one showroom. Whose it is already is nobody's business. */
async function claimNumber(tx: Tx, ctx: Ctx, number: string, deviceId: string): Promise<void> {
  const own = await tx.deviceRoute.findUnique({ where: { number } });
  if (own) throw new ValidationError({ number: "Nomor ini sudah ada di daftar Anda." });
  const claimed = await tx.$executeRaw`
    INSERT INTO device_routes (number, tenant_id, device_id) VALUES (${number}, ${ctx.tenant.id}, ${deviceId}::uuid)
    ON CONFLICT DO NOTHING`;
  if (claimed > 0) return;
  throw new ValidationError({
    number: "Nomor ini sudah dipakai di AutoLeads. Kalau ini memang nomor Anda, hubungi kami.",
  });
}

async function requireBranch(tx: Tx, ctx: Ctx, id: string): Promise<void> {
  const branch = await tx.branch.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } });
  if (!branch) throw new ValidationError({ branchId: "Cabang ini tidak ada." });
}

async function refuseTooMany(tx: Tx, ctx: Ctx): Promise<void> {
  const count = await tx.deviceRoute.count({ where: { tenantId: ctx.tenant.id } });
  if (count >= MOST_DEVICES) throw new ValidationError({ number: `Paling banyak ${MOST_DEVICES} nomor.` });
}
