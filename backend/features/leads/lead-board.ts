import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { LEAD_STATUSES, type LeadStatus } from "./lead-status";
import { leadInclude } from "./lead-store";
import { type LeadView, toLeadView } from "./lead-view";
import { countByStatus, whereWithoutStatus } from "./list-leads";
import { type ListLeadsInput, listLeadsSchema } from "./schemas";

export type LeadColumn = {
  status: LeadStatus;
  /** Of all, with the filters as they are. */
  total: number;
  /** The latest activity first, `limit` at most. */
  leads: LeadView[];
};

/** The same leads as the list, a column per status. */
export async function leadBoard(ctx: Ctx, input: ListLeadsInput = {}): Promise<LeadColumn[]> {
  const filters = parseInput(listLeadsSchema, input);
  const where = whereWithoutStatus(ctx, filters);
  return withTenant(ctx, async (tx) => {
    const counts = await countByStatus(tx, where);
    const ids: string[] = [];
    for (const status of LEAD_STATUSES) {
      if (counts[status] === 0) continue;
      const rows = await tx.lead.findMany({
        where: { ...where, status },
        orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
        select: { id: true },
        take: filters.limit,
      });
      ids.push(...rows.map(({ id }) => id));
    }
    const rows = await tx.lead.findMany({ where: { tenantId: ctx.tenant.id, id: { in: ids } }, include: leadInclude });
    const views = new Map(rows.map((row) => [row.id, toLeadView(row)]));
    const shown = ids.flatMap((id) => views.get(id) ?? []);
    return LEAD_STATUSES.map((status) => ({
      status,
      total: counts[status],
      leads: shown.filter((lead) => lead.status === status),
    }));
  });
}
