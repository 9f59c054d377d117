import { ImageOff, Star } from "lucide-react";
import { formatCount, formatKm, formatRupiah } from "../../ui/format";
import { StatusBadge } from "../ui/badge";
import { type Column, Table } from "../ui/table";
import { BULK_FORM } from "./bulk-bar";
import { STOCK_HREF, type StockQuery, type StockRights, type StockRowView, stockHref } from "./stock-view";

type StockTableProps = {
  rows: readonly StockRowView[];
  query: StockQuery;
  rights: StockRights;
  isAllSelected: boolean;
};

export function StockTable({ rows, query, rights, isAllSelected }: StockTableProps) {
  const columns = dataColumns(query, rights.mayBulk ? { isAllSelected } : null);
  return <Table caption="Daftar unit" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** null: rows cannot be ticked. */
type Ticks = { isAllSelected: boolean } | null;

function dataColumns(query: StockQuery, ticks: Ticks): Column<StockRowView>[] {
  const sortBy = (ascending: string, descending: string, first: string) => ({
    href: stockHref({ ...query, sort: query.sort === first ? (first === ascending ? descending : ascending) : first }),
    direction: query.sort === ascending ? ("asc" as const) : query.sort === descending ? ("desc" as const) : null,
  });
  return [
    { key: "name", header: "Unit", isMain: true, cell: (row) => <CarCell row={row} ticks={ticks} /> },
    {
      key: "price",
      header: "Harga",
      align: "end",
      isWideOnly: true,
      sort: sortBy("price_asc", "price_desc", "price_asc"),
      cell: ({ priceRupiah }) => <Price priceRupiah={priceRupiah} />,
    },
    { key: "km", header: "KM", align: "end", isWideOnly: true, cell: ({ km }) => formatKm(km) },
    {
      key: "status",
      header: "Status",
      isWideOnly: true,
      cell: ({ status }) => <StatusBadge kind="car" status={status} />,
    },
    {
      key: "age",
      header: "Umur stok",
      align: "end",
      isWideOnly: true,
      sort: sortBy("newest", "oldest", "oldest"),
      cell: ({ ageDays, status }) => <Age days={ageDays} isSold={status === "sold"} />,
    },
    { key: "views", header: "Dilihat", align: "end", isWideOnly: true, cell: ({ views }) => formatCount(views) },
    { key: "leads", header: "Leads", align: "end", isWideOnly: true, cell: ({ leads }) => formatCount(leads) },
  ];
}

/** On phones it holds the whole row: what a table has in columns stands in its last line. */
function CarCell({ row, ticks }: { row: StockRowView; ticks: Ticks }) {
  const details = [row.plate, row.stockCode, row.transmission, row.branchName].filter(Boolean).join(" · ");
  return (
    <div className="flex items-center gap-3">
      {ticks && <Tick row={row} isTicked={ticks.isAllSelected} />}
      <Cover row={row} />
      <div className="min-w-0">
        <a className="font-semibold text-ink hover:underline" href={`${STOCK_HREF}/${row.id}`}>
          {row.publicName}
        </a>
        {row.featured && (
          <span className="ml-1 inline-flex align-[-2px] text-warning">
            <Star aria-hidden="true" className="size-3.5 fill-current" />
            <span className="sr-only">Unggulan</span>
          </span>
        )}
        <p className="text-[0.8125rem] text-muted">{details}</p>
        <PhoneLine row={row} />
      </div>
    </div>
  );
}

function PhoneLine({ row }: { row: StockRowView }) {
  return (
    <div className="mt-1 md:hidden">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <strong className="num text-ink">
          <Price priceRupiah={row.priceRupiah} />
        </strong>
        <StatusBadge kind="car" status={row.status} />
      </p>
      <p className="num mt-0.5 text-[0.8125rem] text-muted">
        {formatKm(row.km)} · <Age days={row.ageDays} isSold={row.status === "sold"} /> · {formatCount(row.views)}×
        dilihat
        {row.leads > 0 && ` · ${formatCount(row.leads)} leads`}
      </p>
    </div>
  );
}

function Tick({ row: { id, publicName }, isTicked }: { row: StockRowView; isTicked: boolean }) {
  return (
    <label className="inline-flex size-6 shrink-0 items-center justify-center">
      <input
        type="checkbox"
        name="carId"
        value={id}
        form={BULK_FORM}
        defaultChecked={isTicked}
        aria-label={`Pilih ${publicName}`}
        className="size-4"
      />
    </label>
  );
}

function Price({ priceRupiah }: { priceRupiah: number }) {
  if (priceRupiah > 0) return formatRupiah(priceRupiah);
  return <span className="font-normal text-muted">Belum ada harga</span>;
}

function Cover({ row }: { row: StockRowView }) {
  if (!row.coverUrl) {
    return (
      <span className="flex h-12 w-16 shrink-0 self-start md:self-center items-center justify-center rounded-md bg-sunken text-muted">
        <ImageOff aria-hidden="true" className="size-4" />
        <span className="sr-only">{row.photoCount > 0 ? "Foto sedang diproses" : "Belum ada foto"}</span>
      </span>
    );
  }
  return (
    <img
      src={row.coverUrl}
      alt=""
      width={64}
      height={48}
      loading="lazy"
      className="h-12 w-16 shrink-0 self-start rounded-md bg-sunken object-cover md:self-center"
    />
  );
}

/** More than two months on the lot costs money. */
const LONG_DAYS = 60;

function Age({ days, isSold }: { days: number; isSold: boolean }) {
  const text = days === 0 ? "Hari ini" : `${formatCount(days)} hari`;
  return <span className={days > LONG_DAYS && !isSold ? "font-semibold text-warning" : undefined}>{text}</span>;
}
