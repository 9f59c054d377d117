import { Album } from "./album";
import type { ChatSide } from "./api";
import { Attachment } from "./attachment";
import { BubbleMeta } from "./bubble-meta";
import { PhoneIcon } from "./icons";
import type { OpenPhotos } from "./lightbox";
import { MessageText } from "./message-body";
import type { MessageGroup, ShownMessage } from "./message-groups";
import type { Outbox } from "./use-outbox";

type BubbleProps = { side: ChatSide; group: MessageGroup; outbox: Outbox; onOpenPhotos(photos: OpenPhotos): void };

export function Bubble({ side, group, outbox, onOpenPhotos }: BubbleProps) {
  const [first] = group.messages;
  const last = group.messages.at(-1) ?? first;
  const isPhoto = first.kind === "image" && first.mediaUrl !== null;
  const text = group.messages.find((message) => message.text !== "")?.text ?? "";
  const isBare = isPhoto && text === "";

  return (
    <>
      <div
        className="bubble"
        data-from={first.isMine ? "me" : "them"}
        data-tail={group.startsRun}
        data-photo={isPhoto}
        data-bare={isBare}
      >
        <Speaker message={first} side={side} isShown={group.startsRun} />
        {isPhoto ? <Album messages={group.messages} onOpen={onOpenPhotos} /> : <Attachment message={first} />}
        {text && <MessageText text={text} />}
        <BubbleMeta message={last} />
      </div>
      {last.status === "failed" && last.albumId && <FailedNote batchId={last.albumId} outbox={outbox} />}
    </>
  );
}

/** Who speaks: for the eye only where it is not clear from the side of the bubble, for the ear always. */
function Speaker({ message, side, isShown }: { message: ShownMessage; side: ChatSide; isShown: boolean }) {
  const { speaker, isMine } = message;
  if (side === "showroom" && speaker) {
    const name = message.speakerName ?? SPEAKERS[speaker].name;
    return (
      <p className={isShown ? "bubble-speaker" : "sr-only"} data-speaker={speaker}>
        <PhoneIcon name={SPEAKERS[speaker].icon} className="size-3.5" />
        {name}
        <span className="sr-only">: </span>
      </p>
    );
  }
  const isPerson = speaker === "sales" || speaker === "owner_phone";
  return (
    <>
      <span className="sr-only">{isMine ? "Anda: " : side === "person" ? "Showroom: " : "Pelanggan: "}</span>
      {isPerson && isShown && <p className="bubble-speaker">Tim showroom</p>}
    </>
  );
}

const SPEAKERS = {
  bot: { icon: "bot", name: "Bot" },
  sales: { icon: "tag", name: "Sales" },
  owner_phone: { icon: "phone", name: "HP showroom" },
  system: { icon: "bot", name: "Otomatis" },
} as const;

function FailedNote({ batchId, outbox }: { batchId: string; outbox: Outbox }) {
  const departure = outbox.departures.find(({ outgoing }) => outgoing.batchId === batchId);
  return (
    <div className="failed-note" role="alert">
      <p>
        <PhoneIcon name="alert" className="size-4" />
        {departure?.failure}
      </p>
      <button type="button" onClick={() => outbox.retry(batchId)}>
        Kirim ulang
      </button>
      <button type="button" onClick={() => outbox.discard(batchId)}>
        Hapus
      </button>
    </div>
  );
}
