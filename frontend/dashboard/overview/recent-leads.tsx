import { Users } from "lucide-react";
import { StatusBadge } from "../ui/badge";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { type Column, Table } from "../ui/table";
import { Ago } from "../ui/time";
import type { RecentLeadView } from "./overview-view";

type RecentLeadsProps = { leads: RecentLeadView[]; timezone: string; now: Date };

export function RecentLeads({ leads, timezone, now }: RecentLeadsProps) {
  if (leads.length === 0) {
    return (
      <Card title="Leads terbaru">
        <EmptyState icon={<Users aria-hidden="true" />} title="Belum ada lead" headingLevel={3}>
          Pelanggan yang bertanya lewat website atau WhatsApp muncul di sini.
        </EmptyState>
      </Card>
    );
  }
  const columns: Column<RecentLeadView>[] = [
    { key: "lead", header: "Pelanggan", isMain: true, cell: (lead) => <LeadLink lead={lead} /> },
    {
      key: "status",
      header: "Status",
      isWideOnly: true,
      cell: ({ status }) => <StatusBadge kind="lead" status={status} />,
    },
    { key: "car", header: "Minat", cell: wishOf },
    { key: "assignee", header: "Dipegang", isWideOnly: true, cell: ({ assigneeName }) => assigneeName ?? <Nobody /> },
    {
      key: "at",
      header: "Terakhir",
      align: "end",
      cell: ({ updatedAt }) => <Ago at={updatedAt} now={now} timezone={timezone} />,
    },
  ];
  return (
    <Card title="Leads terbaru" isFlush actions={ALL}>
      <Table caption="Leads terbaru" columns={columns} rows={leads} rowKey={({ id }) => id} />
    </Card>
  );
}

const ALL = (
  <a className="link inline-flex min-h-6 items-center" href="/dashboard/leads">
    Semua leads
  </a>
);

/** On phones the status stands beside the name, not in a row of its own. */
function LeadLink({ lead }: { lead: RecentLeadView }) {
  return (
    <span className="flex items-center justify-between gap-3">
      <a className="link inline-flex min-h-6 items-center" href={`/dashboard/leads/${lead.id}`}>
        {lead.title}
      </a>
      <span className="md:hidden">
        <StatusBadge kind="lead" status={lead.status} />
      </span>
    </span>
  );
}

function Nobody() {
  return <span className="text-muted">Belum ada</span>;
}

function wishOf({ car, moreCars }: RecentLeadView) {
  if (!car) return <span className="text-muted">Belum menyebut unit</span>;
  return moreCars > 0 ? `${car} +${moreCars} unit` : car;
}
