import { Album } from "./album";
import { Attachment } from "./attachment";
import { BubbleMeta } from "./bubble-meta";
import { PhoneIcon } from "./icons";
import type { OpenPhotos } from "./lightbox";
import { MessageText } from "./message-body";
import type { MessageGroup } from "./message-groups";
import type { Outbox } from "./use-outbox";

type BubbleProps = { group: MessageGroup; outbox: Outbox; onOpenPhotos(photos: OpenPhotos): void };

export function Bubble({ group, outbox, onOpenPhotos }: BubbleProps) {
  const [first] = group.messages;
  const last = group.messages.at(-1) ?? first;
  const isPhoto = first.kind === "image" && first.mediaUrl !== null;
  const text = group.messages.find((message) => message.text !== "")?.text ?? "";
  const isBare = isPhoto && text === "";

  return (
    <>
      <div
        className="bubble"
        data-from={first.isMine ? "me" : "showroom"}
        data-tail={group.startsRun}
        data-photo={isPhoto}
        data-bare={isBare}
      >
        <span className="sr-only">{first.isMine ? "Anda: " : "Showroom: "}</span>
        {first.speaker && PEOPLE.has(first.speaker) && <p className="bubble-speaker">Tim showroom</p>}
        {isPhoto ? <Album messages={group.messages} onOpen={onOpenPhotos} /> : <Attachment message={first} />}
        {text && <MessageText text={text} />}
        <BubbleMeta message={last} />
      </div>
      {last.status === "failed" && last.albumId && <FailedNote batchId={last.albumId} outbox={outbox} />}
    </>
  );
}

/** Voices of people, as opposed to the assistant's. */
const PEOPLE = new Set(["sales", "owner_phone"]);

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
