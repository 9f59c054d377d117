import { requireRole } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { NotFoundError } from "@/backend/platform/errors";
import { parseInput } from "@/backend/platform/parse-input";
import { formatPhone } from "@/backend/platform/phone";
import { type ConversationInput, conversationSchema } from "./schemas";

const PUBLIC_NAME = { model: true, year: true, color: true, displayCode: true } as const;

type Customer = { id: string; name: string; phone: string | null };

/**
 * What is stored about the customer of a conversation, over all their chats with this showroom: Indonesian lines that
 * begin with "•", for themselves to read. @throws NotFoundError, ForbiddenError
 */
export async function customerDataSummary(ctx: Ctx, input: ConversationInput): Promise<string> {
  if (ctx.actor.type !== "customer") requireRole(ctx.actor, "owner", "admin");
  const { conversationId } = parseInput(conversationSchema, input);
  return withTenant(ctx, async (tx) => {
    const customer = await tx.conversation.findFirst({
      where: { tenantId: ctx.tenant.id, id: conversationId, persona: "customer", erasedAt: null },
      select: { id: true, name: true, phone: true },
    });
    if (!customer) throw new NotFoundError("conversation");

    const chats = await chatsOf(tx, ctx, customer);
    const leads = await leadsOf(tx, ctx, customer);
    const cars = [...new Set(leads.flatMap((lead) => lead.cars))];
    const name = customer.name || leads.find((lead) => lead.name)?.name;
    return [
      ...(name ? [`• Nama: ${name}`] : []),
      ...(customer.phone ? [`• Nomor WhatsApp: ${formatPhone(customer.phone)}`] : []),
      `• Isi chat: ${chats.count} pesan${chats.since ? ` sejak ${chats.since}` : ""}`,
      ...(cars.length > 0 ? [`• Mobil yang diminati: ${cars.join(", ")}`] : []),
      ...(leads.length > 0 ? ["• Catatan minat untuk tim sales kami"] : []),
    ].join("\n");
  });
}

async function chatsOf(tx: Tx, ctx: Ctx, { id, phone }: Customer): Promise<{ count: number; since: string | null }> {
  const { timezone } = await tx.tenant.findUniqueOrThrow({ where: { id: ctx.tenant.id }, select: { timezone: true } });
  const { _count, _min } = await tx.message.aggregate({
    where: {
      tenantId: ctx.tenant.id,
      conversation: { persona: "customer", erasedAt: null, ...(phone ? { OR: [{ id }, { phone }] } : { id }) },
    },
    _count: true,
    _min: { createdAt: true },
  });
  const date = new Intl.DateTimeFormat("id-ID", { dateStyle: "long", timeZone: timezone });
  return { count: _count, since: _min.createdAt && date.format(_min.createdAt) };
}

async function leadsOf(tx: Tx, ctx: Ctx, { phone }: Customer): Promise<{ name: string; cars: string[] }[]> {
  if (!phone) return [];
  const leads = await tx.lead.findMany({
    where: { tenantId: ctx.tenant.id, phone },
    orderBy: { updatedAt: "desc" },
    select: { name: true, interests: { select: { car: { select: PUBLIC_NAME } } } },
  });
  return leads.map(({ name, interests }) => ({
    name,
    cars: interests.map(({ car }) => [car.model, car.year, car.color, car.displayCode].join(" ")),
  }));
}
