import { Download, Inbox as InboxIcon, Search } from "lucide-react";
import { EmptyState } from "../ui/feedback";
import { ChatRow } from "./chat-row";
import { INBOX, inboxHref } from "./inbox-address";
import { FILTERS } from "./inbox-texts";
import type { InboxView } from "./inbox-view";

/** Filters, search and the chats, the latest word first. */
export function ChatList({ view, isHiddenOnPhone }: { view: InboxView; isHiddenOnPhone: boolean }) {
  const { filter, search, chats, moreHref, open } = view;
  return (
    <div className={`${isHiddenOnPhone ? "hidden md:flex" : "flex"} min-h-0 flex-col border-line md:border-r`}>
      <div className="flex flex-col gap-2 border-line border-b p-3">
        <div className="flex items-center justify-between">
          <p className="font-semibold text-ink text-lg">Inbox</p>
          {view.me.mayExport && (
            <a href="/dashboard/inbox/unduh" className="btn btn-ghost btn-sm" title="Unduh chat 30 hari (CSV)">
              <Download aria-hidden="true" />
              CSV
            </a>
          )}
        </div>
        <form method="get" action={INBOX} className="relative" aria-label="Cari chat">
          {filter !== "all" && <input type="hidden" name="filter" value={filter} />}
          <Search aria-hidden="true" className="absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" />
          <input
            type="search"
            name="cari"
            aria-label="Cari nama atau nomor"
            placeholder="Cari nama atau nomor"
            defaultValue={search}
            className="input pl-8"
          />
        </form>
        <FilterLinks view={view} />
      </div>
      <nav aria-label="Daftar chat" className="min-h-0 flex-1 overflow-y-auto" data-chat-list>
        {chats.length === 0 && <NoChats isFiltered={filter !== "all" || search !== ""} />}
        <ul>
          {chats.map((chat) => (
            <ChatRow key={chat.id} chat={chat} view={view} isOpen={chat.id === open?.chat.id} />
          ))}
        </ul>
        {moreHref && (
          <p className="p-3 text-center">
            <a className="link" href={moreHref}>
              Chat sebelumnya
            </a>
          </p>
        )}
      </nav>
    </div>
  );
}

function FilterLinks({ view: { filter, search, counts } }: { view: InboxView }) {
  return (
    <ul aria-label="Saring chat" className="-mx-3 flex gap-1.5 overflow-x-auto px-3 pb-1 [scrollbar-width:none]">
      {FILTERS.map(({ name, label }) => (
        <li key={name} className="flex-none">
          <a
            href={inboxHref({ filter: name, search })}
            aria-current={name === filter ? "true" : undefined}
            className={`inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2.5 text-[0.8125rem] font-medium ${
              name === filter
                ? "border-accent bg-accent-tint text-accent-strong"
                : "border-line bg-surface text-body hover:bg-sunken"
            }`}
          >
            {label}
            {counts[name] > 0 && <span className="num">{counts[name]}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function NoChats({ isFiltered }: { isFiltered: boolean }) {
  return (
    <EmptyState
      icon={<InboxIcon aria-hidden="true" />}
      title={isFiltered ? "Tidak ada chat yang cocok" : "Belum ada chat"}
      {...(isFiltered && {
        action: (
          <a className="link" href={INBOX}>
            Lihat semua chat
          </a>
        ),
      })}
    >
      {isFiltered ? "Coba saringan lain." : "Chat muncul di sini begitu pelanggan menulis ke WhatsApp showroom."}
    </EmptyState>
  );
}
