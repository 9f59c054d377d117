import { MessageCircle, StickyNote } from "lucide-react";
import type { InboxView, OpenChatView } from "../inbox/inbox-view";
import { MessageList } from "../inbox/message-list";
import { StatusBadge, statusOptions } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { FormErrors } from "../ui/form";
import { KeptForm } from "../ui/kept-form";
import { Select } from "../ui/select";
import { Textarea } from "../ui/text-input";
import { Ago, DateTime } from "../ui/time";
import { LeadCustomer } from "./lead-customer";
import { LEADS } from "./leads-address";
import type { LeadDetailView, Option } from "./leads-view";

export type LeadPageProps = {
  lead: LeadDetailView;
  /** The whole conversation, a page of it; null without one. */
  chat: { open: OpenChatView; view: Pick<InboxView, "now" | "timezone"> } | null;
  assignees: Option[];
  me: { userId: string; isSales: boolean };
  timezone: string;
  now: string;
  /** A form that came back. */
  form: { note: string; tags: string; name: string; errors: Record<string, string> };
};

/** One lead: who, why, what they want, what was said and what happened. */
export function LeadPage(props: LeadPageProps) {
  const { lead, chat, timezone, now } = props;
  return (
    <>
      <PageHeader
        title={lead.title}
        back={{ href: LEADS, label: "Leads" }}
        badge={<StatusBadge kind="lead" status={lead.status} />}
        description={lead.statusReason ?? undefined}
        actions={
          lead.chatHref && (
            <LinkButton variant="primary" href={lead.chatHref} icon={<MessageCircle aria-hidden="true" />}>
              Balas di inbox
            </LinkButton>
          )
        }
      />
      <FormErrors errors={props.form.errors} labels={{ text: "Catatan", tags: "Label", name: "Nama" }} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="stack order-2 lg:order-1">
          <Conversation chat={chat} />
          {!lead.isErased && <Notes {...props} />}
          <History lead={lead} timezone={timezone} now={now} />
        </div>
        <div className="stack order-1 lg:order-2">
          <Work {...props} />
          <LeadCustomer {...props} />
          <Wishes lead={lead} />
          <Handovers lead={lead} timezone={timezone} />
        </div>
      </div>
    </>
  );
}

function Conversation({ chat }: Pick<LeadPageProps, "chat">) {
  if (!chat) return null;
  const { open, view } = chat;
  return (
    <Card title="Percakapan" isFlush>
      <div className="flex max-h-[36rem] flex-col overflow-hidden rounded-b-xl">
        <MessageList open={open} view={view} pending={[]} />
      </div>
    </Card>
  );
}

function Work({ lead, assignees, me }: LeadPageProps) {
  return (
    <Card title="Tindakan">
      <div className="flex flex-col gap-4">
        <form method="post" action={`${LEADS}/${lead.id}/status`} className="flex items-end gap-2">
          <Select name="status" label="Status" value={lead.status} options={statusOptions("lead")} className="flex-1" />
          <Button>Ubah</Button>
        </form>
        {me.isSales ? (
          <form method="post" action={`${LEADS}/${lead.id}/petugas`}>
            <input type="hidden" name="userId" value={me.userId} />
            {lead.assigneeId ? <p>Dipegang {lead.assignee}.</p> : <Button>Ambil lead ini</Button>}
          </form>
        ) : (
          <form method="post" action={`${LEADS}/${lead.id}/petugas`} className="flex items-end gap-2">
            <Select
              name="userId"
              label="Sales"
              value={lead.assigneeId}
              options={assignees}
              placeholder="Belum ada"
              className="flex-1"
            />
            <Button>Simpan</Button>
          </form>
        )}
      </div>
    </Card>
  );
}

function Wishes({ lead }: { lead: LeadDetailView }) {
  if (lead.interests.length === 0) return null;
  return (
    <Card title="Unit yang diminati">
      <ul className="flex flex-col gap-1.5">
        {lead.interests.map((car) => (
          <li key={car.carId}>
            <a className="link" href={`/dashboard/stok/${car.carId}`}>
              {car.name}
            </a>
            <span className="num block text-muted">
              {car.price} <StatusBadge kind="car" status={car.status} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Handovers({ lead, timezone }: { lead: LeadDetailView; timezone: string }) {
  if (lead.handovers.length === 0) return null;
  return (
    <Card title="Penyerahan ke sales">
      <ol className="flex flex-col gap-3">
        {lead.handovers.map((handover) => (
          <li key={handover.id}>
            <p className="font-medium text-ink">{handover.text}</p>
            <p className="text-muted text-xs">
              <DateTime at={handover.at} timezone={timezone} />
            </p>
            <ul className="mt-1 flex flex-col gap-0.5">
              {handover.offers.map((offer) => (
                <li key={`${offer.who}-${offer.at}`}>
                  <b>{offer.who}</b> {offer.text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Notes({ lead, form }: LeadPageProps) {
  return (
    <Card title="Tambah catatan" description="Hanya dilihat tim, tidak pernah dikirim ke pelanggan.">
      <KeptForm
        action={`${LEADS}/${lead.id}/catatan`}
        hasCameBack={"text" in form.errors}
        className="flex flex-col items-start gap-2"
      >
        <Textarea
          name="text"
          label="Catatan"
          isLabelHidden
          value={form.note}
          error={form.errors.text}
          rows={3}
          maxLength={2000}
          className="w-full"
        />
        <Button icon={<StickyNote aria-hidden="true" />}>Simpan catatan</Button>
      </KeptForm>
    </Card>
  );
}

function History({ lead, timezone, now }: { lead: LeadDetailView; timezone: string; now: string }) {
  return (
    <Card title="Riwayat">
      <ol className="flex flex-col gap-3">
        {lead.events.map((event) => (
          <li key={event.id} className="border-line border-l-2 pl-3">
            <p className="text-ink">{event.text}</p>
            {event.note && <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{event.note}</p>}
            <p className="text-muted text-xs">
              {event.who} · <Ago at={event.at} now={now} timezone={timezone} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
