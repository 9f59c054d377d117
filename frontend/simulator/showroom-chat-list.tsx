import { ChatHeader } from "./chat-header";
import { ChatPreview } from "./chat-preview";
import type { DeviceChat } from "./device-chats-view";
import { HolderMark } from "./holder-mark";
import { dayName } from "./message-groups";
import { findShowroom, initialsOf, showNumber } from "./people";
import { UnreadBadge } from "./phone-tabs";
import type { WorldView } from "./world-view";

type ShowroomChatListProps = {
  world: WorldView;
  device: string;
  chats: DeviceChat[] | null;
  unseenOf(chat: DeviceChat): number;
  onOpen(number: string): void;
  onDevice(device: string): void;
};

/** The chats of the showroom's phone, each with who speaks in it. */
export function ShowroomChatList({ world, device, chats, unseenOf, onOpen, onDevice }: ShowroomChatListProps) {
  const showroom = findShowroom(world, device);

  return (
    <>
      <ChatHeader
        world={world}
        showroom={showroom}
        device={device}
        state={`HP showroom, ${showNumber(device)}`}
        onDevice={onDevice}
      />
      <div className="chat-list">
        {chats?.length === 0 && (
          <p className="chat-list-empty">
            Belum ada chat masuk. Kirim pesan pertama dari HP pelanggan, lalu lihat di sini.
          </p>
        )}
        <ul aria-label={`Chat ${showroom?.name ?? "showroom"}`}>
          {chats?.map((chat, index) => (
            <li key={chat.phone}>
              <button type="button" data-first={index === 0 || undefined} onClick={() => onOpen(chat.phone)}>
                <ChatRow chat={chat} unseen={unseenOf(chat)} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

function ChatRow({ chat, unseen }: { chat: DeviceChat; unseen: number }) {
  const name = chat.name || showNumber(chat.phone);
  return (
    <>
      <span className="avatar" data-of="customer" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span className="chat-row">
        <span className="chat-row-line">
          <b>{name}</b>
          <time dateTime={chat.last.at} data-unseen={unseen > 0}>
            {momentName(new Date(chat.last.at), new Date())}
          </time>
        </span>
        <span className="chat-row-line">
          <ChatPreview last={chat.last} />
          <UnreadBadge count={unseen} />
        </span>
        <HolderMark holder={chat.holder} />
      </span>
    </>
  );
}

const timeFormat = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" });
const dateFormat = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "numeric", year: "2-digit" });

/** "14.05" today, "Kemarin", else "12/11/26". */
function momentName(at: Date, now: Date): string {
  const day = dayName(at, now);
  if (day === "Hari ini") return timeFormat.format(at);
  return day === "Kemarin" ? day : dateFormat.format(at);
}
