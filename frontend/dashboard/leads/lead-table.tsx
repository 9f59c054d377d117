import { formatPhone } from "../inbox/phone";
import { StatusBadge } from "../ui/badge";
import { type Column, Table } from "../ui/table";
import { Ago } from "../ui/time";
import { sourceText } from "./lead-texts";
import { LEADS } from "./leads-address";
import type { LeadRowView } from "./leads-view";

export function LeadTable({ rows, now, timezone }: { rows: LeadRowView[]; now: string; timezone: string }) {
  const columns: Column<LeadRowView>[] = [
    { key: "name", header: "Pelanggan", isMain: true, cell: (lead) => <Name lead={lead} /> },
    { key: "status", header: "Status", cell: ({ status }) => <StatusBadge kind="lead" status={status} /> },
    { key: "score", header: "Skor", align: "end", cell: ({ score }) => `${score}/10` },
    { key: "cars", header: "Minat", cell: ({ cars, reason }) => cars || reason || "Belum jelas" },
    {
      key: "assignee",
      header: "Sales",
      cell: ({ assignee }) => assignee ?? <span className="text-muted">Belum ada</span>,
    },
    { key: "source", header: "Sumber", isWideOnly: true, cell: ({ source }) => sourceText(source) },
    {
      ...{ key: "updated", header: "Aktivitas" },
      cell: ({ updatedAt }) => <Ago at={updatedAt} now={now} timezone={timezone} />,
    },
  ];
  return <Table caption="Daftar lead" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Name({ lead }: { lead: LeadRowView }) {
  return (
    <>
      <a className="font-semibold text-ink hover:underline" href={`${LEADS}/${lead.id}`}>
        {lead.title}
      </a>
      {lead.name && <span className="num block text-[0.8125rem] text-muted">{formatPhone(lead.phone)}</span>}
      {lead.tags.length > 0 && (
        <span className="block text-muted text-xs">{lead.tags.map((tag) => `#${tag}`).join(" ")}</span>
      )}
    </>
  );
}
