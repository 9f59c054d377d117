import { captureLead } from "@/backend/features/leads";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { DemoChat, DemoLead } from "../seed-data/demo-showroom";
import type { StaffIds } from "./add-staff";
import { hoursBefore, minutesAfter } from "./moments";
import { at } from "./seed-ctx";

type Place = { staff: StaffIds; cars: ReadonlyMap<string, string> };

/** Who was interested lately, and what was said with them. */
export async function addLeads(tx: Tx, ctx: Ctx, leads: readonly DemoLead[], place: Place): Promise<void> {
  for (const lead of leads) await addLead(tx, at(ctx, hoursBefore(ctx.clock.now(), lead.hoursAgo)), lead, place);
}

async function addLead(tx: Tx, ctx: Ctx, lead: DemoLead, { staff, cars }: Place): Promise<void> {
  const { name, phone, source, status, chat } = lead;
  const assigneeId = lead.assignee ? idOf(staff.users, lead.assignee) : null;
  const spoken = chat ? await addChat(tx, ctx, { lead, chat, assigneeId, deviceId: staff.deviceId }) : null;
  const { id } = await captureLead(
    { ...ctx, actor: { type: "customer", phone } },
    {
      ...{ name, phone, source, conversationId: spoken?.id },
      carIds: lead.carCodes.map((code) => idOf(cars, code)),
      signals: lead.signals.map((signal) => ({ signal })),
    },
  );
  const isOver = status === "closed" || status === "lost";
  await tx.lead.update({
    where: { tenantId_id: { tenantId: ctx.tenant.id, id } },
    data: {
      ...{ status, assigneeId, updatedAt: spoken?.endedAt ?? ctx.clock.now() },
      ...(isOver && { openPhone: null }),
    },
  });
}

type Talk = { lead: DemoLead; chat: DemoChat; assigneeId: string | null; deviceId: string };

async function addChat(tx: Tx, ctx: Ctx, { lead, chat, assigneeId, deviceId }: Talk) {
  const id = Bun.randomUUIDv7();
  const messages = timedMessages(ctx.clock.now(), chat);
  const endedAt = messages.at(-1)?.saidAt ?? ctx.clock.now();
  const firstWordOfSales = messages.find(({ message }) => message.from === "sales");

  const takenOverAt = firstWordOfSales?.saidAt ?? endedAt;
  const takeoverId = Bun.randomUUIDv7();
  await tx.conversation.create({
    data: {
      ...{ tenantId: ctx.tenant.id, id, deviceId, persona: "customer", chatId: lead.phone, phone: lead.phone },
      ...{ name: lead.name, unread: chat.unread ?? 0, createdAt: ctx.clock.now(), lastMessageAt: endedAt },
      ...(chat.isTakenOver && { takenOverBy: assigneeId, takenOverAt, takeoverId, humanSpokeAt: endedAt }),
    },
  });
  if (chat.isTakenOver) {
    const stretch = { id: takeoverId, conversationId: id, userId: assigneeId, via: "claim", startedAt: takenOverAt };
    await tx.takeover.create({ data: { tenantId: ctx.tenant.id, ...stretch } });
  }
  const place = { tenantId: ctx.tenant.id, conversationId: id, deviceId };
  let replyToId: string | null = null;
  for (const { message, saidAt } of messages) {
    const row = { ...place, id: Bun.randomUUIDv7(), text: message.text, createdAt: saidAt, sentAt: saidAt };
    await tx.message.create({ data: { ...row, ...roleOf(message, saidAt, replyToId) } });
    replyToId = message.from === "customer" ? row.id : null;
  }
  return { id, endedAt };
}

/** The assistant answers within seconds; people take the minutes the data says. */
function timedMessages(startedAt: Date, chat: DemoChat) {
  let saidAt = startedAt;
  return chat.messages.map((message, index) => {
    const pause = message.afterMinutes ?? (message.from === "bot" ? 0.05 : 1);
    if (index > 0) saidAt = minutesAfter(saidAt, pause);
    return { message, saidAt };
  });
}

/** Everything is done and delivered, so that no lane picks it up. */
function roleOf(message: DemoChat["messages"][number], saidAt: Date, replyToId: string | null) {
  if (message.from === "customer") {
    const { intent } = message;
    const read = { intent, confidence: 0.92, processingMs: 38, doneAt: saidAt };
    return { direction: "inbound", sender: "customer", status: "received", ...read } as const;
  }
  return { direction: "outbound", sender: message.from, status: "read", replyToId } as const;
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (!id) throw new Error(`the demo data names ${name}, which is not there`);
  return id;
}
