import { Camera, CarFront, SendHorizontal, Zap } from "lucide-react";
import { Button } from "../ui/button";
import { Alert } from "../ui/feedback";
import { INBOX, inboxHref } from "./inbox-address";
import { sendLabel } from "./inbox-texts";
import type { InboxView, OpenChatView } from "./inbox-view";
import { UnitPicker } from "./unit-picker";

type ComposerProps = { view: InboxView; open: OpenChatView };

/** Words, photos, quick replies and unit cards. A plain form; the island sends it without leaving the page. */
export function Composer({ view, open }: ComposerProps) {
  const { chat, draft, missing, error, whyNot, sendKey } = open;
  if (whyNot)
    return (
      <div className="flex-none border-line border-t p-3">
        <Alert tone="warning">{whyNot}</Alert>
      </div>
    );
  return (
    <div className="flex-none border-line border-t bg-surface">
      {open.unitSearch !== null && <UnitPicker view={view} open={open} />}
      <form
        method="post"
        action={`${INBOX}/${chat.id}/kirim`}
        encType="multipart/form-data"
        className="flex flex-col gap-2 p-3 md:px-4"
        data-composer={chat.id}
        key={`${chat.id}-${draft}`}
      >
        <input type="hidden" name="kunci" value={sendKey} />
        {missing.map((name) => (
          <label key={name} className="flex items-center gap-2">
            <span className="w-20 flex-none font-medium">{MISSING[name] ?? name}</span>
            <input name={`isi.${name}`} required className="input" placeholder={`Isi untuk {${name}}`} />
          </label>
        ))}
        <label htmlFor="f-pesan" className="sr-only">
          Balasan untuk {chat.name}
        </label>
        <textarea
          id="f-pesan"
          name="teks"
          rows={2}
          maxLength={4000}
          defaultValue={draft}
          placeholder={`Tulis balasan untuk ${chat.name}`}
          className="input min-h-16! max-h-48! resize-none"
          {...(error && { "aria-invalid": true, "aria-describedby": "f-pesan-error" })}
        />
        {error && (
          <p id="f-pesan-error" className="field-error" role="alert">
            {error}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-1.5">
          <label className="btn btn-ghost btn-sm relative cursor-pointer focus-within:outline-2 focus-within:outline-accent">
            <Camera aria-hidden="true" />
            <span data-photo-label />
            <input
              type="file"
              name="foto"
              accept="image/jpeg,image/png,image/webp,image/heic"
              multiple
              aria-label="Pilih foto"
              title="Foto"
              className="absolute inset-0 cursor-pointer opacity-0 [&::file-selector-button]:cursor-pointer"
            />
          </label>
          <UnitLink view={view} open={open} />
          <QuickReplies view={view} open={open} />
          <span className="flex-1" />
          <Button variant="primary" icon={<SendHorizontal aria-hidden="true" />}>
            {sendLabel(chat.speaker, view.me.userId)}
          </Button>
        </div>
      </form>
    </div>
  );
}

const MISSING: Record<string, string> = { nama: "Nama", unit: "Unit", harga: "Harga", link: "Link", sales: "Sales" };

function UnitLink({ view: { filter, search }, open }: ComposerProps) {
  const isOpen = open.unitSearch !== null;
  return (
    <a
      className="btn btn-ghost btn-sm"
      title="Kirim unit"
      href={inboxHref({ chatId: open.chat.id, filter, search, ...(!isOpen && { more: { unit: "" } }) })}
    >
      <CarFront aria-hidden="true" />
      <span className="sr-only 2xl:not-sr-only">{isOpen ? "Tutup pilihan unit" : "Kirim unit"}</span>
    </a>
  );
}

function QuickReplies({ view: { filter, search, me }, open }: ComposerProps) {
  const { chat, quickReplies } = open;
  return (
    <details className="menu" name="menu">
      <summary className="btn btn-ghost btn-sm" title="Balasan cepat">
        <Zap aria-hidden="true" />
        <span className="sr-only 2xl:not-sr-only">Balasan cepat</span>
      </summary>
      <div className="menu-list bottom-full left-0 mb-2 max-h-72 w-72 max-w-[80vw] overflow-y-auto">
        {quickReplies.length === 0 && <p className="px-2.5 py-2 text-muted">Belum ada balasan cepat.</p>}
        {quickReplies.map((reply) => (
          <a
            key={reply.id}
            className="menu-item flex-col items-start! gap-0! py-1.5"
            href={inboxHref({ chatId: chat.id, filter, search, more: { balasan: reply.id } })}
          >
            <span className="text-ink">/{reply.shortcut}</span>
            <span className="line-clamp-2 font-normal text-muted text-xs">{reply.text}</span>
          </a>
        ))}
        {!me.isSales && (
          <a className="menu-item" href={`${INBOX}/balasan-cepat`} data-leave>
            Atur balasan cepat
          </a>
        )}
      </div>
    </details>
  );
}
