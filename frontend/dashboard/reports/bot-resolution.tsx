import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { Stat, StatGrid } from "../ui/stat";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";
import { percent, Share } from "./share";

type Counted = { label: string; count: number };

export type BotResolutionView = {
  conversations: number;
  resolved: number;
  helped: number;
  waiting: number;
  reasons: Counted[];
  takeovers: Counted[];
  days: { date: string; resolved: number; helped: number; waiting: number }[];
};

/** How much the bot does alone, and why people come in. */
export function BotResolution({ report }: { report: BotResolutionView }) {
  const { conversations, resolved, helped, waiting, reasons, takeovers, days } = report;
  if (conversations === 0) {
    return <NoData title="Belum ada chat pelanggan pada periode ini">{DEFINITION}</NoData>;
  }
  return (
    <>
      <StatGrid>
        <Stat label="Chat pelanggan" value={formatCount(conversations)} />
        <Stat label="Selesai tanpa tim" value={formatCount(resolved)} hint={percent(resolved, conversations)} />
        <Stat label="Dibantu tim" value={formatCount(helped)} hint={percent(helped, conversations)} />
        <Stat label="Menunggu tim" value={formatCount(waiting)} hint={percent(waiting, conversations)} />
      </StatGrid>
      <Card title="Chat per hari" description={DEFINITION}>
        <DayChart caption="Chat pelanggan per hari" series={SERIES} days={days} />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Counts title="Mengapa diteruskan ke tim" items={reasons} empty="Tidak ada lead yang diteruskan." />
        <Counts title="Cara tim masuk ke chat" items={takeovers} empty="Tidak ada chat yang diambil alih." />
      </div>
    </>
  );
}

const DEFINITION =
  "Selesai tanpa tim: dijawab asisten tanpa diambil alih, ditawarkan ke sales atau dibalas orang, dan tanpa pertanyaan atau tanda yang masih terbuka.";

const SERIES = [
  { key: "resolved", label: "Selesai tanpa tim" },
  { key: "helped", label: "Dibantu tim", tone: "muted" },
  { key: "waiting", label: "Menunggu tim", tone: "hot" },
] as const;

function Counts({ title, items, empty }: { title: string; items: Counted[]; empty: string }) {
  const total = items.reduce((sum, { count }) => sum + count, 0);
  return (
    <Card title={title}>
      {items.length === 0 ? (
        <EmptyState title={empty} headingLevel={3} />
      ) : (
        <div className="stack">
          {items.map(({ label, count }) => (
            <Share key={label} label={label} count={count} of={total} hint={percent(count, total)} />
          ))}
        </div>
      )}
    </Card>
  );
}
