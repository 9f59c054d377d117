import { statusOptions } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { HiddenFields } from "../ui/form";
import { Select } from "../ui/select";
import { Textarea } from "../ui/text-input";
import { Ago } from "../ui/time";
import { INBOX } from "./inbox-address";
import type { InboxView, LeadPanelView, OpenChatView } from "./inbox-view";

/** What is known of the lead beside its chat, and what is done with it every day. */
export function LeadPanel({ open, view }: { open: OpenChatView; view: InboxView }) {
  const { lead, chat } = open;
  if (!lead)
    return (
      <div className="p-4 text-muted">
        {chat.lead ? `Lead ini dipegang ${chat.lead.assignee ?? "rekan Anda"}.` : "Belum ada lead dari chat ini."}
      </div>
    );
  const back = { kembali: `${INBOX}/${chat.id}` };
  return (
    <div className="flex flex-col gap-4 p-4">
      <Score lead={lead} />
      <form
        method="post"
        action={`/dashboard/leads/${lead.id}/status`}
        className="flex items-end gap-2"
        key={`status-${lead.status}`}
      >
        <HiddenFields fields={back} />
        <Select name="status" label="Status" value={lead.status} options={statusOptions("lead")} className="flex-1" />
        <Button>Ubah</Button>
      </form>
      <Assign lead={lead} view={view} back={back} />
      <Interests lead={lead} />
      <form
        method="post"
        action={`/dashboard/leads/${lead.id}/catatan`}
        className="flex flex-col gap-2"
        key={`note-${lead.notes[0]?.id ?? ""}`}
      >
        <HiddenFields fields={back} />
        <Textarea name="text" label="Catatan" rows={2} maxLength={2000} placeholder="Hanya dilihat tim" required />
        <Button className="self-start" size="sm">
          Simpan catatan
        </Button>
      </form>
      {lead.notes.length > 0 && (
        <ul aria-label="Catatan terakhir" className="flex flex-col gap-2">
          {lead.notes.map((note) => (
            <li key={note.id} className="rounded-lg bg-surface p-2.5 shadow-card">
              <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{note.text}</p>
              <p className="mt-1 text-muted text-xs">
                {note.who} · <Ago at={note.at} now={view.now} timezone={view.timezone} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <LinkButton href={`/dashboard/leads/${lead.id}`}>Buka lead lengkap</LinkButton>
    </div>
  );
}

function Score({ lead }: { lead: LeadPanelView }) {
  return (
    <section aria-label="Skor lead">
      <div className="flex items-baseline justify-between">
        <h2 className="text-[0.9375rem]">Skor lead</h2>
        <p className="num font-semibold text-ink">{lead.score}/10</p>
      </div>
      <progress className="meter mt-1.5" max={10} value={lead.score} aria-label={`Skor ${lead.score} dari 10`} />
      {lead.reasons.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-1">
          {lead.reasons.map((reason) => (
            <li key={reason} className="badge whitespace-normal rounded-xl">
              {reason}
            </li>
          ))}
        </ul>
      )}
      {lead.tags.length > 0 && <p className="mt-2 text-muted">{lead.tags.map((tag) => `#${tag}`).join(" ")}</p>}
    </section>
  );
}

function Assign({ lead, view, back }: { lead: LeadPanelView; view: InboxView; back: { kembali: string } }) {
  if (view.me.isSales)
    return lead.assigneeId ? (
      <p>
        Dipegang <b>{lead.assigneeName}</b>
      </p>
    ) : (
      <form method="post" action={`/dashboard/leads/${lead.id}/petugas`}>
        <HiddenFields fields={{ ...back, userId: view.me.userId }} />
        <Button>Ambil lead ini</Button>
      </form>
    );
  return (
    <form
      method="post"
      action={`/dashboard/leads/${lead.id}/petugas`}
      className="flex items-end gap-2"
      key={`who-${lead.assigneeId}`}
    >
      <HiddenFields fields={back} />
      <Select
        name="userId"
        label="Sales"
        value={lead.assigneeId}
        options={lead.assignees}
        placeholder="Belum ada"
        className="flex-1"
      />
      <Button>Simpan</Button>
    </form>
  );
}

function Interests({ lead }: { lead: LeadPanelView }) {
  if (lead.interests.length === 0) return null;
  return (
    <section aria-label="Unit yang diminati">
      <h2 className="text-[0.9375rem]">Unit yang diminati</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {lead.interests.map((car) => (
          <li key={car.carId}>
            <a className="link" href={`/dashboard/stok/${car.carId}`} data-leave>
              {car.name}
            </a>
            <span className="num text-muted"> · {car.price}</span>
            {car.status === "sold" && <span className="text-danger"> · terjual</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
