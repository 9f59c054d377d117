import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { getDeviceView } from "./device-list";
import { makeWebhookSecret, needsWebhookSecret, webhookPath } from "./webhook-secret";

/** A new webhook address, told once; the former one is refused from the commit on. */
export async function renewWebhookSecret(ctx: Ctx, deviceId: string): Promise<{ webhookPath: string }> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, async (tx) => {
    const { id, gateway } = await getDeviceView(tx, ctx, deviceId);
    if (!gateway || !needsWebhookSecret(gateway))
      throw new RuleError("Nomor ini tidak memakai alamat webhook sendiri.");
    const { secret, hash } = makeWebhookSecret();
    await tx.device.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      data: { webhookSecretHash: hash },
    });
    await recordEvent(tx, ctx, { type: "device.secret_renewed", data: { deviceId: id } });
    return { webhookPath: webhookPath(gateway, secret) };
  });
}
