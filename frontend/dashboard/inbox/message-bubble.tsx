import { Bot, Check, CheckCheck, Clock3, FileText, MapPin, Mic, Smartphone, TriangleAlert } from "lucide-react";
import { Button } from "../ui/button";
import { HiddenFields } from "../ui/form";
import { formatClock } from "../ui/time";
import { INBOX } from "./inbox-address";
import { statusText, writerText } from "./inbox-texts";
import type { ChatMessageView, ChatRowView } from "./inbox-view";
import { MessageText } from "./message-text";

type BubbleProps = {
  message: ChatMessageView;
  previous: ChatMessageView | null;
  chat: ChatRowView;
  timezone: string;
};

/** The customer stands left, the showroom right; bot, person and phone differ in name, icon and colour. */
export function MessageBubble({ message, previous, chat, timezone }: BubbleProps) {
  const { from, writer } = message;
  if (from === "system") return <SystemLine message={message} timezone={timezone} />;
  const isOurs = from !== "customer";
  const startsRun = previous?.from !== from || previous.writer !== writer;
  const tone = !isOurs ? "bg-surface" : from === "bot" ? "bg-[#e7e8e2]" : "bg-[#dbe6fb]";
  return (
    <article
      className={`flex max-w-[85%] flex-col md:max-w-[75%] ${isOurs ? "self-end" : "self-start"} ${startsRun ? "mt-2" : ""}`}
      data-message={message.id}
      data-from={from}
    >
      {startsRun && (
        <p
          className={`mb-0.5 flex items-center gap-1 px-1 font-medium text-muted text-xs ${isOurs ? "justify-end" : ""}`}
        >
          {from === "bot" && <Bot aria-hidden="true" className="size-3.5" />}
          {from === "phone" && <Smartphone aria-hidden="true" className="size-3.5" />}
          {writerText(from, writer, chat.name)}
        </p>
      )}
      <div className={`rounded-xl px-3 py-2 text-ink shadow-card ${tone}`}>
        <Attachment message={message} />
        {message.text && <MessageText text={message.text} />}
        <p className="mt-0.5 flex items-center justify-end gap-1 text-muted text-xs">
          <time dateTime={message.createdAt} className="num">
            {formatClock(message.createdAt, timezone)}
          </time>
          {isOurs && <Receipt status={message.status} />}
        </p>
      </div>
      {message.failure && <Failure message={message} chat={chat} />}
    </article>
  );
}

function SystemLine({ message, timezone }: { message: ChatMessageView; timezone: string }) {
  return (
    <p className="my-1 max-w-[85%] self-center rounded-lg bg-surface px-3 py-1.5 text-center text-[0.8125rem] text-muted">
      <b className="font-medium">Sistem</b> · {formatClock(message.createdAt, timezone)} · {message.text}
    </p>
  );
}

function Receipt({ status }: { status: string }) {
  const label = statusText(status);
  if (!label) return null;
  const isRead = status === "read";
  const Icon =
    status === "failed" || status === "unknown"
      ? TriangleAlert
      : isRead || status === "delivered"
        ? CheckCheck
        : status === "sent"
          ? Check
          : Clock3;
  const tone = status === "failed" ? "text-danger" : isRead ? "text-accent" : "";
  return <Icon role="img" aria-label={label} data-status={status} className={`size-3.5 ${tone}`} />;
}

function Failure({ message, chat }: { message: ChatMessageView; chat: ChatRowView }) {
  const mayRepeat = message.from === "sales" && (message.status === "failed" || message.status === "unknown");
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-2 px-1 text-[0.8125rem] text-danger">
      <p>{message.failure}</p>
      {mayRepeat && (
        <form method="post" action={`${INBOX}/${chat.id}/ulang`}>
          <HiddenFields fields={{ messageId: message.id }} />
          <Button size="sm">Kirim ulang</Button>
        </form>
      )}
    </div>
  );
}

function Attachment({ message }: { message: ChatMessageView }) {
  const { kind, hasMedia, id, location, filename } = message;
  const src = `${INBOX}/media/${id}`;
  if (kind === "text" || kind === "unknown") return null;
  if (kind === "location" && location) {
    const place = `${location.latitude},${location.longitude}`;
    return (
      <a
        className="link flex items-center gap-1.5"
        href={`https://www.google.com/maps?q=${place}`}
        rel="noopener noreferrer"
        target="_blank"
      >
        <MapPin aria-hidden="true" className="size-4" />
        Lokasi yang dikirim
      </a>
    );
  }
  if ((kind === "image" || kind === "sticker") && hasMedia)
    return (
      <a href={src} target="_blank" rel="noopener" className="mb-1 block">
        <img
          src={src}
          alt={message.text ? `Foto: ${message.text.slice(0, 60)}` : "Foto"}
          loading="lazy"
          className="max-h-72 min-h-16 max-w-full rounded-lg bg-sunken object-cover"
        />
      </a>
    );
  const Icon = kind === "audio" ? Mic : FileText;
  const name = NAMES[kind] ?? "Pesan lain";
  return (
    <p className="flex items-center gap-1.5 font-medium">
      <Icon aria-hidden="true" className="size-4" />
      {hasMedia ? (
        <a className="link" href={src}>
          {filename ?? name}
        </a>
      ) : (
        `${name} (buka di HP showroom)`
      )}
    </p>
  );
}

const NAMES: Record<string, string> = {
  ...{ audio: "Voice note", video: "Video", document: "Dokumen", contact: "Kontak", image: "Foto", sticker: "Stiker" },
  location: "Lokasi",
};
