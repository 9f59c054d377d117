import { useEffect } from "react";
import { type ChatPlace, EXTRA_KINDS } from "./api";
import { ChatBody } from "./chat-body";
import { ChatHeader } from "./chat-header";
import { ChatIntro } from "./chat-intro";
import { findShowroom } from "./people";
import type { PersonPhone } from "./phone-setup";
import type { ScreenProps } from "./screen-props";
import { useChat, useReadReceipts } from "./use-chat";

/** The screen of WhatsApp on a person's phone: one chat, with a showroom. */
export function Chat({ phone, ...props }: ScreenProps<PersonPhone>) {
  const { world, isCurrent, draft, onDraft, onFill, onUnread, onChange } = props;
  const place: ChatPlace = { device: phone.device, number: phone.number, side: "person" };
  const { chat, reload } = useChat(place, props.tick);
  const unreadCount = useReadReceipts(phone.device, phone.number, chat, isCurrent);
  const showroom = findShowroom(world, phone.device);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new count is news for the page
  useEffect(() => onUnread(unreadCount), [unreadCount]);

  return (
    <>
      <ChatHeader
        world={world}
        showroom={showroom}
        device={phone.device}
        state={chat?.isAnswering ? "mengetik…" : "online"}
        onDevice={(device) => onChange({ ...phone, device })}
      />
      <ChatBody
        place={place}
        name={phone.name}
        label={`Chat dengan ${showroom?.name ?? "showroom"}`}
        chat={chat}
        reload={reload}
        unreadCount={unreadCount}
        draft={draft}
        focusRequest={props.focusRequest}
        extras={EXTRA_KINDS}
        onDraft={onDraft}
      >
        <ChatIntro phone={phone} world={world} onFill={onFill} />
      </ChatBody>
    </>
  );
}
