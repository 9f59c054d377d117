import { z } from "zod";
import { listOpenQuestions } from "@/backend/features/assistant";
import { LEAD_STATUSES, type ListLeadsInput, leadBoard, leadChoices, listLeads } from "@/backend/features/leads";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import type { LeadFilters, LeadsView } from "@/frontend/dashboard/leads/leads-view";
import { toLeadRow } from "./lead-row";

const CARDS_PER_COLUMN = 15;
const ROWS_PER_PAGE = 25;

/** The query of the list's address; what is not understood is as if it were not there. */
export const leadsQuerySchema = z.object({
  status: z.enum(LEAD_STATUSES).or(z.literal("")).catch(""),
  petugas: z.union([z.literal(["me", "none", ""]), z.uuid()]).catch(""),
  sumber: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
    .catch(""),
  label: z.string().max(30).catch(""),
  skor: z.enum(["3", "5", "8", ""]).catch(""),
  cari: z.string().trim().max(80).catch(""),
  tampilan: z.enum(["tabel", "papan"]).catch("tabel"),
  halaman: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function leadsView(
  ctx: Ctx,
  tenant: TenantProfile,
  query: z.infer<typeof leadsQuerySchema>,
): Promise<LeadsView> {
  const { tampilan, halaman, ...filters } = query;
  const isBoard = tampilan === "papan";
  const isSales = ctx.actor.type === "user" && ctx.actor.role === "sales";
  const input = inputOf(filters);
  const [choices, questions] = await Promise.all([leadChoices(ctx), isSales ? null : listOpenQuestions(ctx, 100)]);
  const shared = {
    ...{ filters, isBoard, sources: choices.sources, tags: choices.tags, timezone: tenant.timezone },
    assignees: choices.assignees.map(({ userId, name }) => ({ value: userId, label: name })),
    openQuestions: questions?.length ?? null,
    now: ctx.clock.now().toISOString(),
  };
  if (isBoard) {
    const board = await leadBoard(ctx, { ...input, limit: CARDS_PER_COLUMN });
    const columns = board.map(({ status, total, leads }) => ({ status, total, rows: leads.map(toLeadRow) }));
    return { ...shared, counts: columns, columns, table: null };
  }
  const { status } = query;
  const list = await listLeads(ctx, {
    ...{ ...input, page: halaman, limit: ROWS_PER_PAGE },
    ...(status && { statuses: [status] }),
  });
  const { page, totalPages, total } = list;
  return {
    ...shared,
    counts: LEAD_STATUSES.map((one) => ({ status: one, total: list.counts[one] })),
    columns: [],
    table: { rows: list.leads.map(toLeadRow), page, totalPages, total },
  };
}

function inputOf({ petugas, sumber, label, skor, cari }: LeadFilters): ListLeadsInput {
  return {
    ...(petugas && { assignee: petugas }),
    ...(sumber && { source: sumber }),
    ...(label && { tag: label }),
    ...(skor && { minScore: Number(skor) }),
    ...(cari && { search: cari }),
  };
}
