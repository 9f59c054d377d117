import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ChatSide } from "./api";
import { Bubble } from "./bubble";
import { PhoneIcon } from "./icons";
import type { OpenPhotos } from "./lightbox";
import { groupMessages, type ShownMessage } from "./message-groups";
import type { Outbox } from "./use-outbox";

type MessageListProps = {
  label: string;
  side: ChatSide;
  messages: ShownMessage[];
  unreadCount: number;
  isAnswering: boolean;
  outbox: Outbox;
  onOpenPhotos(photos: OpenPhotos): void;
  children: ReactNode;
};

/** Closer to the end than this counts as being there. */
const END_PX = 80;

export function MessageList({ label, side, messages, unreadCount, isAnswering, outbox, ...props }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [isAtEnd, setAtEnd] = useState(true);
  const last = messages.at(-1);
  const toEnd = useCallback(() => list.current?.scrollTo({ top: list.current.scrollHeight }), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new at the end is what may move the list
  useLayoutEffect(() => {
    if (isAtEnd || last?.status === "sending") toEnd();
  }, [messages.length, last?.id, last?.status, isAnswering]);

  // The end stays in sight when the keyboard, chosen photos or the window take room away.
  useEffect(() => {
    if (!isAtEnd || !list.current) return;
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(list.current);
    return () => sizes.disconnect();
  }, [isAtEnd, toEnd]);

  function look(element: HTMLDivElement): void {
    setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < END_PX);
  }

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={list}
        className="wallpaper"
        role="log"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable with the keyboard
        tabIndex={0}
        onScroll={(event) => look(event.currentTarget)}
      >
        <p className="chat-notice">Simulator: tidak dikirim ke luar.</p>
        {props.children}
        {groupMessages(messages, new Date()).map((group) => (
          <div key={group.key} className="contents">
            {group.day && <p className="chat-day">{group.day}</p>}
            <Bubble side={side} group={group} outbox={outbox} onOpenPhotos={props.onOpenPhotos} />
          </div>
        ))}
        {isAnswering && side === "person" && <TypingBubble />}
      </div>
      {!isAtEnd && (
        <button type="button" className="to-end" onClick={toEnd}>
          <PhoneIcon name="arrow-down" />
          <span className="sr-only">Ke pesan terbaru</span>
          {unreadCount > 0 && <span className="unread-badge">{unreadCount}</span>}
        </button>
      )}
    </div>
  );
}

function TypingBubble() {
  return (
    <div className="bubble typing" data-from="them" data-tail="true" aria-hidden="true">
      <span />
      <span />
      <span />
    </div>
  );
}
