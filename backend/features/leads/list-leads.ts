import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { parseInput } from "@/backend/platform/parse-input";
import { LEAD_STATUSES, type LeadStatus } from "./lead-status";
import { leadInclude, visibleTo } from "./lead-store";
import { type LeadView, toLeadView } from "./lead-view";
import { type ListLeadsInput, listLeadsSchema } from "./schemas";

export type LeadPage = {
  leads: LeadView[];
  total: number;
  page: number;
  limit: number;
  totalPages: number;
  /** How many there are in each status with the other filters as they are, for a board's columns. */
  counts: Record<LeadStatus, number>;
};

/** Leads this person may see, the latest activity first; every filter must fit. A page after the last is empty. */
export async function listLeads(ctx: Ctx, input: ListLeadsInput = {}): Promise<LeadPage> {
  const filters = parseInput(listLeadsSchema, input);
  const { page, limit, statuses } = filters;
  const whereWithoutStatus: Prisma.LeadWhereInput = { AND: [visibleTo(ctx), filterOf(ctx, filters)] };
  const where = { ...whereWithoutStatus, ...(statuses?.length && { status: { in: statuses } }) };

  return withTenant(ctx, async (tx) => {
    const rows = await tx.lead.findMany({
      where,
      include: leadInclude,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    });
    const total = await tx.lead.count({ where });
    const counted = await tx.lead.groupBy({ by: ["status"], where: whereWithoutStatus, _count: true });
    const counts = { new: 0, warm: 0, hot: 0, cold: 0, closed: 0, lost: 0 } satisfies LeadPage["counts"];
    for (const status of LEAD_STATUSES) counts[status] = counted.find((row) => row.status === status)?._count ?? 0;
    return {
      leads: rows.map(toLeadView),
      total,
      page,
      limit,
      totalPages: Math.max(1, Math.ceil(total / limit)),
      counts,
    };
  });
}

function filterOf({ actor }: Ctx, filters: ReturnType<typeof listLeadsSchema.parse>): Prisma.LeadWhereInput {
  const { assignee, source, carId, search } = filters;
  const me = actor.type === "user" ? actor.userId : null;
  const digits = search?.replace(/\D/g, "").replace(/^0/, "62") ?? "";
  return {
    ...(assignee && { assigneeId: assignee === "me" ? me : assignee === "none" ? null : assignee }),
    ...(source && { source }),
    ...(carId && { interests: { some: { carId } } }),
    ...(search && {
      OR: [
        { name: { contains: search, mode: "insensitive" } },
        ...(digits.length >= 3 ? [{ phone: { contains: digits } }] : []),
      ],
    }),
  };
}
