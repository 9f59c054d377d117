import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";

/**
 * The chat of a member of staff with one device, made when they have never written to it. null for somebody who cannot
 * be reached: not active, or without a WhatsApp number.
 */
export async function staffConversation(
  ctx: Ctx,
  { userId, deviceId }: { userId: string; deviceId: string },
): Promise<string | null> {
  return withTenant(ctx, async (tx) => {
    const user = await tx.user.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: userId } } });
    if (user?.status !== "active" || !user.whatsappNumber) return null;

    const known = await tx.conversation.findFirst({
      where: {
        tenantId: ctx.tenant.id,
        deviceId,
        persona: "staff",
        OR: [{ userId }, { phone: user.whatsappNumber }, { chatId: user.whatsappNumber }],
      },
      orderBy: { lastMessageAt: "desc" },
      select: { id: true },
    });
    return known?.id ?? open(tx, ctx, { userId, deviceId, number: user.whatsappNumber, name: user.name });
  });
}

async function open(
  tx: Tx,
  ctx: Ctx,
  { userId, deviceId, number, name }: { userId: string; deviceId: string; number: string; name: string },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO conversations AS c (tenant_id, id, device_id, persona, chat_id, phone, user_id, name)
    VALUES (${ctx.tenant.id}, ${Bun.randomUUIDv7()}::uuid, ${deviceId}::uuid, 'staff', ${number}, ${number},
            ${userId}::uuid, ${name})
    ON CONFLICT (tenant_id, device_id, chat_id, persona) DO UPDATE SET user_id = excluded.user_id
    RETURNING id`;
  return rows[0]?.id ?? null;
}
