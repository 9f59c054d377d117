import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type DeviceInput, deviceSchema } from "./schemas";

/** Whether the bot is on for the chats of a device. @throws NotFoundError, ForbiddenError */
export async function getDeviceBot(ctx: Ctx, input: DeviceInput): Promise<{ enabled: boolean }> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { deviceId } = parseInput(deviceSchema, input);
  return withTenant(ctx, async (tx) => {
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id: deviceId } };
    const device = await tx.device.findUnique({ where: key, select: { botEnabled: true } });
    if (!device) throw new NotFoundError("device");
    return { enabled: device.botEnabled };
  });
}
