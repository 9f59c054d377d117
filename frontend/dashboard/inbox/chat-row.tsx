import { Bot, BotOff, Flame, Smartphone, TriangleAlert, UserRound } from "lucide-react";
import { parseMessageText, wordsOf } from "../../simulator/message-text";
import { inboxHref } from "./inbox-address";
import { attentionText, speakerText, writerText } from "./inbox-texts";
import type { ChatRowView, InboxView, SpeakerView } from "./inbox-view";
import { shortMoment } from "./message-days";

/** One chat of the list: who, the last word, who answers, what waits. */
export function ChatRow({ chat, view, isOpen }: { chat: ChatRowView; view: InboxView; isOpen: boolean }) {
  const { filter, search, now, timezone, me } = view;
  const isUnread = chat.unread > 0;
  return (
    <li className="border-line border-b">
      <a
        href={inboxHref({ chatId: chat.id, filter, search })}
        aria-current={isOpen ? "page" : undefined}
        className={`block px-3 py-2.5 ${isOpen ? "bg-accent-tint" : "hover:bg-sunken"}`}
      >
        <span className="flex items-baseline gap-2">
          {chat.lead?.status === "hot" && (
            <Flame aria-label="Lead panas" className="size-3.5 flex-none self-center text-hot" />
          )}
          <span className={`min-w-0 flex-1 truncate text-ink ${isUnread ? "font-semibold" : "font-medium"}`}>
            {chat.name}
          </span>
          <time dateTime={chat.lastMessageAt} className="num flex-none text-muted text-xs">
            {shortMoment(chat.lastMessageAt, now, timezone)}
          </time>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span className={`min-w-0 flex-1 truncate text-[0.8125rem] ${isUnread ? "text-ink" : "text-muted"}`}>
            {lastWords(chat)}
          </span>
          {isUnread && (
            <span className="count-badge">
              {chat.unread > 99 ? "99+" : chat.unread}
              <span className="sr-only"> belum dibaca</span>
            </span>
          )}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
          <Speaker speaker={chat.speaker} myId={me.userId} />
          {chat.attention && (
            <span className="inline-flex items-center gap-1 font-medium text-warning">
              <TriangleAlert aria-hidden="true" className="size-3.5" />
              {attentionText(chat.attention)}
            </span>
          )}
          {chat.isOptedOut && <span className="font-medium text-danger">Minta berhenti</span>}
        </span>
      </a>
    </li>
  );
}

const ICONS = { bot: Bot, off: BotOff, phone: Smartphone, person: UserRound };

/** Who answers now: an icon and a name, never colour alone. */
export function Speaker({ speaker, myId }: { speaker: SpeakerView; myId: string }) {
  const Icon = ICONS[speaker.type];
  return (
    <span className="inline-flex items-center gap-1">
      <Icon aria-hidden="true" className="size-3.5" />
      {speakerText(speaker, myId)}
    </span>
  );
}

function lastWords({ lastMessage, name }: ChatRowView): string {
  if (!lastMessage) return "Belum ada pesan";
  const { from } = lastMessage;
  const line = wordsOf(parseMessageText(lastMessage.line));
  return from === "customer" ? line : `${writerText(from, null, name)}: ${line}`;
}
