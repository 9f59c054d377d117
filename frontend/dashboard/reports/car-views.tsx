import { formatCount } from "../../ui/format";
import { StatusBadge } from "../ui/badge";
import { Card } from "../ui/card";
import { Stat, StatGrid } from "../ui/stat";
import { type Column, Table } from "../ui/table";
import { DayChart } from "./day-chart";
import { NoData } from "./no-data";

type CarViews = { carId: string; name: string; status: string; views: number; leads: number };

export type CarViewsView = { views: number; cars: CarViews[]; days: { date: string; views: number }[] };

/** Which units people look at, and which of them they ask for. */
export function CarViewsReport({ report }: { report: CarViewsView }) {
  const { views, cars, days } = report;
  if (cars.length === 0) {
    return (
      <NoData title="Belum ada unit yang dilihat pada periode ini">
        Kunjungan ke halaman unit dihitung tanpa robot mesin pencari.
      </NoData>
    );
  }
  const leads = cars.reduce((sum, car) => sum + car.leads, 0);
  return (
    <>
      <StatGrid>
        <Stat label="Dilihat" value={`${formatCount(views)}×`} />
        <Stat label="Unit dilihat" value={formatCount(cars.filter((car) => car.views > 0).length)} />
        <Stat label="Peminat" value={formatCount(leads)} hint="lead yang menyebut unit ini" />
      </StatGrid>
      <Card title="Dilihat per hari">
        <DayChart
          caption="Halaman unit dilihat per hari"
          kind="line"
          series={[{ key: "views", label: "Dilihat" }]}
          days={days}
        />
      </Card>
      <Card title="Per unit" isFlush>
        <Table caption="Dilihat per unit" columns={COLUMNS} rows={cars} rowKey={({ carId }) => carId} />
      </Card>
    </>
  );
}

const COLUMNS: Column<CarViews>[] = [
  {
    key: "name",
    header: "Unit",
    isMain: true,
    cell: ({ carId, name }) => (
      <a className="link" href={`/dashboard/stok/${carId}`}>
        {name}
      </a>
    ),
  },
  { key: "status", header: "Status", cell: ({ status }) => <StatusBadge kind="car" status={status} /> },
  { key: "views", header: "Dilihat", cell: ({ views }) => `${formatCount(views)}×`, align: "end" },
  { key: "leads", header: "Peminat", cell: ({ leads }) => formatCount(leads), align: "end" },
];
