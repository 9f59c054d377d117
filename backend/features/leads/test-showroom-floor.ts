import type { Actor, UserRole } from "@/backend/platform/actor";
import type { Clock } from "@/backend/platform/clock";
import type { Ctx, TenantRef } from "@/backend/platform/ctx";
import type { Database } from "@/backend/platform/database/database";
import { type CapturedLead, captureLead } from "./capture-lead";
import { answerOffer } from "./handover/answer-offer";
import { expireOffer } from "./handover/expire-offer";
import { startHandover } from "./handover/start-handover";
import type { LeadSignal } from "./lead-signals";

const SITE_URL = "https://showroom.example";
const MINUTE_MS = 60_000;

let nextNumber = 628_700_000_000;

export type Floor = Awaited<ReturnType<typeof openFloor>>;
export type Colleague = { id: string; name: string; ctx: Ctx };

/** For tests: a showroom with a device and a clock of its own, and who and what a test puts into it. */
export async function openFloor(db: Database, tenant: TenantRef, clock: Clock & { advance(ms: number): void }) {
  const tenantId = tenant.id;
  const ctxOf = (actor: Actor): Ctx => ({ tenant: { id: tenantId }, actor, db, clock, requestId: "test" });
  const system = ctxOf({ type: "system", name: "test" });
  const device = await addDevice(db, tenantId);

  async function hire(
    name: string,
    options: { role?: UserRole; branchId?: string; number?: string | null; status?: "active" | "suspended" } = {},
  ): Promise<Colleague> {
    const { role = "sales", branchId = null, number = String(++nextNumber), status = "active" } = options;
    const email = `${crypto.randomUUID()}@x.id`;
    const { id } = await db.prisma.user.create({
      data: {
        ...{ tenantId, name, email, whatsappNumber: number, passwordHash: "-", role, status, branchId },
        ...{ permissions: [], createdAt: clock.now() },
      },
    });
    return { id, name, ctx: ctxOf({ type: "user", userId: id, name, role, permissions: [] }) };
  }

  async function chatOf(phone: string, deviceId = device.id): Promise<string> {
    const conversation = { tenantId, deviceId, persona: "customer" as const, chatId: phone, phone };
    const { id } = await db.prisma.conversation.create({
      data: { ...conversation, createdAt: clock.now(), lastMessageAt: clock.now() },
    });
    return id;
  }

  /** A customer writes: their lead is captured in a conversation of its own. */
  async function customer(signals: LeadSignal[] = ["negotiates"], name = "Rina", carIds: string[] = []) {
    const phone = String(++nextNumber);
    const conversationId = await chatOf(phone);
    const ctx = ctxOf({ type: "customer", phone });
    const lead = await captureLead(ctx, {
      ...{ phone, name, source: "wa", conversationId, carIds },
      signals: signals.map((signal) => ({ signal })),
    });
    return { ctx, phone, conversationId, lead };
  }

  /** What the showroom's device was told to send to somebody, oldest first. */
  async function toldTo(who: Colleague | Customer): Promise<string[]> {
    const conversation = "conversationId" in who ? { id: who.conversationId } : { userId: who.id };
    const messages = await db.prisma.message.findMany({
      where: { tenantId, direction: "outbound", conversation },
      orderBy: { seq: "asc" },
    });
    return messages.map(({ text }) => text);
  }

  const start = ({ ctx, lead, conversationId }: Customer, reason: LeadSignal = "negotiates") =>
    startHandover(ctx, { leadId: lead.id, conversationId, deviceId: device.id, reason, siteUrl: SITE_URL });

  const answer = ({ ctx }: Colleague, said: "take" | "skip", offerId?: string) =>
    answerOffer(ctx, { answer: said, deviceId: device.id, siteUrl: SITE_URL, ...(offerId && { offerId }) });

  /** Offers of a lead in the order they were made: whose, and how they stand. */
  async function offersOf(leadId: string): Promise<string[]> {
    const offers = await db.prisma.handoverOffer.findMany({
      where: { tenantId, handover: { leadId } },
      orderBy: [{ offeredAt: "asc" }, { id: "asc" }],
      include: { user: true },
    });
    return offers.map(({ user, status }) => `${user.name} ${status}`);
  }

  /** The offer that waits for an answer. */
  async function liveOffer(leadId: string) {
    return db.prisma.handoverOffer.findFirstOrThrow({ where: { tenantId, status: "offered", handover: { leadId } } });
  }

  const expire = async (leadId: string) =>
    expireOffer(system, { offerId: (await liveOffer(leadId)).id, siteUrl: SITE_URL });

  return {
    ...{ toldTo, start, answer, offersOf, liveOffer, expire },
    ...{ tenant, clock, system, device, hire, chatOf, customer, siteUrl: SITE_URL },
    later: (minutes: number) => clock.advance(minutes * MINUTE_MS),
    addBranch: async (name: string) => (await db.prisma.branch.create({ data: { tenantId, name } })).id,
  };
}

export type Customer = { ctx: Ctx; phone: string; conversationId: string; lead: CapturedLead };

export async function addDevice(db: Database, tenantId: number) {
  const number = String(++nextNumber);
  const device = await db.prisma.device.create({ data: { tenantId, number, gateway: "simulator" } });
  await db.prisma.deviceRoute.create({ data: { number, tenantId, deviceId: device.id } });
  return { id: device.id, number };
}
