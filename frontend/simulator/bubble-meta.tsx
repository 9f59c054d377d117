import type { ShownMessage } from "./message-groups";

const timeFormat = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" });

/** Time and ticks in the corner of a bubble. */
export function BubbleMeta({ message }: { message: ShownMessage }) {
  return (
    <span className="bubble-meta">
      <time dateTime={message.at}>{timeFormat.format(new Date(message.at))}</time>
      {message.isMine && <Ticks status={message.status} />}
    </span>
  );
}

const MEANINGS: Record<ShownMessage["status"], string> = {
  sending: "sedang dikirim",
  failed: "gagal terkirim",
  sent: "terkirim",
  delivered: "sampai",
  read: "dibaca",
};

export function Ticks({ status }: { status: ShownMessage["status"] }) {
  const isDouble = status === "delivered" || status === "read";
  return (
    <span className="ticks" data-status={status}>
      <svg viewBox="0 0 18 12" aria-hidden="true">
        {status === "sending" && <path d="M9 1.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6ZM9 3.4V6l1.7 1.2" />}
        {status === "failed" && <path d="M9 1.5v6M9 10.2v.2" />}
        {status === "sent" && <path d="M4.5 6.5l3 3 6-7" />}
        {isDouble && <path d="M1.5 6.5l3 3 6-7M8 9.2l.3.3 6-7" />}
      </svg>
      <span className="sr-only">{MEANINGS[status]}</span>
    </span>
  );
}
