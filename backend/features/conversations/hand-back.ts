import { endTakeover, type LockedConversation, SHOWROOM_PHONE, sendMessage } from "@/backend/features/whatsapp";
import { type Actor, requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { afterCommit, joined, withTenant } from "@/backend/platform/database/with-tenant";
import { RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { customerLabel } from "./customer-label";
import { getCustomerConversation } from "./get-customer-conversation";
import { notifyStaff } from "./notify-staff";
import { type HandBackInput, handBackSchema } from "./schemas";

export type HandedBack = { wasTakenOver: boolean };

/**
 * Gives a conversation back to the bot, which answers what the customer writes from then on; nothing happens when the
 * bot has it. Sales give back what they hold themselves or was held by the showroom's own phone.
 * @throws NotFoundError, RuleError when a colleague holds it
 */
export async function handBack(ctx: Ctx, input: HandBackInput): Promise<HandedBack> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const { conversationId, by, announcement } = parseInput(handBackSchema, input);

  return withTenant(ctx, async (tx) => {
    const conversation = await getCustomerConversation(tx, ctx, conversationId);
    requireOwnStretch(ctx.actor, conversation);
    const wasTakenOver = await endTakeover(tx, ctx, conversation, by);
    if (!wasTakenOver) return { wasTakenOver };

    const here = joined(ctx, tx);
    if (announcement && !conversation.optedOutAt)
      await sendMessage(here, { conversationId, text: announcement, sender: "system" });
    await tellHolder(here, conversation);
    afterCommit(tx, () => ctx.db.signals.send("live", String(ctx.tenant.id)));
    return { wasTakenOver };
  });
}

function requireOwnStretch(actor: Actor, { takenOverBy }: LockedConversation): void {
  if (actor.type !== "user" || actor.role !== "sales") return;
  if (!takenOverBy || takenOverBy === SHOWROOM_PHONE || takenOverBy === actor.userId) return;
  throw new RuleError("Chat ini dipegang rekan Anda. Hanya dia atau owner yang bisa mengembalikannya ke bot.");
}

/** Whoever had the conversation and did not give it back themselves gets no more of its messages: that is said. */
async function tellHolder(ctx: Ctx, conversation: LockedConversation): Promise<void> {
  const { id: about, deviceId, takenOverBy: holder } = conversation;
  const isThemselves = ctx.actor.type === "user" && ctx.actor.userId === holder;
  if (!holder || holder === SHOWROOM_PHONE || isThemselves) return;
  const text = `Chat ${customerLabel(conversation)} sudah kembali dijawab bot.`;
  await notifyStaff(ctx, { userId: holder, deviceId, text, about });
}
