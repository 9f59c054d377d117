import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { Stat, StatGrid } from "../ui/stat";
import { type Column, Table } from "../ui/table";
import { DateTime } from "../ui/time";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";
import { Share } from "./share";

export type CommandUseView = {
  runs: number;
  commands: { command: string; label: string; runs: number; people: number }[];
  people: { name: string; runs: number; lastAt: Date }[];
  days: { date: string; runs: number }[];
  timezone: string;
};

/** What the team does by WhatsApp. */
export function CommandUse({ report }: { report: CommandUseView }) {
  const { runs, commands, people, days, timezone } = report;
  if (runs === 0) {
    return (
      <NoData title="Belum ada perintah pada periode ini">
        Tim bisa mengunggah unit, mengganti status dan harga lewat WhatsApp. Ketik “help” ke nomor showroom untuk mulai.
      </NoData>
    );
  }
  const columns: Column<CommandUseView["people"][number]>[] = [
    { key: "name", header: "Nama", cell: ({ name }) => <b>{name}</b>, isMain: true },
    { key: "runs", header: "Perintah", cell: (person) => formatCount(person.runs), align: "end" },
    {
      key: "last",
      header: "Terakhir",
      cell: ({ lastAt }) => <DateTime at={lastAt} timezone={timezone} />,
      align: "end",
    },
  ];
  return (
    <>
      <StatGrid>
        <Stat label="Perintah" value={formatCount(runs)} />
        <Stat label="Jenis perintah" value={formatCount(commands.length)} />
        <Stat label="Orang" value={formatCount(people.length)} />
      </StatGrid>
      <Card title="Perintah per hari">
        <DayChart caption="Perintah per hari" series={[{ key: "runs", label: "Perintah" }]} days={days} />
      </Card>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-2">
        <Card title="Perintah">
          <div className="stack">
            {commands.map((one) => (
              <Share key={one.command} label={one.label} count={one.runs} of={runs} hint={`${one.people} orang`} />
            ))}
          </div>
        </Card>
        <Card title="Siapa" isFlush>
          <Table
            caption="Perintah per orang"
            columns={columns}
            rows={people}
            rowKey={({ name, lastAt }) => name + lastAt}
          />
        </Card>
      </div>
    </>
  );
}
