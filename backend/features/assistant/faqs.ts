import { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { AppError, NotFoundError, RuleError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";

/** In the order of `position`, which only says what comes before what. */
export type FaqView = { id: string; question: string; answer: string; position: number };

const MOST_FAQS = 200;

export const faqInput = z.object({
  question: z
    .string("Tulis pertanyaannya.")
    .trim()
    .min(3, "Tulis pertanyaannya.")
    .max(300, "Paling panjang 300 huruf."),
  answer: z.string("Tulis jawabannya.").trim().min(2, "Tulis jawabannya.").max(1_000, "Paling panjang 1.000 huruf."),
});
type FaqInput = z.input<typeof faqInput>;

export async function listFaqs(ctx: Ctx): Promise<FaqView[]> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => findFaqs(tx, ctx));
}

export async function getFaq(ctx: Ctx, faqId: string): Promise<FaqView> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, (tx) => getFaqRow(tx, ctx, faqId));
}

/** The assistant answers with it from the commit on. */
export async function createFaq(ctx: Ctx, input: FaqInput): Promise<FaqView> {
  requireRole(ctx.actor, "owner", "admin");
  const { question, answer } = parseInput(faqInput, input);
  return withTenant(ctx, async (tx) => {
    const faqId = await addFaq(tx, ctx, question, answer);
    await recordEvent(tx, ctx, { type: "faq.created", data: { faqId, question } });
    return getFaqRow(tx, ctx, faqId);
  });
}

export async function updateFaq(ctx: Ctx, faqId: string, input: FaqInput): Promise<FaqView> {
  requireRole(ctx.actor, "owner", "admin");
  const data = parseInput(faqInput, input);
  return withTenant(ctx, async (tx) => {
    const before = await getFaqRow(tx, ctx, faqId);
    await tx.faq.update({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: faqId } }, data });
    await recordEvent(tx, ctx, { type: "faq.changed", data: { faqId, before, after: data } });
    return { ...before, ...data };
  });
}

export async function deleteFaq(ctx: Ctx, faqId: string): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  await withTenant(ctx, async (tx) => {
    const before = await getFaqRow(tx, ctx, faqId);
    await tx.faq.delete({ where: { tenantId_id: { tenantId: ctx.tenant.id, id: faqId } } });
    await recordEvent(tx, ctx, { type: "faq.deleted", data: { faqId, before } });
  });
}

/** One place up or down; at the end it stays where it is. */
export async function moveFaq(ctx: Ctx, faqId: string, direction: "up" | "down"): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  await withTenant(ctx, async (tx) => {
    await getFaqRow(tx, ctx, faqId);
    const ids = (await findFaqs(tx, ctx)).map(({ id }) => id);
    const from = ids.indexOf(faqId);
    const to = Math.max(0, Math.min(ids.length - 1, from + (direction === "up" ? -1 : 1)));
    ids.splice(to, 0, ...ids.splice(from, 1));
    await writeOrder(tx, ctx, ids);
  });
}

/** All of them in their new order. @throws AppError "conflict" when the list has changed meanwhile. */
export async function orderFaqs(ctx: Ctx, faqIds: readonly string[]): Promise<FaqView[]> {
  requireRole(ctx.actor, "owner", "admin");
  return withTenant(ctx, async (tx) => {
    const known = (await findFaqs(tx, ctx)).map(({ id }) => id).sort();
    const isSame = JSON.stringify(known) === JSON.stringify([...faqIds].sort());
    if (!isSame) throw new AppError("conflict", "the list of FAQs has changed");
    await writeOrder(tx, ctx, faqIds);
    return findFaqs(tx, ctx);
  });
}

/** At the end of the list, in the caller's transaction. Returns its id. */
export async function addFaq(tx: Tx, ctx: Ctx, question: string, answer: string): Promise<string> {
  const known = await tx.faq.aggregate({ where: { tenantId: ctx.tenant.id }, _max: { position: true }, _count: true });
  if (known._count >= MOST_FAQS) throw new RuleError(`FAQ paling banyak ${MOST_FAQS}. Hapus yang tidak terpakai dulu.`);
  const position = (known._max.position ?? -1) + 1;
  const { id } = await tx.faq.create({ data: { tenantId: ctx.tenant.id, question, answer, position } });
  return id;
}

async function findFaqs(tx: Tx, ctx: Ctx): Promise<FaqView[]> {
  return tx.faq.findMany({
    where: { tenantId: ctx.tenant.id },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, question: true, answer: true, position: true },
  });
}

async function getFaqRow(tx: Tx, ctx: Ctx, id: string): Promise<FaqView> {
  const isId = z.uuid().safeParse(id).success;
  const faq = isId && (await tx.faq.findUnique({ where: { tenantId_id: { tenantId: ctx.tenant.id, id } } }));
  if (!faq) throw new NotFoundError("faq");
  return { id, question: faq.question, answer: faq.answer, position: faq.position };
}

async function writeOrder(tx: Tx, ctx: Ctx, ids: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE faqs SET position = o.position - 1
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS o (id, position)
     WHERE faqs.tenant_id = ${ctx.tenant.id} AND faqs.id = o.id`;
  await recordEvent(tx, ctx, { type: "faq.ordered" });
}
