import { useEffect, useState } from "react";
import type { ExtraKind } from "./api";
import { ChatHeader } from "./chat-header";
import { ChatIntro } from "./chat-intro";
import { Composer } from "./composer";
import { Lightbox, type OpenPhotos } from "./lightbox";
import { MessageList } from "./message-list";
import { findShowroom, type PhoneSetup } from "./people";
import { useChat, useReadReceipts } from "./use-chat";
import { type Draft, EMPTY_DRAFT } from "./use-drafts";
import { useOutbox, withDepartures } from "./use-outbox";
import type { WorldView } from "./world-view";

export type ChatProps = {
  phone: PhoneSetup;
  world: WorldView;
  tick: number;
  /** In somebody's hand: what arrives is read. */
  isCurrent: boolean;
  draft: Draft;
  focusRequest: number;
  onChange(phone: PhoneSetup): void;
  onDraft(draft: Draft): void;
  /** Puts words into the message box and the cursor behind them. */
  onFill(text: string): void;
  onUnread(count: number): void;
};

/** The screen of WhatsApp: one chat between this phone and a showroom. */
export function Chat(props: ChatProps) {
  const { phone, world, tick, isCurrent, draft, focusRequest, onChange, onDraft, onFill, onUnread } = props;
  const { chat, reload } = useChat(phone.device, phone.number, tick);
  const unreadCount = useReadReceipts(phone.device, phone.number, chat, isCurrent);
  const outbox = useOutbox(reload);
  const [openPhotos, setOpenPhotos] = useState<OpenPhotos | null>(null);
  const messages = withDepartures(chat?.messages ?? [], outbox.departures);
  const showroom = findShowroom(world, phone.device);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new count is news for the page
  useEffect(() => onUnread(unreadCount), [unreadCount]);

  function send(content: Draft, extra: ExtraKind | null): void {
    const { device, number: sender, name } = phone;
    const text = content.text.trim();
    outbox.send({ batchId: crypto.randomUUID(), device, sender, name, text, photos: content.photos, extra });
    if (!extra) onDraft(EMPTY_DRAFT);
  }

  return (
    <>
      <ChatHeader
        world={world}
        showroom={showroom}
        device={phone.device}
        isAnswering={chat?.isAnswering ?? false}
        onDevice={(device) => onChange({ ...phone, device })}
      />
      <MessageList
        label={`Chat dengan ${showroom?.name ?? "showroom"}`}
        messages={messages}
        unreadCount={unreadCount}
        isAnswering={chat?.isAnswering ?? false}
        outbox={outbox}
        onOpenPhotos={setOpenPhotos}
      >
        {chat && messages.length === 0 && <ChatIntro phone={phone} world={world} onFill={onFill} />}
      </MessageList>
      <Composer draft={draft} focusRequest={focusRequest} onDraft={onDraft} onSend={send} />
      {openPhotos && <Lightbox {...openPhotos} onClose={() => setOpenPhotos(null)} />}
    </>
  );
}
