import type { ChatMessageView, InboxView, OpenChatView } from "../inbox-view";

/**
 * A newer state of the inbox, keeping the older messages that were loaded of the same chat. When there is a gap between
 * what was loaded and the new page, what was loaded goes.
 */
export function mergeInbox(known: InboxView, next: InboxView): InboxView {
  if (!known.open || !next.open || known.open.chat.id !== next.open.chat.id) return next;
  const page = next.open.messages;
  const oldest = page[0];
  const older = oldest ? known.open.messages.filter(({ seq }) => isBefore(seq, oldest.seq)) : [];
  const meets = known.open.messages.some(({ id }) => page.some((message) => message.id === id));
  if (older.length === 0 || !meets) return next;
  return { ...next, open: { ...next.open, messages: [...older, ...page], olderHref: known.open.olderHref } };
}

/** The page before what is shown, put in front of it. */
export function withOlder(view: InboxView, older: OpenChatView | null): InboxView {
  if (!view.open || older?.chat.id !== view.open.chat.id) return view;
  const [first] = view.open.messages;
  const before: ChatMessageView[] = first
    ? older.messages.filter(({ seq }) => isBefore(seq, first.seq))
    : older.messages;
  return { ...view, open: { ...view.open, messages: [...before, ...view.open.messages], olderHref: older.olderHref } };
}

/** Places are whole numbers as text, without leading zeros. */
function isBefore(left: string, right: string): boolean {
  return left.length === right.length ? left < right : left.length < right.length;
}
