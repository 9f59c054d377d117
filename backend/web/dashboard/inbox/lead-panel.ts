import { z } from "zod";
import { getLead, type LeadView, leadChoices } from "@/backend/features/leads";
import type { Ctx } from "@/backend/platform/ctx";
import { formatRupiah } from "@/backend/platform/money";
import type { LeadPanelView } from "@/frontend/dashboard/inbox/inbox-view";

const NOTES_SHOWN = 5;
const INTERESTS_SHOWN = 5;
const noteSchema = z.object({ text: z.string() });
const actorSchema = z.object({ name: z.string() });

/** The lead beside its chat. */
export async function leadPanel(ctx: Ctx, lead: LeadView): Promise<LeadPanelView> {
  const [detail, choices] = await Promise.all([getLead(ctx, { leadId: lead.id }), leadChoices(ctx)]);
  const notes = detail.events.filter(({ type }) => type === "lead.note").slice(0, NOTES_SHOWN);
  return {
    ...{ id: lead.id, name: lead.name, status: lead.status, score: lead.score, reasons: lead.reasons },
    ...{ source: lead.source, tags: lead.tags, isOpen: lead.isOpen },
    assigneeId: lead.assignee?.userId ?? null,
    assigneeName: lead.assignee?.name ?? null,
    assignees: choices.assignees.map(({ userId, name }) => ({ value: userId, label: name })),
    interests: lead.interests.slice(0, INTERESTS_SHOWN).map(({ carId, name, priceRupiah, status }) => ({
      ...{ carId, name, status, price: formatRupiah(priceRupiah) },
    })),
    notes: notes.map(({ id, data, actor, createdAt }) => ({
      id,
      text: noteSchema.safeParse(data).data?.text ?? "",
      who: actorSchema.safeParse(actor).data?.name ?? "Tim",
      at: createdAt.toISOString(),
    })),
  };
}
