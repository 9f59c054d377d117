import type { Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { normalizePhone } from "@/backend/platform/phone";

export type CustomerConversation = {
  id: string;
  deviceId: string;
  deviceNumber: string;
  name: string;
  phone: string | null;
  /** The bot answers when it is on here and for the device, and nobody has the conversation. */
  botEnabled: boolean;
  deviceBotEnabled: boolean;
  isTakenOver: boolean;
  /** The user who has it; null while nobody has, or the showroom's own phone. */
  holder: { userId: string; name: string } | null;
  lastMessageAt: Date;
};

export type CustomerConversationQuery = {
  conversationId?: string | undefined;
  /** Any spelling; part of a number will do. */
  phone?: string | undefined;
  /** Part of the name. */
  name?: string | undefined;
  /** User who has it. */
  heldBy?: string | undefined;
  takenOver?: boolean | undefined;
  deviceId?: string | undefined;
};

const MOST_FOUND = 9;

/** Customers' conversations of the tenant for staff to choose from, latest first, nine at most. @throws ForbiddenError */
export async function findCustomerConversations(
  ctx: Ctx,
  query: CustomerConversationQuery,
): Promise<CustomerConversation[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  return withTenant(ctx, async (tx) => {
    const rows = await tx.conversation.findMany({
      where: whereOf(ctx, query),
      include: {
        device: { select: { number: true, botEnabled: true } },
        takeovers: { where: { endedAt: null }, select: { user: { select: { id: true, name: true } } } },
      },
      orderBy: { lastMessageAt: "desc" },
      take: MOST_FOUND,
    });
    return rows.map((row) => {
      const holder = row.takeovers[0]?.user;
      return {
        id: row.id,
        deviceId: row.deviceId,
        deviceNumber: row.device.number,
        name: row.name,
        phone: row.phone,
        botEnabled: row.botEnabled,
        deviceBotEnabled: row.device.botEnabled,
        isTakenOver: row.takenOverAt !== null,
        holder: holder ? { userId: holder.id, name: holder.name } : null,
        lastMessageAt: row.lastMessageAt,
      };
    });
  });
}

function whereOf(ctx: Ctx, query: CustomerConversationQuery): Prisma.ConversationWhereInput {
  const { conversationId, phone, name, heldBy, takenOver, deviceId } = query;
  return {
    tenantId: ctx.tenant.id,
    persona: "customer",
    erasedAt: null,
    ...(conversationId && { id: conversationId }),
    ...(phone && { phone: phoneFilter(phone) }),
    ...(name && { name: { contains: name, mode: "insensitive" as const } }),
    ...(heldBy && { takenOverBy: heldBy }),
    ...(takenOver !== undefined && { takenOverAt: takenOver ? { not: null } : null }),
    ...(deviceId && { deviceId }),
  };
}

function phoneFilter(text: string): Prisma.StringNullableFilter | string {
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return normalizePhone(text) ?? { contains: digits || text };
}
