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
  withoutPeople: number;
  reasons: Counted[];
  takeovers: Counted[];
  days: { date: string; withoutPeople: number; withPeople: number }[];
};

/** How much the bot does alone, and why people come in. */
export function BotResolution({ report }: { report: BotResolutionView }) {
  const { conversations, withoutPeople, reasons, takeovers, days } = report;
  if (conversations === 0) {
    return (
      <NoData title="Belum ada chat pelanggan pada periode ini">
        Chat dihitung selesai tanpa tim kalau tidak ada orang yang mengambil alih.
      </NoData>
    );
  }
  return (
    <>
      <StatGrid>
        <Stat label="Chat pelanggan" value={formatCount(conversations)} />
        <Stat
          label="Selesai tanpa tim"
          value={formatCount(withoutPeople)}
          hint={percent(withoutPeople, conversations)}
        />
        <Stat label="Dibantu tim" value={formatCount(conversations - withoutPeople)} />
      </StatGrid>
      <Card title="Chat per hari">
        <DayChart caption="Chat pelanggan per hari" series={SERIES} days={days} />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Counts title="Mengapa diteruskan ke tim" items={reasons} empty="Tidak ada lead yang diteruskan." />
        <Counts title="Cara tim masuk ke chat" items={takeovers} empty="Tidak ada chat yang diambil alih." />
      </div>
    </>
  );
}

const SERIES = [
  { key: "withoutPeople", label: "Tanpa tim" },
  { key: "withPeople", label: "Dibantu tim", tone: "hot" },
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
