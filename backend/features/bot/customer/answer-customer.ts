import { type Assistant, loadKnowledge, type ModelOutcome, recordQuestion } from "@/backend/features/assistant";
import { customerDataSummary, eraseCustomer, notifyOwners } from "@/backend/features/conversations";
import type { SearchLog } from "@/backend/features/insights";
import { captureLead, startHandover } from "@/backend/features/leads";
import type { TenantProfile } from "@/backend/features/tenants";
import { optOut, type Turn, type TurnAnswer } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { formatPhone } from "@/backend/platform/phone";
import { wantsToSeeData } from "./data-wish";
import { floodOf } from "./flood";
import { type Memory, recallCustomer, rememberCustomer } from "./memory";
import { hasPaid } from "./money-words";
import { type Thought, think } from "./think";

export type CustomerDeps = { assistant: Assistant; searchLog: SearchLog };

/** Where the customer writes to. */
export type Site = { tenant: TenantProfile; siteUrl: string };

/** Thinks about a customer's turn without a transaction; what it returns writes down what came of it. */
export async function thinkForCustomer(
  deps: CustomerDeps,
  ctx: Ctx,
  turn: Turn,
  site: Site,
): Promise<(ctx: Ctx) => Promise<TurnAnswer>> {
  const { id } = turn.conversation;
  const memory = await recallCustomer(ctx, id);
  const flood = await floodOf(ctx, id, memory);
  const knowledge = await loadKnowledge(ctx);
  if (!knowledge.settings.customerChat) return async () => ({ replies: [], attention: "assistant_off" });
  const thought = await think(deps, ctx, turn, { ...site, knowledge }, memory, flood);
  return (joinedCtx) => act(joinedCtx, turn, site, thought);
}

async function act(ctx: Ctx, turn: Turn, site: Site, thought: Thought): Promise<TurnAnswer> {
  const { reading } = thought.understood;
  const { id: conversationId } = turn.conversation;
  const record = recordOf(thought);
  if (thought.flood !== "ok") return flooded(ctx, conversationId, thought, record);

  if (reading.intents.includes("erase_data")) return aboutData(ctx, conversationId, thought, record);
  if (reading.intents.includes("opt_out")) {
    await optOut(ctx, conversationId);
    return { ...record, replies: [{ text: thought.say.optedOut() }] };
  }

  await followLead(ctx, turn, site, thought);
  if (thought.answer.question) {
    await recordQuestion(ctx, { text: thought.understood.text, reason: thought.answer.question, conversationId });
  }
  if (thought.answer.attention === "complaint") await tellOwners(ctx, turn, thought);
  await remember(ctx, conversationId, nextMemory(thought));
  const { text, images, attention } = thought.answer;
  return { ...record, replies: [...(text ? [{ text }] : []), ...images], ...(attention && { attention }) };
}

/** A complaint does not wait until somebody opens the dashboard. */
async function tellOwners(ctx: Ctx, turn: Turn, { understood }: Thought): Promise<void> {
  const { id, deviceId, phone, name } = turn.conversation;
  const who = [understood.name ?? name, phone ? formatPhone(phone) : ""].filter(Boolean).join(", ");
  const title = hasPaid(understood.text) ? "🚨 *KELUHAN MENDESAK, SUDAH BAYAR*" : "⚠️ *KELUHAN*";
  const text = `${title} dari ${who}:\n“${understood.text.slice(0, 300)}”`;
  await notifyOwners(ctx, { deviceId, text, about: id });
}

async function flooded(
  ctx: Ctx,
  conversationId: string,
  { flood, understood, say }: Thought,
  record: Partial<TurnAnswer>,
): Promise<TurnAnswer> {
  if (flood === "silent") return { ...record, replies: [] };
  await remember(ctx, conversationId, { ...understood.memory, floodNoticeAt: ctx.clock.now().toISOString() });
  return { ...record, replies: [{ text: say.tooMany() }], attention: "too_many_messages" };
}

/** "hapus data saya" is done at once; who wants to see it is told what there is. */
async function aboutData(
  ctx: Ctx,
  conversationId: string,
  { understood, say }: Thought,
  record: Partial<TurnAnswer>,
): Promise<TurnAnswer> {
  if (wantsToSeeData(understood.text)) {
    return { ...record, replies: [{ text: say.dataSummary(await customerDataSummary(ctx, { conversationId })) }] };
  }
  await eraseCustomer(ctx, { conversationId });
  return { intent: "erase_data", replies: [{ text: say.erased() }] };
}

/** Whoever writes is a lead; one that wants to deal is offered to sales. */
async function followLead(
  ctx: Ctx,
  turn: Turn,
  { siteUrl }: Site,
  { understood, answer, interests }: Thought,
): Promise<void> {
  const { id: conversationId, phone, deviceId } = turn.conversation;
  if (!phone) return;
  const { slots } = understood.reading;
  const lead = await captureLead(ctx, {
    phone,
    name: slots.name ?? understood.memory.name ?? "",
    profileName: turn.conversation.name,
    source: slots.source ?? sourceOf(understood.text),
    conversationId,
    carIds: interests,
    signals: [...answer.signals, ...(slots.source ? [{ signal: "from_ad" as const, detail: slots.source }] : [])],
  });
  if (answer.handover) {
    const { title, register: language } = understood.memory;
    const manner = { title: title ?? "Kak", language };
    await startHandover(ctx, { leadId: lead.id, conversationId, deviceId, reason: answer.handover, siteUrl, manner });
  }
}

/** The site's own button writes this sentence for the shopper; see interestText. */
function sourceOf(text: string): string {
  return /tertarik dengan .+ kode #[A-Z]\d+ seharga Rp/i.test(text) ? "web" : "wa";
}

export async function remember(ctx: Ctx, conversationId: string, memory: Memory): Promise<void> {
  await withTenant(ctx, (tx) => rememberCustomer(tx, ctx, conversationId, memory));
}

export function nextMemory({ understood, answer, unit }: Thought): Memory {
  const { memory } = understood;
  return {
    ...memory,
    unit,
    asked: null,
    proposed: null,
    waiting: null,
    topic: null,
    ...answer.memory,
    turns: memory.turns + 1,
  };
}

/** What is kept with the message: how it was read, what the answer was made of, and which model had a say. */
export function recordOf({
  understood,
  answer,
  codes,
  model,
  promptVersion,
  flood,
}: Thought): Omit<TurnAnswer, "replies"> {
  const { reading, memory } = understood;
  return {
    intent: reading.intents[0],
    confidence: reading.confidence,
    entities: { ...reading.slots, intents: reading.intents, register: memory.register },
    facts: {
      decision: flood === "ok" ? decisionOf(answer, model) : `flood_${flood}`,
      cars: codes,
      faqs: answer.faqs.map(({ id }) => id),
      signals: answer.signals.map(({ signal }) => signal),
      ...(model && model.type !== "not_asked" && { model }),
    },
    ...(model && "model" in model && { model: model.model }),
    ...(model && model.type !== "not_asked" && { promptVersion }),
  };
}

function decisionOf(answer: Thought["answer"], model: ModelOutcome | null): string {
  if (model?.type === "answered") return "model_answer";
  if (answer.handover) return `handover:${answer.handover}`;
  if (answer.question) return `ask_team:${answer.question}`;
  return answer.faqs.length > 0 ? "faq" : "template";
}
