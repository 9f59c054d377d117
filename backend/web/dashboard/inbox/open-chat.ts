import { type CarView, listCars } from "@/backend/features/cars";
import { fillQuickReply, getConversation, listMessages, listQuickReplies } from "@/backend/features/conversations";
import { type LeadView, leadBesideChat } from "@/backend/features/leads";
import type { Ctx } from "@/backend/platform/ctx";
import { formatRupiah } from "@/backend/platform/money";
import { inboxHref } from "@/frontend/dashboard/inbox/inbox-address";
import type { ChatRowView, OpenChatView, QuickReplyOption, UnitOption } from "@/frontend/dashboard/inbox/inbox-view";
import { formatPhone } from "@/frontend/dashboard/inbox/phone";
import type { InboxQuery } from "./inbox-query";
import { leadPanel } from "./lead-panel";
import { toChatMessage, toChatRow } from "./to-chat-row";

/** What somebody typed into a form that came back. */
export type Typed = { text: string; error: string };

const MESSAGES_SHOWN = 50;
const UNITS_SHOWN = 8;

/** One chat with everything around it. @throws NotFoundError */
export async function openChat(
  ctx: Ctx,
  query: InboxQuery & { chatId: string },
  { siteUrl, typed }: { siteUrl: string; typed?: Typed },
): Promise<OpenChatView> {
  const { chatId: conversationId, filter, cari: search, sebelum, unit, balasan } = query;
  const chat = toChatRow(await getConversation(ctx, { conversationId }));
  const [page, replies, beside] = await Promise.all([
    listMessages(ctx, { conversationId, limit: MESSAGES_SHOWN, ...(sebelum && { before: sebelum }) }),
    listQuickReplies(ctx),
    leadBesideChat(ctx, conversationId),
  ]);
  const known = knownOf(ctx, chat, beside?.lead ?? null, siteUrl);
  const quickReplies = replies.map((reply): QuickReplyOption => ({ ...reply, ...fillQuickReply(reply.text, known) }));
  const chosen = quickReplies.find(({ id }) => id === balasan);
  return {
    chat,
    messages: page.messages.map(toChatMessage),
    olderHref:
      page.olderCursor && inboxHref({ chatId: conversationId, filter, search, more: { sebelum: page.olderCursor } }),
    sendKey: crypto.randomUUID(),
    draft: typed?.text ?? chosen?.text ?? "",
    missing: typed ? fillQuickReply(typed.text, {}).missing : (chosen?.missing ?? []),
    error: typed?.error ?? null,
    whyNot: whyMayNotWrite(ctx, chat),
    quickReplies,
    unitSearch: unit ?? null,
    units: unit === undefined ? [] : await unitsFor(ctx, unit),
    lead: beside && leadPanel(beside),
  };
}

function knownOf(ctx: Ctx, chat: ChatRowView, lead: LeadView | null, siteUrl: string) {
  const car = lead?.interests.find(({ status }) => status === "available" || status === "booking");
  const hasName = chat.phone === null || chat.name !== formatPhone(chat.phone);
  return {
    ...(hasName && chat.name !== "Pelanggan" && { nama: chat.name }),
    ...(car && { unit: car.name, harga: formatRupiah(car.priceRupiah), link: `${siteUrl}/${car.slug}` }),
    ...(ctx.actor.type === "user" && { sales: ctx.actor.name }),
  };
}

function whyMayNotWrite({ actor }: Ctx, { speaker }: ChatRowView): string | null {
  if (actor.type !== "user" || actor.role !== "sales") return null;
  if (speaker.type !== "person" || speaker.userId === actor.userId) return null;
  return `Chat ini sedang dipegang ${speaker.name}. Anda bisa membalas setelah dikembalikan.`;
}

async function unitsFor(ctx: Ctx, search: string): Promise<UnitOption[]> {
  const { cars } = await listCars(ctx, { search, statuses: ["available", "booking"], limit: UNITS_SHOWN });
  return cars.map((car) => ({
    carId: car.id,
    name: car.publicName,
    price: formatRupiah(car.priceRupiah),
    status: car.status,
    imageSrc: smallImageOf(car),
  }));
}

function smallImageOf({ photos }: CarView): string | null {
  const small = photos[0]?.variants.filter(({ format }) => format === "webp").toSorted((a, b) => a.width - b.width)[0];
  return small ? `/media/${small.key}` : null;
}
