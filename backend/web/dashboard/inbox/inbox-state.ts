import { listConversations, markConversationRead } from "@/backend/features/conversations";
import { listChanges, writeCursor } from "@/backend/features/live";
import type { TenantProfile } from "@/backend/features/tenants";
import type { Ctx } from "@/backend/platform/ctx";
import { inboxHref } from "@/frontend/dashboard/inbox/inbox-address";
import type { InboxView } from "@/frontend/dashboard/inbox/inbox-view";
import type { InboxQuery } from "./inbox-query";
import { openChat, type Typed } from "./open-chat";
import { toChatRow } from "./to-chat-row";

export type InboxPlaceQuery = InboxQuery & { chatId: string | null };

export type InboxStateOptions = {
  siteUrl: string;
  /** False for a tab nobody looks at. */
  marksRead: boolean;
  /** What came back with a wrong form. */
  typed?: Typed;
};

/** All the inbox shows at an address. The cursor is taken first: what changes while reading is told afterwards. */
export async function inboxState(
  ctx: Ctx,
  tenant: TenantProfile,
  query: InboxPlaceQuery,
  { siteUrl, marksRead, typed }: InboxStateOptions,
): Promise<InboxView> {
  const { filter, cari: search, lanjut, chatId } = query;
  const { cursor } = await listChanges(ctx, null);
  if (chatId && marksRead) await markConversationRead(ctx, { conversationId: chatId });
  const [open, list] = await Promise.all([
    chatId ? openChat(ctx, { ...query, chatId }, { siteUrl, ...(typed && { typed }) }) : null,
    listConversations(ctx, { filter, search, ...(lanjut && { cursor: lanjut }) }),
  ]);
  const { actor } = ctx;
  const isSales = actor.type === "user" && actor.role === "sales";
  return {
    me: {
      userId: actor.type === "user" ? actor.userId : "",
      name: actor.type === "user" ? actor.name : "",
      ...{ isSales, mayExport: !isSales },
    },
    timezone: tenant.timezone,
    now: ctx.clock.now().toISOString(),
    liveCursor: writeCursor(cursor),
    ...{ filter, search, counts: list.counts, open },
    chats: list.conversations.map(toChatRow),
    moreHref: list.nextCursor && inboxHref({ chatId, filter, search, more: { lanjut: list.nextCursor } }),
  };
}
