import type { InboxFilterName } from "./inbox-view";

export const INBOX = "/dashboard/inbox";

export type InboxPlace = {
  chatId?: string | null;
  filter?: InboxFilterName;
  search?: string;
  /** Further parts of the query: reply, unit, before … */
  more?: Record<string, string>;
};

/** The address of a chat, or of the list alone, that keeps filter and search. */
export function inboxHref({ chatId, filter = "all", search = "", more = {} }: InboxPlace): string {
  const query = new URLSearchParams({
    ...(filter !== "all" && { filter }),
    ...(search && { cari: search }),
    ...more,
  }).toString();
  return `${INBOX}${chatId ? `/${chatId}` : ""}${query ? `?${query}` : ""}`;
}
