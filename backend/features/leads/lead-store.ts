import { type Lead, Prisma } from "@/backend/generated/prisma/client";
import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { NotFoundError } from "@/backend/platform/errors";

/** A lead with what its views are made of; interests latest first. */
export const leadInclude = {
  assignee: { select: { id: true, name: true } },
  interests: {
    orderBy: [{ createdAt: "desc" }, { carId: "asc" }],
    include: {
      car: {
        select: {
          id: true,
          displayCode: true,
          model: true,
          variant: true,
          year: true,
          color: true,
          priceRupiah: true,
          status: true,
          slug: true,
          branchId: true,
        },
      },
    },
  },
} as const satisfies Prisma.LeadInclude;

export type LeadRow = Prisma.LeadGetPayload<{ include: typeof leadInclude }>;

/**
 * Locks a lead until the transaction ends, before anything else of it: see README, "Locks". 404 when it is not this
 * tenant's.
 */
export async function lockLead(tx: Tx, tenantId: number, leadId: string): Promise<LeadRow> {
  await tx.$queryRaw`SELECT 1 FROM leads WHERE tenant_id = ${tenantId} AND id = ${leadId}::uuid FOR NO KEY UPDATE`;
  const lead = await tx.lead.findUnique({ where: { tenantId_id: { tenantId, id: leadId } }, include: leadInclude });
  if (!lead) throw new NotFoundError("lead");
  return lead;
}

/** The same for staff: a colleague's lead is as little there as another showroom's. */
export async function lockVisibleLead(tx: Tx, ctx: Ctx, leadId: string): Promise<LeadRow> {
  const lead = await lockLead(tx, ctx.tenant.id, leadId);
  const visible = await tx.lead.count({ where: { id: lead.id, ...visibleTo(ctx) } });
  if (visible === 0) throw new NotFoundError("lead");
  return lead;
}

/** The open lead of a phone, locked; without what views need, since every message of a customer comes by here. */
export async function lockOpenLead(tx: Tx, tenantId: number, phone: string): Promise<Lead | null> {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM leads WHERE tenant_id = ${tenantId} AND open_phone = ${phone} FOR NO KEY UPDATE`;
  const [row] = locked;
  return row ? tx.lead.findUnique({ where: { tenantId_id: { tenantId, id: row.id } } }) : null;
}

/** Sales see what is theirs, what is nobody's, and what is being offered to them; the others see all. */
export function visibleTo({ tenant, actor }: Ctx): Prisma.LeadWhereInput {
  requireRole(actor, "owner", "admin", "sales");
  if (actor.type !== "user" || actor.role !== "sales") return { tenantId: tenant.id };
  const { userId } = actor;
  const offered = { handovers: { some: { status: "open" as const, offers: { some: { userId } } } } };
  return { tenantId: tenant.id, OR: [{ assigneeId: userId }, { assigneeId: null }, offered] };
}

export async function updateLead(
  tx: Tx,
  tenantId: number,
  leadId: string,
  data: Prisma.LeadUncheckedUpdateInput,
): Promise<Lead> {
  return tx.lead.update({ where: { tenantId_id: { tenantId, id: leadId } }, data });
}

/** A lead of a phone that has none open. False when somebody else was faster: the unique key decides. */
export async function insertOpenLead(tx: Tx, ctx: Ctx, lead: { phone: string; source: string }): Promise<boolean> {
  const now = ctx.clock.now();
  const { count } = await tx.lead.createMany({
    data: [{ tenantId: ctx.tenant.id, ...lead, openPhone: lead.phone, createdAt: now, updatedAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Notes interest in cars of this tenant; returns those that are new. A car that is gone meanwhile is left out. */
export async function insertInterests(tx: Tx, ctx: Ctx, leadId: string, carIds: string[]): Promise<string[]> {
  if (carIds.length === 0) return [];
  const rows = await tx.$queryRaw<{ car_id: string }[]>(Prisma.sql`
    INSERT INTO lead_interests (tenant_id, lead_id, car_id, created_at)
    SELECT tenant_id, ${leadId}::uuid, id, ${ctx.clock.now()}
      FROM cars WHERE tenant_id = ${ctx.tenant.id} AND id = ANY(${carIds}::uuid[])
    ON CONFLICT DO NOTHING RETURNING car_id`);
  return rows.map((row) => row.car_id);
}
