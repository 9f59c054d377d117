import { SHOWROOM_PHONE, type Turn } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { customerLabel } from "./customer-label";
import { messageLine } from "./message-line";
import { notifyOwners, notifyStaff } from "./notify-staff";

/**
 * Forwards what a customer wrote to the person who has the conversation, as one message in their own chat with the same
 * device; to the owners when that person cannot be reached. The showroom's own phone has seen it already.
 */
export async function relayToHolder(ctx: Ctx, turn: Turn): Promise<void> {
  const { id, deviceId } = turn.conversation;
  await withTenant(ctx, async (tx) => {
    const conversation = await tx.conversation.findUnique({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
      select: { takenOverBy: true },
    });
    const holder = conversation?.takenOverBy;
    if (!holder || holder === SHOWROOM_PHONE) return;

    const here = joined(ctx, tx);
    const notice = { deviceId, text: relayText(turn), about: id };
    const isTold = await notifyStaff(here, { ...notice, userId: holder });
    if (!isTold) await notifyOwners(here, notice);
  });
}

function relayText({ conversation, messages }: Turn): string {
  const lines = messages.map(messageLine);
  return `💬 ${customerLabel(conversation)}:${lines.length > 1 ? "\n" : " "}${lines.join("\n")}`;
}
