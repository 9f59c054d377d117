import { Ticks } from "./bubble-meta";
import type { DeviceChat } from "./device-chats-view";
import { PhoneIcon, type PhoneIconName } from "./icons";
import { parseMessageText, wordsOf } from "./message-text";

/** The last message of a chat on one line. */
export function ChatPreview({ last }: { last: DeviceChat["last"] }) {
  const kind = KINDS[last.kind];
  const words = wordsOf(parseMessageText(last.text)).replace(/\s+/g, " ").trim();
  return (
    <span className="chat-preview">
      {last.isMine && <Ticks status={last.status} />}
      {kind && <PhoneIcon name={kind.icon} className="size-4" />}
      <span>{words || kind?.label}</span>
    </span>
  );
}

const KINDS: Record<string, { icon: PhoneIconName; label: string }> = {
  image: { icon: "image", label: "Foto" },
  video: { icon: "video", label: "Video" },
  audio: { icon: "mic", label: "Pesan suara" },
  document: { icon: "document", label: "Dokumen" },
  sticker: { icon: "sticker", label: "Stiker" },
  contact: { icon: "contact", label: "Kontak" },
  location: { icon: "location", label: "Lokasi" },
};
