import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { Stat, StatGrid } from "../ui/stat";
import { type Column, Table } from "../ui/table";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";
import { percent } from "./share";

type Term = { terms: string; searches: number; withoutResult: number; web: number; wa: number };

export type SearchesView = {
  searches: number;
  withoutResult: number;
  web: number;
  wa: number;
  found: Term[];
  missing: Term[];
  days: { date: string; found: number; missing: number }[];
};

/** What customers look for; what they do not find is what to buy next. */
export function Searches({ report }: { report: SearchesView }) {
  if (report.searches === 0) {
    return (
      <NoData title="Belum ada pencarian pada periode ini">
        Setiap pencarian di website dan pertanyaan stok di WhatsApp dicatat di sini.
      </NoData>
    );
  }
  return (
    <>
      <StatGrid>
        <Stat label="Pencarian" value={formatCount(report.searches)} />
        <Stat
          label="Tanpa hasil"
          value={formatCount(report.withoutResult)}
          hint={percent(report.withoutResult, report.searches)}
        />
        <Stat label="Dari website" value={formatCount(report.web)} />
        <Stat label="Dari WhatsApp" value={formatCount(report.wa)} />
      </StatGrid>
      <Card title="Pencarian per hari">
        <DayChart caption="Pencarian per hari" series={SERIES} days={report.days} />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Terms
          title="Dicari tapi tidak ada"
          description="Petunjuk unit apa yang perlu dicari."
          terms={report.missing}
          empty="Semua yang dicari dengan kata kunci pernah ditemukan."
        />
        <Terms title="Paling sering dicari" terms={report.found} empty="Belum ada kata kunci yang menemukan unit." />
      </div>
    </>
  );
}

const SERIES = [
  { key: "found", label: "Ada hasil" },
  { key: "missing", label: "Tanpa hasil", tone: "hot" },
] as const;

type TermsProps = { title: string; description?: string; terms: Term[]; empty: string };

function Terms({ title, description, terms, empty }: TermsProps) {
  return (
    <Card title={title} description={description} isFlush>
      {terms.length === 0 ? (
        <EmptyState title={empty} headingLevel={3} />
      ) : (
        <Table caption={title} columns={COLUMNS} rows={terms} rowKey={(term) => term.terms} />
      )}
    </Card>
  );
}

const COLUMNS: Column<Term>[] = [
  { key: "terms", header: "Kata kunci", cell: ({ terms }) => <b className="wrap-anywhere">{terms}</b>, isMain: true },
  { key: "searches", header: "Dicari", cell: ({ searches }) => `${formatCount(searches)}×`, align: "end" },
  { key: "web", header: "Website", cell: ({ web }) => formatCount(web), align: "end" },
  { key: "wa", header: "WhatsApp", cell: ({ wa }) => formatCount(wa), align: "end" },
];
