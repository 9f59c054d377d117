import type { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
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
  const anyStatus = whereWithoutStatus(ctx, filters);
  const where = { ...anyStatus, ...(statuses?.length && { status: { in: statuses } }) };

  return withTenant(ctx, async (tx) => {
    const rows = await tx.lead.findMany({
      where,
      include: leadInclude,
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * limit,
      take: limit,
    });
    const total = await tx.lead.count({ where });
    const counts = await countByStatus(tx, anyStatus);
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

/** Leads this person may see that fit every filter but the status. */
export function whereWithoutStatus(ctx: Ctx, filters: Filters): Prisma.LeadWhereInput {
  return { AND: [visibleTo(ctx), filterOf(ctx, filters)] };
}

export async function countByStatus(tx: Tx, where: Prisma.LeadWhereInput): Promise<Record<LeadStatus, number>> {
  const counted = await tx.lead.groupBy({ by: ["status"], where, _count: true });
  const counts = { new: 0, warm: 0, hot: 0, cold: 0, closed: 0, lost: 0 } satisfies LeadPage["counts"];
  for (const status of LEAD_STATUSES) counts[status] = counted.find((row) => row.status === status)?._count ?? 0;
  return counts;
}

type Filters = ReturnType<typeof listLeadsSchema.parse>;

function filterOf({ actor }: Ctx, filters: Filters): Prisma.LeadWhereInput {
  const { assignee, source, carId, search, tag, minScore } = filters;
  const me = actor.type === "user" ? actor.userId : null;
  const digits = search?.replace(/\D/g, "").replace(/^0/, "62") ?? "";
  return {
    ...(assignee && { assigneeId: assignee === "me" ? me : assignee === "none" ? null : assignee }),
    ...(source && { source }),
    ...(tag && { tags: { has: tag } }),
    ...(minScore !== undefined && { score: { gte: minScore } }),
    ...(carId && { interests: { some: { carId } } }),
    ...(search && {
      OR: [
        { name: { contains: search, mode: "insensitive" } },
        ...(digits.length >= 3 ? [{ phone: { contains: digits } }] : []),
      ],
    }),
  };
}
