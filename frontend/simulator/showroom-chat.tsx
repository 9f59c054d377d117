import type { ChatPlace, ExtraKind } from "./api";
import { ChatBody } from "./chat-body";
import type { DeviceChat } from "./device-chats-view";
import { HolderMark } from "./holder-mark";
import { PhoneIcon } from "./icons";
import { initialsOf, showNumber } from "./people";
import { useChat } from "./use-chat";
import type { Draft } from "./use-drafts";

type ShowroomChatProps = {
  device: string;
  /** The customer's. */
  number: string;
  /** null until the list has it. */
  summary: DeviceChat | null;
  tick: number;
  draft: Draft;
  focusRequest: number;
  onDraft(draft: Draft): void;
  onBack(): void;
};

/** What gateways report of a message typed on the showroom's phone; a location is not among it. */
const EXTRAS: readonly ExtraKind[] = ["voice", "document", "contact", "sticker"];

/** A customer's chat as the showroom's phone sees it: the customer on the left, everybody of the showroom on the right. */
export function ShowroomChat({ device, number, summary, ...props }: ShowroomChatProps) {
  const place: ChatPlace = { device, number, side: "showroom" };
  const { chat, reload } = useChat(place, props.tick);
  const name = summary?.name || showNumber(number);

  return (
    <>
      <div className="chat-header">
        <button type="button" className="header-button chat-back" data-first onClick={props.onBack}>
          <PhoneIcon name="back" className="size-6" />
          <span className="sr-only">Kembali ke daftar chat</span>
        </button>
        <span className="avatar" data-of="customer" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <div className="min-w-0 flex-1">
          <p className="chat-name">{name}</p>
          {chat?.isAnswering ? (
            <p className="chat-state">bot mengetik…</p>
          ) : (
            summary && <HolderMark holder={summary.holder} />
          )}
        </div>
      </div>
      <ChatBody
        place={place}
        name=""
        label={`Chat dengan ${name}`}
        chat={chat}
        reload={reload}
        unreadCount={0}
        draft={props.draft}
        focusRequest={props.focusRequest}
        extras={EXTRAS}
        onDraft={props.onDraft}
      />
    </>
  );
}
