import { type ReactNode, useState } from "react";
import type { ChatPlace, ExtraKind } from "./api";
import type { ChatView } from "./chat-view";
import { Composer } from "./composer";
import { Lightbox, type OpenPhotos } from "./lightbox";
import { MessageList } from "./message-list";
import { type Draft, EMPTY_DRAFT } from "./use-drafts";
import { useOutbox, withDepartures } from "./use-outbox";

type ChatBodyProps = {
  place: ChatPlace;
  /** Of the sender, as their WhatsApp profile says. */
  name: string;
  label: string;
  chat: ChatView | null;
  reload(): Promise<void>;
  unreadCount: number;
  draft: Draft;
  focusRequest: number;
  /** What can be sent besides words and photos. */
  extras: readonly ExtraKind[];
  onDraft(draft: Draft): void;
  /** Shown while nothing has been said. */
  children?: ReactNode;
};

/** The messages of a chat and the box to write the next one. */
export function ChatBody(props: ChatBodyProps) {
  const { place, name, chat, draft, onDraft } = props;
  const outbox = useOutbox(props.reload);
  const [openPhotos, setOpenPhotos] = useState<OpenPhotos | null>(null);
  const messages = withDepartures(chat?.messages ?? [], outbox.departures);

  function send({ text, photos }: Draft, extra: ExtraKind | null): void {
    outbox.send({ batchId: crypto.randomUUID(), place, name, text: text.trim(), photos, extra });
    if (!extra) onDraft(EMPTY_DRAFT);
  }

  return (
    <>
      <MessageList
        label={props.label}
        side={place.side}
        messages={messages}
        unreadCount={props.unreadCount}
        isAnswering={chat?.isAnswering ?? false}
        outbox={outbox}
        onOpenPhotos={setOpenPhotos}
      >
        {chat && messages.length === 0 && props.children}
      </MessageList>
      <Composer draft={draft} focusRequest={props.focusRequest} extras={props.extras} onDraft={onDraft} onSend={send} />
      {openPhotos && <Lightbox {...openPhotos} onClose={() => setOpenPhotos(null)} />}
    </>
  );
}
