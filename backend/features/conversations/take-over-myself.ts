import { SHOWROOM_PHONE } from "@/backend/features/whatsapp";
import type { Actor } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { ForbiddenError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { getCustomerConversation } from "./get-customer-conversation";
import { type ConversationInput, conversationSchema } from "./schemas";
import { type TakenOver, takeOver } from "./take-over";

/**
 * The person who asks answers this customer from now on. Sales take what the bot or the showroom's own phone has; what a
 * colleague has, the owner and admins take.
 * @throws NotFoundError, RuleError when a colleague has it, ForbiddenError
 */
export async function takeOverMyself(ctx: Ctx, input: ConversationInput): Promise<TakenOver> {
  const { conversationId } = parseInput(conversationSchema, input);
  const person = actingUser(ctx.actor);
  return withTenant(ctx, async (tx) => {
    const { takenOverBy } = await getCustomerConversation(tx, ctx, conversationId);
    await refuseColleagues(tx, ctx, takenOverBy);
    return takeOver(joined(ctx, tx), { conversationId, userId: person.userId, via: "dashboard" });
  });
}

/** The colleague who has the conversation is not talked over by sales. @throws RuleError */
export async function refuseColleagues(tx: Tx, ctx: Ctx, takenOverBy: string | null): Promise<void> {
  const { actor } = ctx;
  if (actor.type !== "user" || actor.role !== "sales") return;
  if (!takenOverBy || takenOverBy === SHOWROOM_PHONE || takenOverBy === actor.userId) return;
  const where = { tenantId_id: { tenantId: ctx.tenant.id, id: takenOverBy } };
  const holder = await tx.user.findUnique({ where, select: { name: true } });
  const name = holder?.name ?? "rekan Anda";
  throw new RuleError(`Chat ini sedang dipegang ${name}. Minta ${name} mengembalikannya, atau hubungi owner.`);
}

export function actingUser(actor: Actor): Extract<Actor, { type: "user" }> {
  if (actor.type !== "user") throw new ForbiddenError("only people answer customers");
  return actor;
}
