import { answerQuestion, type CustomerQuestionView } from "@/backend/features/assistant";
import { sendMessage } from "@/backend/features/whatsapp";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import { joined, withTenant } from "@/backend/platform/database/with-tenant";
import { getCustomerConversation } from "./get-customer-conversation";
import { actingUser } from "./take-over-myself";

export type AnswerWaitingQuestionInput = {
  questionId: string;
  answer: string;
  /** Also what the assistant says from now on. */
  asFaq?: boolean | undefined;
  faqQuestion?: string | undefined;
  /** Goes to the customer who asked last. */
  sendToCustomer?: boolean | undefined;
};

export type AnsweredQuestion = {
  question: CustomerQuestionView;
  /** "unwanted": the customer asked for no messages. "nobody": their chat is gone. */
  told: "sent" | "unwanted" | "nobody" | "not_asked";
};

/**
 * The owner's answer to what the assistant did not know: kept, made an FAQ if wanted, and sent to the customer in a
 * person's name. The conversation stays with whoever has it: one answer is no takeover.
 * @throws NotFoundError, RuleError when it was answered meanwhile
 */
export async function answerWaitingQuestion(ctx: Ctx, input: AnswerWaitingQuestionInput): Promise<AnsweredQuestion> {
  requireRole(ctx.actor, "owner", "admin");
  const { userId } = actingUser(ctx.actor);
  const { sendToCustomer, ...answer } = input;
  return withTenant(ctx, async (tx) => {
    const here = joined(ctx, tx);
    const question = await answerQuestion(here, { ...answer, asFaq: answer.asFaq ?? false });
    const { conversationId } = question;
    if (!sendToCustomer) return { question, told: "not_asked" };
    if (!conversationId) return { question, told: "nobody" };
    const conversation = await getCustomerConversation(tx, ctx, conversationId).catch(() => null);
    if (!conversation) return { question, told: "nobody" };
    if (conversation.optedOutAt) return { question, told: "unwanted" };
    await sendMessage(here, { conversationId, text: question.answer ?? answer.answer, sender: "sales", userId });
    return { question, told: "sent" };
  });
}
