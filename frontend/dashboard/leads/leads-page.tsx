import { Columns3, MessageCircleQuestion, Rows3, Users } from "lucide-react";
import { statusLabel } from "../ui/badge";
import { Button, LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { HiddenFields } from "../ui/form";
import { FilterChips, Pagination } from "../ui/navigation";
import { Select } from "../ui/select";
import { TextInput } from "../ui/text-input";
import { LeadBoard } from "./lead-board";
import { LeadTable } from "./lead-table";
import { sourceText } from "./lead-texts";
import { LEADS, leadsHref } from "./leads-address";
import type { LeadFilters, LeadsView } from "./leads-view";

/** All leads as a table or a board by status, with the same filters. */
export function LeadsPage({ view }: { view: LeadsView }) {
  const { filters, isBoard, table } = view;
  const isEmpty = view.counts.every(({ total }) => total === 0);
  return (
    <>
      <PageHeader
        title="Leads"
        description="Pelanggan yang berminat, dari chat, website, dan catatan tim."
        actions={
          <>
            {view.openQuestions !== null && (
              <LinkButton href={`${LEADS}/pertanyaan`} icon={<MessageCircleQuestion aria-hidden="true" />}>
                Pertanyaan{view.openQuestions > 0 ? ` (${view.openQuestions})` : ""}
              </LinkButton>
            )}
            <LinkButton
              href={leadsHref({ ...filters, isBoard: !isBoard })}
              icon={isBoard ? <Rows3 aria-hidden="true" /> : <Columns3 aria-hidden="true" />}
            >
              {isBoard ? "Lihat tabel" : "Lihat papan"}
            </LinkButton>
          </>
        }
      />
      {!isBoard && <StatusTabs view={view} />}
      <Filters view={view} />
      {isEmpty ? (
        <Nothing filters={filters} />
      ) : isBoard ? (
        <LeadBoard view={view} />
      ) : (
        table && (
          <Card isFlush>
            <LeadTable rows={table.rows} now={view.now} timezone={view.timezone} />
            <div className="p-4">
              <Pagination {...table} noun="lead" hrefOf={(page) => leadsHref({ ...filters, page })} />
            </div>
          </Card>
        )
      )}
    </>
  );
}

function StatusTabs({ view: { filters, counts } }: { view: LeadsView }) {
  const total = counts.reduce((sum, one) => sum + one.total, 0);
  const tabs = [{ status: "", total }, ...counts];
  return (
    <nav aria-label="Status lead" className="tabs mb-4">
      {tabs.map(({ status, total: count }) => (
        <a
          key={status}
          href={leadsHref({ ...filters, status })}
          className="tab"
          aria-current={filters.status === status ? "page" : undefined}
        >
          {status ? statusLabel("lead", status) : "Semua"}
          <span className="badge num">{count}</span>
        </a>
      ))}
    </nav>
  );
}

function Filters({ view }: { view: LeadsView }) {
  const { filters, isBoard, assignees, sources, tags } = view;
  return (
    <div className="mb-4 flex flex-col gap-3">
      <form
        method="get"
        action={LEADS}
        className="grid grid-cols-2 gap-2 md:flex md:flex-wrap"
        aria-label="Saring lead"
      >
        <HiddenFields
          fields={{ ...(isBoard && { tampilan: "papan" }), ...(filters.status && { status: filters.status }) }}
        />
        <TextInput
          name="cari"
          type="search"
          label="Cari"
          isLabelHidden
          value={filters.cari}
          placeholder="Nama atau nomor"
          className="col-span-2 md:w-56"
        />
        <Select
          name="petugas"
          label="Sales"
          isLabelHidden
          value={filters.petugas}
          placeholder="Semua sales"
          options={[{ value: "me", label: "Saya" }, { value: "none", label: "Belum ada" }, ...assignees]}
        />
        <Select
          name="sumber"
          label="Sumber"
          isLabelHidden
          value={filters.sumber}
          placeholder="Semua sumber"
          options={sources.map((value) => ({ value, label: sourceText(value) }))}
        />
        {tags.length > 0 && (
          <Select
            name="label"
            label="Label"
            isLabelHidden
            value={filters.label}
            placeholder="Semua label"
            options={tags.map((value) => ({ value, label: value }))}
          />
        )}
        <Select
          name="skor"
          label="Skor"
          isLabelHidden
          value={filters.skor}
          placeholder="Semua skor"
          options={["3", "5", "8"].map((value) => ({ value, label: `Skor ${value} ke atas` }))}
        />
        <Button>Saring</Button>
      </form>
      <FilterChips items={chipsOf(view)} clearHref={leadsHref({ isBoard })} />
    </div>
  );
}

function chipsOf({ filters, isBoard, assignees }: LeadsView) {
  const who: Record<string, string> = { me: "Saya", none: "Belum ada" };
  const labels: Partial<Record<keyof LeadFilters, string>> = {
    ...(filters.cari && { cari: `“${filters.cari}”` }),
    ...(filters.petugas && {
      petugas: `Sales: ${who[filters.petugas] ?? assignees.find(({ value }) => value === filters.petugas)?.label ?? "?"}`,
    }),
    ...(filters.sumber && { sumber: `Sumber: ${sourceText(filters.sumber)}` }),
    ...(filters.label && { label: `Label: ${filters.label}` }),
    ...(filters.skor && { skor: `Skor ${filters.skor} ke atas` }),
  };
  return Object.entries(labels).map(([name, label]) => ({
    label,
    removeHref: leadsHref({ ...filters, [name]: "", isBoard }),
  }));
}

function Nothing({ filters }: { filters: LeadFilters }) {
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Card>
      <EmptyState
        icon={<Users aria-hidden="true" />}
        title={isFiltered ? "Tidak ada lead yang cocok" : "Belum ada lead"}
        {...(isFiltered && {
          action: (
            <a className="link" href={LEADS}>
              Hapus semua saringan
            </a>
          ),
        })}
      >
        {isFiltered ? "Coba longgarkan saringannya." : "Lead tercatat sendiri begitu pelanggan chat lewat WhatsApp."}
      </EmptyState>
    </Card>
  );
}
