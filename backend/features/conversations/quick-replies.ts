import type { z } from "zod";
import { recordEvent } from "@/backend/features/audit";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError, RuleError, ValidationError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { type QuickReplyInput, quickReplyIdSchema, quickReplySchema } from "./schemas";

export type QuickReplyView = { id: string; shortcut: string; text: string };

const MOST_REPLIES = 100;

/** What the team says often, by shortcut. */
export async function listQuickReplies(ctx: Ctx): Promise<QuickReplyView[]> {
  requireRole(ctx.actor, "owner", "admin", "sales");
  const where = { tenantId: ctx.tenant.id };
  return withTenant(ctx, (tx) =>
    tx.quickReply.findMany({ where, orderBy: { shortcut: "asc" }, select: { id: true, shortcut: true, text: true } }),
  );
}

/** @throws ValidationError when the shortcut is taken */
export async function addQuickReply(ctx: Ctx, input: QuickReplyInput): Promise<QuickReplyView> {
  requireRole(ctx.actor, "owner", "admin");
  const reply = parseInput(quickReplySchema, input);
  return withTenant(ctx, async (tx) => {
    if ((await tx.quickReply.count({ where: { tenantId: ctx.tenant.id } })) >= MOST_REPLIES)
      throw new RuleError(`Balasan cepat paling banyak ${MOST_REPLIES}.`);
    await refuseTaken(tx, ctx, reply.shortcut, null);
    const { id } = await tx.quickReply.create({ data: { tenantId: ctx.tenant.id, ...reply } });
    await recordEvent(tx, ctx, { type: "quick_reply.added", data: { id, shortcut: reply.shortcut } });
    return { id, ...reply };
  });
}

export async function editQuickReply(
  ctx: Ctx,
  input: QuickReplyInput & z.input<typeof quickReplyIdSchema>,
): Promise<QuickReplyView> {
  requireRole(ctx.actor, "owner", "admin");
  const { id, ...reply } = parseInput(quickReplySchema.extend(quickReplyIdSchema.shape), input);
  return withTenant(ctx, async (tx) => {
    await refuseTaken(tx, ctx, reply.shortcut, id);
    const { count } = await tx.quickReply.updateMany({ where: { tenantId: ctx.tenant.id, id }, data: reply });
    if (count === 0) throw new NotFoundError("quick reply");
    await recordEvent(tx, ctx, { type: "quick_reply.edited", data: { id, shortcut: reply.shortcut } });
    return { id, ...reply };
  });
}

export async function deleteQuickReply(ctx: Ctx, input: z.input<typeof quickReplyIdSchema>): Promise<void> {
  requireRole(ctx.actor, "owner", "admin");
  const { id } = parseInput(quickReplyIdSchema, input);
  await withTenant(ctx, async (tx) => {
    const { count } = await tx.quickReply.deleteMany({ where: { tenantId: ctx.tenant.id, id } });
    if (count === 0) throw new NotFoundError("quick reply");
    await recordEvent(tx, ctx, { type: "quick_reply.deleted", data: { id } });
  });
}

async function refuseTaken(tx: Tx, ctx: Ctx, shortcut: string, exceptId: string | null): Promise<void> {
  const where = { tenantId: ctx.tenant.id, shortcut, ...(exceptId && { id: { not: exceptId } }) };
  if ((await tx.quickReply.count({ where })) > 0)
    throw new ValidationError({ shortcut: `/${shortcut} sudah dipakai balasan lain` });
}
