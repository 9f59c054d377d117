import type { LeadView } from "@/backend/features/leads";
import { inboxHref } from "@/frontend/dashboard/inbox/inbox-address";
import { leadTitle } from "@/frontend/dashboard/leads/lead-texts";
import type { LeadRowView } from "@/frontend/dashboard/leads/leads-view";

export function toLeadRow(lead: LeadView): LeadRowView {
  const [car, ...more] = lead.interests;
  const isErased = lead.phone === "";
  return {
    ...{ title: leadTitle(lead), isErased },
    ...{ id: lead.id, name: lead.name, phone: lead.phone, status: lead.status, score: lead.score },
    ...{ source: lead.source, tags: lead.tags, reason: lead.reasons[0] ?? "" },
    assignee: lead.assignee?.name ?? null,
    cars: car ? `${car.name}${more.length > 0 ? ` +${more.length}` : ""}` : "",
    updatedAt: lead.updatedAt.toISOString(),
    chatHref: isErased ? null : lead.conversationId && inboxHref({ chatId: lead.conversationId }),
  };
}
