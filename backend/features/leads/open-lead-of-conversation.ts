import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { leadInclude, visibleTo } from "./lead-store";
import { type LeadView, toLeadView } from "./lead-view";

/** The open lead of a customer's chat, else the last one that was closed in it; null when none is in this person's sight. */
export async function openLeadOfConversation(ctx: Ctx, conversationId: string): Promise<LeadView | null> {
  const visible = visibleTo(ctx);
  return withTenant(ctx, async (tx) => {
    const key = { tenantId_id: { tenantId: ctx.tenant.id, id: conversationId } };
    const conversation = await tx.conversation.findUnique({ where: key, select: { phone: true } });
    if (!conversation) return null;
    const { phone } = conversation;
    const open = phone ? await tx.lead.findFirst({ where: { AND: [{ openPhone: phone }, visible] }, include: leadInclude }) : null;
    if (open) return toLeadView(open);
    const last = await tx.lead.findFirst({
      where: { AND: [{ conversationId }, visible] },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      include: leadInclude,
    });
    return last && toLeadView(last);
  });
}
