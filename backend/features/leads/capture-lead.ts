import { z } from "zod";
import { actorRecord } from "@/backend/features/audit";
import { Prisma } from "@/backend/generated/prisma/client";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { ValidationError } from "@/backend/platform/errors";
import { normalizePhone } from "@/backend/platform/phone";

const captureLeadSchema = z.object({
  phone: z.string(),
  name: z.string().trim().max(80).default(""),
  source: z.enum(["web", "wa", "direct", "referral"]),
  conversationId: z.uuid().optional(),
  carIds: z.array(z.uuid()).max(20).default([]),
});

export type CaptureLeadInput = z.input<typeof captureLeadSchema>;
export type CapturedLead = { id: string; name: string; phone: string; isNew: boolean };

/**
 * Writes a customer's interest down: the open lead of that phone, or a new one. Never two open leads for one phone; the
 * unique key on the open phone decides when two come at once.
 */
export async function captureLead(ctx: Ctx, input: CaptureLeadInput): Promise<CapturedLead> {
  const parsed = captureLeadSchema.parse(input);
  const phone = normalizePhone(parsed.phone);
  if (!phone) throw new ValidationError({ phone: "Nomor HP tidak terbaca" });

  return withTenant(ctx, async (tx) => {
    const created = await createUnlessOpen(tx, ctx, phone, parsed);
    const lead = await tx.lead.update({
      where: { tenantId_openPhone: { tenantId: ctx.tenant.id, openPhone: phone } },
      data: {
        updatedAt: ctx.clock.now(),
        ...(parsed.name && { name: parsed.name }),
        ...(parsed.conversationId && { conversationId: parsed.conversationId }),
      },
    });
    for (const carId of parsed.carIds) await addInterest(tx, ctx, lead.id, carId);
    await tx.leadEvent.create({
      data: {
        tenantId: ctx.tenant.id,
        leadId: lead.id,
        type: created ? "lead.created" : "lead.touched",
        actor: actorRecord(ctx.actor),
        data: { source: parsed.source },
        createdAt: ctx.clock.now(),
      },
    });
    return { id: lead.id, name: lead.name, phone, isNew: created };
  });
}

async function createUnlessOpen(
  tx: Tx,
  ctx: Ctx,
  phone: string,
  input: z.output<typeof captureLeadSchema>,
): Promise<boolean> {
  const { count } = await tx.lead.createMany({
    data: [
      {
        tenantId: ctx.tenant.id,
        phone,
        openPhone: phone,
        name: input.name,
        source: input.source,
        createdAt: ctx.clock.now(),
        updatedAt: ctx.clock.now(),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}

async function addInterest(tx: Tx, ctx: Ctx, leadId: string, carId: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO lead_interests (tenant_id, lead_id, car_id, created_at)
    VALUES (${ctx.tenant.id}, ${leadId}::uuid, ${carId}::uuid, ${ctx.clock.now()})
    ON CONFLICT DO NOTHING`);
}
