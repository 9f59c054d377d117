import type { LeadBesideChat } from "@/backend/features/leads";
import { formatRupiah } from "@/backend/platform/money";
import type { LeadPanelView } from "@/frontend/dashboard/inbox/inbox-view";

const INTERESTS_SHOWN = 5;

/** The lead beside its chat, as the page shows it. */
export function leadPanel({ lead, notes, assignees }: LeadBesideChat): LeadPanelView {
  return {
    ...{ id: lead.id, name: lead.name, status: lead.status, score: lead.score, reasons: lead.reasons },
    ...{ source: lead.source, tags: lead.tags, isOpen: lead.isOpen },
    assigneeId: lead.assignee?.userId ?? null,
    assigneeName: lead.assignee?.name ?? null,
    assignees: assignees.map(({ userId, name }) => ({ value: userId, label: name })),
    interests: lead.interests.slice(0, INTERESTS_SHOWN).map(({ carId, name, priceRupiah, status }) => ({
      ...{ carId, name, status, price: formatRupiah(priceRupiah) },
    })),
    notes: notes.map(({ id, text, writer, createdAt }) => ({ id, text, who: writer, at: createdAt.toISOString() })),
  };
}
