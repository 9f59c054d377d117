import { useEffect, useRef } from "react";
import type { ShowroomPhone } from "./phone-setup";
import type { ScreenProps } from "./screen-props";
import { ShowroomChat } from "./showroom-chat";
import { ShowroomChatList } from "./showroom-chat-list";
import { useDeviceChats, useUnseen } from "./use-device-chats";
import { EMPTY_DRAFT } from "./use-drafts";

/** The screen of the showroom's own phone: its list of chats, or the one that is open. */
export function ShowroomScreen({ phone, ...props }: ScreenProps<ShowroomPhone>) {
  const { isCurrent, onChange, onDraft, onUnread } = props;
  const { device, chatWith } = phone;
  const chats = useDeviceChats(device, props.tick);
  const unseenOf = useUnseen(chats, isCurrent ? chatWith : null);
  const unseenCount = chats?.reduce((sum, chat) => sum + unseenOf(chat), 0) ?? 0;
  const screen = useFocusAfterTurning(chatWith);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new count is news for the page
  useEffect(() => onUnread(unseenCount), [unseenCount]);

  function turnTo(number: string | null): void {
    screen.turning();
    if (number === null) onDraft(EMPTY_DRAFT);
    onChange({ ...phone, chatWith: number });
  }

  return (
    <div ref={screen.ref} className="contents">
      {chatWith === null ? (
        <ShowroomChatList
          world={props.world}
          device={device}
          chats={chats}
          unseenOf={unseenOf}
          onOpen={turnTo}
          onDevice={(next) => onChange({ ...phone, device: next, chatWith: null })}
        />
      ) : (
        <ShowroomChat
          key={chatWith}
          device={device}
          number={chatWith}
          summary={chats?.find((chat) => chat.phone === chatWith) ?? null}
          tick={props.tick}
          draft={props.draft}
          focusRequest={props.focusRequest}
          onDraft={onDraft}
          onBack={() => turnTo(null)}
        />
      )}
    </div>
  );
}

/** Going in or out of a chat takes away the button that was pressed: the cursor goes on to the first one of the new view. */
function useFocusAfterTurning(view: string | null) {
  const ref = useRef<HTMLDivElement>(null);
  const isTurning = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is what to look for
  useEffect(() => {
    if (isTurning.current) ref.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    isTurning.current = false;
  }, [view]);

  return {
    ref,
    turning: () => {
      isTurning.current = true;
    },
  };
}
