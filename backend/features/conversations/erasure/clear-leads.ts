import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";

/**
 * Takes the person out of their leads, open or not; that there was a lead, in which cars, and what became of it stays.
 * Nobody is asked to take it any more. Returns the names that stood there.
 */
export async function clearLeads(
  tx: Tx,
  ctx: Ctx,
  { phone, ids }: { phone: string | null; ids: string[] },
): Promise<string[]> {
  const { id: tenantId } = ctx.tenant;
  const leads = await tx.lead.findMany({
    where: { tenantId, OR: [{ conversationId: { in: ids } }, ...(phone ? [{ phone }] : [])] },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
  const ofThem = { tenantId, id: { in: leads.map(({ id }) => id) } };
  const openOnes = { tenantId, leadId: ofThem.id };
  await tx.lead.updateMany({
    where: { ...ofThem, status: { not: "closed" } },
    data: { status: "lost" },
  });
  await tx.lead.updateMany({
    where: ofThem,
    data: { name: "", phone: "", openPhone: null, scoreReasons: [], signals: {}, updatedAt: ctx.clock.now() },
  });
  await tx.handoverOffer.updateMany({
    where: { tenantId, status: "offered", handover: openOnes },
    data: { status: "expired", answeredAt: ctx.clock.now() },
  });
  await tx.handover.updateMany({ where: { ...openOnes, status: "open" }, data: { status: "closed" } });
  await tx.leadEvent.updateMany({ where: { ...openOnes, type: "lead.note" }, data: { data: {} } });
  return leads.map(({ name }) => name);
}
