import { TriangleAlert } from "lucide-react";
import type { InboxView, OpenChatView } from "./inbox-view";
import { MessageBubble } from "./message-bubble";
import { messageDays } from "./message-days";

/** Written here and not yet confirmed by the server. */
export type PendingMessage = {
  key: string;
  chatId: string;
  text: string;
  photoCount: number;
  /** Why it could not be handed over; null while it is on its way. */
  error: string | null;
  /** Words that can be put back for changing; a unit's card has none. */
  isTyped: boolean;
};

/** What was said, by day; opens at the end without a script, because the outer column is reversed. */
export function MessageList(props: {
  open: OpenChatView;
  view: Pick<InboxView, "now" | "timezone">;
  pending: readonly PendingMessage[];
}) {
  const { open, view, pending } = props;
  const days = messageDays(open.messages, view.now, view.timezone);
  return (
    <div
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto bg-canvas"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
      tabIndex={0}
      role="log"
      aria-label="Percakapan"
      data-messages
    >
      <div className="flex flex-col gap-1 px-3 py-4 md:px-4">
        {open.olderHref && (
          <p className="text-center">
            <a className="link" href={open.olderHref} data-older>
              Pesan sebelumnya
            </a>
          </p>
        )}
        {days.length === 0 && <p className="text-center text-muted">Belum ada pesan.</p>}
        {days.map((day) => (
          <section key={day.key} aria-label={day.label} className="flex flex-col gap-1">
            <p className="sticky top-0 z-10 my-2 self-center rounded-full bg-surface px-3 py-0.5 font-medium text-muted text-xs shadow-card">
              {day.label}
            </p>
            {day.messages.map((message, index) => (
              <MessageBubble
                key={message.id}
                message={message}
                previous={day.messages[index - 1] ?? null}
                chat={open.chat}
                timezone={view.timezone}
              />
            ))}
          </section>
        ))}
        {pending.map((message) => (
          <Pending key={message.key} message={message} />
        ))}
      </div>
    </div>
  );
}

function Pending({ message: { key, text, photoCount, error, isTyped } }: { message: PendingMessage }) {
  return (
    <div className="mt-1 max-w-[85%] self-end rounded-xl bg-accent-tint px-3 py-2 text-ink" data-pending={key}>
      {photoCount > 0 && <p className="text-muted">{photoCount} foto</p>}
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
      {error ? (
        <p className="mt-1 flex flex-wrap items-center gap-2 text-[0.8125rem] text-danger" role="alert">
          <TriangleAlert aria-hidden="true" className="size-3.5" />
          {error}
          {isTyped && (
            <button type="button" className="link" data-edit={key}>
              Ubah
            </button>
          )}
          <button type="button" className="link" data-retry={key}>
            Coba lagi
          </button>
          <button type="button" className="link" data-discard={key}>
            Hapus
          </button>
        </p>
      ) : (
        <p className="mt-0.5 text-right text-muted text-xs">Mengirim…</p>
      )}
    </div>
  );
}
