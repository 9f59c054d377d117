import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { Stat, StatGrid } from "../ui/stat";
import { type Column, Table } from "../ui/table";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";
import { percent, Share } from "./share";

type Steps = { created: number; warm: number; hot: number; closed: number; lost: number };

export type LeadFunnelView = {
  total: Steps;
  sources: ({ source: string } & Steps)[];
  days: { date: string; created: number }[];
};

/** How far the leads of these days came. */
export function LeadFunnel({ report }: { report: LeadFunnelView }) {
  const { total, sources, days } = report;
  if (total.created === 0) {
    return (
      <NoData title="Belum ada lead pada periode ini">
        Lead tercatat saat pelanggan bertanya lewat website atau WhatsApp. Coba periode yang lebih panjang.
      </NoData>
    );
  }
  return (
    <>
      <StatGrid>
        <Stat label="Lead masuk" value={formatCount(total.created)} />
        <Stat label="Sampai panas" value={formatCount(total.hot)} hint={percent(total.hot, total.created)} />
        <Stat label="Closing" value={formatCount(total.closed)} hint={percent(total.closed, total.created)} />
        <Stat label="Batal" value={formatCount(total.lost)} hint={percent(total.lost, total.created)} />
      </StatGrid>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Card title="Corong lead" description="Yang sampai ke langkah berikutnya ikut terhitung di langkah sebelumnya.">
          <div className="stack">
            <Share label="Baru" count={total.created} of={total.created} />
            <Share label="Hangat" count={total.warm} of={total.created} hint={percent(total.warm, total.created)} />
            <Share label="Panas" count={total.hot} of={total.created} hint={percent(total.hot, total.created)} />
            <Share
              label="Closing"
              count={total.closed}
              of={total.created}
              hint={percent(total.closed, total.created)}
            />
          </div>
        </Card>
        <Card title="Lead per hari">
          <DayChart caption="Lead masuk per hari" series={[{ key: "created", label: "Lead masuk" }]} days={days} />
        </Card>
      </div>
      <Card title="Per sumber" isFlush>
        <Table caption="Lead per sumber" columns={COLUMNS} rows={sources} rowKey={({ source }) => source} />
      </Card>
    </>
  );
}

const SOURCES: Record<string, string> = {
  web: "Website",
  wa: "WhatsApp",
  direct: "Datang langsung",
  referral: "Referensi",
};

/** "wa" → "WhatsApp"; a campaign is called as it is. */
export function sourceLabel(source: string): string {
  return SOURCES[source] ?? source;
}

const COLUMNS: Column<{ source: string } & Steps>[] = [
  { key: "source", header: "Sumber", cell: ({ source }) => <b>{sourceLabel(source)}</b>, isMain: true },
  { key: "created", header: "Masuk", cell: ({ created }) => formatCount(created), align: "end" },
  { key: "warm", header: "Hangat", cell: ({ warm }) => formatCount(warm), align: "end" },
  { key: "hot", header: "Panas", cell: ({ hot }) => formatCount(hot), align: "end" },
  { key: "closed", header: "Closing", cell: ({ closed }) => formatCount(closed), align: "end" },
  { key: "lost", header: "Batal", cell: ({ lost }) => formatCount(lost), align: "end" },
  { key: "rate", header: "Rasio closing", cell: ({ closed, created }) => percent(closed, created), align: "end" },
];
