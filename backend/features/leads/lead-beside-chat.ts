import { z } from "zod";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Assignee } from "./lead-choices";
import { leadInclude, visibleTo } from "./lead-store";
import { type LeadView, toLeadView } from "./lead-view";

export type LeadNote = { id: string; text: string; writer: string; createdAt: Date };

export type LeadBesideChat = {
  lead: LeadView;
  /** The latest first, five at most. */
  notes: LeadNote[];
  /** Who may get it. */
  assignees: Assignee[];
};

const NOTES_SHOWN = 5;
const noteSchema = z.object({ text: z.string() });
const writerSchema = z.object({ name: z.string() });

/**
 * The open lead of a customer's chat, else the last one that was closed in it, as it stands beside the chat; null when
 * none is in this person's sight.
 */
export async function leadBesideChat(ctx: Ctx, conversationId: string): Promise<LeadBesideChat | null> {
  const visible = visibleTo(ctx);
  return withTenant(ctx, async (tx) => {
    const leadId = await leadOf(tx, ctx, conversationId);
    if (!leadId) return null;
    const row = await tx.lead.findFirst({ where: { AND: [{ id: leadId }, visible] }, include: leadInclude });
    if (!row) return null;
    const notes = await tx.leadEvent.findMany({
      where: { tenantId: ctx.tenant.id, leadId, type: "lead.note" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: NOTES_SHOWN,
    });
    const assignees = await tx.user.findMany({
      where: { tenantId: ctx.tenant.id, status: "active" },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, role: true },
    });
    return {
      lead: toLeadView(row),
      notes: notes.map(({ id, data, actor, createdAt }) => ({
        ...{ id, createdAt, text: noteSchema.safeParse(data).data?.text ?? "" },
        writer: writerSchema.safeParse(actor).data?.name ?? "Tim",
      })),
      assignees: assignees.map(({ id: userId, name, role }) => ({ userId, name, role })),
    };
  });
}

async function leadOf(tx: Tx, ctx: Ctx, conversationId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT coalesce(
      (SELECT l.id FROM leads l WHERE l.tenant_id = c.tenant_id AND l.open_phone = c.phone),
      (SELECT l.id FROM leads l WHERE l.tenant_id = c.tenant_id AND l.phone = c.phone
        ORDER BY l.updated_at DESC, l.id DESC LIMIT 1))::text AS id
      FROM conversations c WHERE c.tenant_id = ${ctx.tenant.id} AND c.id = ${conversationId}::uuid`;
  return rows[0]?.id ?? null;
}
