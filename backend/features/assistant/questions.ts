import { z } from "zod";
import { actorRecord, recordEvent } from "@/backend/features/audit";
import { normalizeText } from "@/backend/features/language";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { addFaq } from "./faqs";

export type QuestionReason = "unknown" | "low_confidence" | "model_blocked";

export type CustomerQuestionView = {
  id: string;
  text: string;
  reason: string;
  timesAsked: number;
  status: "open" | "answered" | "dismissed";
  conversationId: string | null;
  answer: string | null;
  createdAt: Date;
  lastAskedAt: Date;
};

/** Queues what the assistant could not answer; the same question asked again is counted, not queued twice. */
export async function recordQuestion(
  ctx: Ctx,
  input: { text: string; reason: QuestionReason; conversationId: string },
): Promise<void> {
  const text = input.text.replace(/\s+/g, " ").trim().slice(0, 500);
  const normalized = normalizeText(text)
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  if (!normalized) return;
  const now = ctx.clock.now();
  await withTenant(
    ctx,
    (tx) =>
      tx.$executeRaw`
      INSERT INTO customer_questions AS q (tenant_id, id, text, normalized, reason, conversation_id, created_at, last_asked_at)
      VALUES (${ctx.tenant.id}, ${Bun.randomUUIDv7()}::uuid, ${text}, ${normalized}, ${input.reason},
              ${input.conversationId}::uuid, ${now}, ${now})
      ON CONFLICT (tenant_id, normalized) WHERE status = 'open' DO UPDATE SET
        times_asked = q.times_asked + 1, last_asked_at = excluded.last_asked_at,
        conversation_id = excluded.conversation_id`,
  );
}

/** Those that wait for an answer, most asked first. */
export async function listOpenQuestions(ctx: Ctx, limit = 50): Promise<CustomerQuestionView[]> {
  requireRole(ctx.actor, "owner", "admin");
  const rows = await withTenant(ctx, (tx) =>
    tx.customerQuestion.findMany({
      where: { tenantId: ctx.tenant.id, status: "open" },
      orderBy: [{ timesAsked: "desc" }, { lastAskedAt: "desc" }],
      take: limit,
    }),
  );
  return rows.map(toView);
}

const answerSchema = z.object({
  questionId: z.uuid(),
  answer: z.string().trim().min(2, "Tulis jawabannya.").max(1_000, "Paling panjang 1.000 huruf."),
  /** Also answers everybody who asks it from now on. */
  asFaq: z.boolean().default(false),
  /** The question as the FAQ puts it; absent: as the customer did. */
  faqQuestion: z.string().trim().min(3).max(300).optional(),
});

/** The owner's answer: kept, and with `asFaq` what the assistant says from now on. Telling the customer is the caller's. */
export async function answerQuestion(ctx: Ctx, input: z.input<typeof answerSchema>): Promise<CustomerQuestionView> {
  requireRole(ctx.actor, "owner", "admin");
  const { questionId, answer, asFaq, faqQuestion } = parseInput(answerSchema, input);
  return withTenant(ctx, async (tx) => {
    const question = await openQuestion(tx, ctx, questionId);
    const faqId = asFaq ? await addFaq(tx, ctx, faqQuestion ?? question.text, answer) : null;
    const row = await tx.customerQuestion.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: questionId } },
      data: { status: "answered", answer, faqId, answeredAt: ctx.clock.now(), answeredBy: actorRecord(ctx.actor) },
    });
    await recordEvent(tx, ctx, { type: "question.answered", data: { questionId, faqId } });
    return toView(row);
  });
}

export async function dismissQuestion(ctx: Ctx, questionId: string): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  await withTenant(ctx, async (tx) => {
    await openQuestion(tx, ctx, questionId);
    await tx.customerQuestion.update({
      where: { tenantId_id: { tenantId: ctx.tenant.id, id: questionId } },
      data: { status: "dismissed", answeredAt: ctx.clock.now(), answeredBy: actorRecord(ctx.actor) },
    });
    await recordEvent(tx, ctx, { type: "question.dismissed", data: { questionId } });
  });
}

async function openQuestion(tx: Tx, ctx: Ctx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM customer_questions WHERE tenant_id = ${ctx.tenant.id} AND id = ${id}::uuid FOR UPDATE`;
  const row = await tx.customerQuestion.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } });
  if (!row) throw new NotFoundError("question");
  if (row.status !== "open") throw new RuleError("Pertanyaan ini sudah ditangani.");
  return row;
}

function toView(row: CustomerQuestionView & Record<string, unknown>): CustomerQuestionView {
  const { id, text, reason, timesAsked, status, conversationId, answer, createdAt, lastAskedAt } = row;
  return { id, text, reason, timesAsked, status, conversationId, answer, createdAt, lastAskedAt };
}
