import { MessagesSquare } from "lucide-react";
import { EmptyState } from "../ui/feedback";
import { ChatHeader } from "./chat-header";
import { ChatList } from "./chat-list";
import { Composer } from "./composer";
import type { InboxView } from "./inbox-view";
import { LeadPanel } from "./lead-panel";
import { MessageList, type PendingMessage } from "./message-list";

export type InboxProps = {
  view: InboxView;
  /** What is on its way from this browser; only the island has some. */
  pending?: readonly PendingMessage[];
  /** Said above the list while the connection is away. */
  offline?: boolean;
  /** Why something just asked for was not done. */
  notice?: string | null;
};

/** List, chat and lead side by side; on a phone one of them. Works as links and forms, the island makes it live. */
export function Inbox({ view, pending = [], offline = false, notice = null }: InboxProps) {
  const { open } = view;
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      <h1 className="sr-only">{open ? `Inbox: ${open.chat.name}` : "Inbox"}</h1>
      {offline && (
        <p role="status" className="bg-warning-tint px-4 py-1.5 text-center font-medium text-warning">
          Koneksi terputus. Pesan baru muncul begitu tersambung lagi.
        </p>
      )}
      {notice && (
        <p role="alert" className="bg-danger-tint px-4 py-1.5 text-center font-medium text-danger-strong">
          {notice}
        </p>
      )}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] md:grid-cols-[19rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)_20rem]">
        <ChatList view={view} isHiddenOnPhone={open !== null} />
        {open ? (
          <section aria-label={`Chat dengan ${open.chat.name}`} className="flex min-h-0 min-w-0 flex-col">
            <ChatHeader view={view} open={open} />
            <MessageList open={open} view={view} pending={pending} />
            <Composer view={view} open={open} />
          </section>
        ) : (
          <div className="hidden items-center justify-center bg-canvas md:flex xl:col-span-2">
            <EmptyState icon={<MessagesSquare aria-hidden="true" />} title="Pilih satu chat">
              Pakai tombol j dan k untuk pindah chat, Enter untuk membalas.
            </EmptyState>
          </div>
        )}
        {open && (
          <aside
            aria-label="Data lead"
            tabIndex={-1}
            className="hidden min-h-0 overflow-y-auto border-line border-l bg-canvas xl:block"
          >
            <LeadPanel open={open} view={view} />
          </aside>
        )}
      </div>
    </div>
  );
}
