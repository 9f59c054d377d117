import { ArrowLeft, Bot, Check, Hand, UserRoundSearch } from "lucide-react";
import { StatusBadge } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { INBOX, inboxHref } from "./inbox-address";
import { attentionText, speakerText } from "./inbox-texts";
import type { InboxView, OpenChatView } from "./inbox-view";
import { formatPhone } from "./phone";

/** Who the chat is with, who answers now, and the button that changes that. */
export function ChatHeader({ view, open }: { view: InboxView; open: OpenChatView }) {
  const { chat } = open;
  const { filter, search, me } = view;
  return (
    <header className="flex-none border-line border-b">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2 md:px-4">
        <a
          href={inboxHref({ filter, search })}
          className="btn btn-ghost btn-sm md:hidden"
          aria-label="Kembali ke daftar chat"
        >
          <ArrowLeft aria-hidden="true" />
        </a>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-[0.9375rem]">{chat.name}</h2>
          <p className="flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-muted">
            {chat.phone && chat.name !== formatPhone(chat.phone) && (
              <span className="num">{formatPhone(chat.phone)}</span>
            )}
            {chat.lead && <StatusBadge kind="lead" status={chat.lead.status} />}
            {chat.isOptedOut && <span className="font-medium text-danger">Minta tidak dihubungi</span>}
          </p>
        </div>
        {open.lead && (
          <LinkButton
            size="sm"
            variant="ghost"
            href={`/dashboard/leads/${open.lead.id}`}
            className="xl:hidden"
            icon={<UserRoundSearch aria-hidden="true" />}
            title="Data lead"
          >
            <span className="sr-only sm:not-sr-only">Lead</span>
          </LinkButton>
        )}
        <Holder view={view} open={open} />
      </div>
      <SpeakerBar myId={me.userId} open={open} />
    </header>
  );
}

function Holder({ view: { me }, open: { chat } }: { view: InboxView; open: OpenChatView }) {
  const { speaker } = chat;
  const isMine = speaker.type === "person" && speaker.userId === me.userId;
  const isColleagues = speaker.type === "person" && !isMine;
  if (isColleagues && me.isSales) return null;
  return (
    <>
      {!isMine && (
        <form method="post" action={`${INBOX}/${chat.id}/ambil`}>
          <Button size="sm" icon={<Hand aria-hidden="true" />}>
            Ambil alih
          </Button>
        </form>
      )}
      {(speaker.type === "person" || speaker.type === "phone") && (
        <form method="post" action={`${INBOX}/${chat.id}/kembalikan`}>
          <Button size="sm" icon={<Bot aria-hidden="true" />}>
            Kembalikan ke bot
          </Button>
        </form>
      )}
    </>
  );
}

/** Obvious at a glance: a coloured line that says who speaks, and what waits. */
function SpeakerBar({ myId, open: { chat } }: { myId: string; open: OpenChatView }) {
  const { speaker, attention } = chat;
  const tone = speaker.type === "bot" ? "bg-sunken text-body" : "bg-accent-tint text-accent-strong";
  return (
    <div className={`flex flex-wrap items-center justify-between gap-2 px-3 py-1.5 text-[0.8125rem] md:px-4 ${tone}`}>
      <p data-speaker={speaker.type}>
        {speaker.type === "bot" && "Bot yang menjawab chat ini."}
        {speaker.type === "off" && "Bot dimatikan untuk chat ini; belum ada orang yang memegang."}
        {speaker.type === "phone" && "Dijawab dari HP showroom. Bot diam."}
        {speaker.type === "person" && (
          <>
            Dipegang <b>{speakerText(speaker, myId)}</b>. Bot diam.
          </>
        )}
      </p>
      {attention && (
        <form method="post" action={`${INBOX}/${chat.id}/beres`} className="flex items-center gap-2">
          <span className="font-medium text-warning">{attentionText(attention)}</span>
          <Button size="sm" variant="ghost" icon={<Check aria-hidden="true" />}>
            Sudah beres
          </Button>
        </form>
      )}
    </div>
  );
}
