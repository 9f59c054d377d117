import { sendMessage, staffConversation } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";

export type StaffNotice = {
  deviceId: string;
  text: string;
  /** The customer's conversation it speaks of, so that erasing that customer finds it. */
  about?: string | undefined;
};

/**
 * A message of the system to a member of staff, in their chat with that device. False when they cannot be reached: no
 * WhatsApp number, or not active.
 */
export async function notifyStaff(
  ctx: Ctx,
  { userId, deviceId, text, about }: StaffNotice & { userId: string },
): Promise<boolean> {
  return withTenant(ctx, async (tx) => {
    const here = joined(ctx, tx);
    const conversationId = await staffConversation(here, { userId, deviceId });
    if (!conversationId) return false;
    await sendMessage(here, { conversationId, text, sender: "system", about });
    return true;
  });
}

/** The same to every owner; to every admin when no owner can be reached. Returns the ids of the users told. */
export async function notifyOwners(ctx: Ctx, notice: StaffNotice): Promise<string[]> {
  return withTenant(ctx, async (tx) => {
    const told: string[] = [];
    for (const role of ["owner", "admin"] as const) {
      const users = await tx.user.findMany({
        where: { tenantId: ctx.tenant.id, role, status: "active" },
        orderBy: { id: "asc" },
        select: { id: true },
      });
      for (const { id } of users) {
        if (await notifyStaff(joined(ctx, tx), { ...notice, userId: id })) told.push(id);
      }
      if (told.length > 0) break;
    }
    return told;
  });
}
