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
  const columns = [...(rights.mayBulk ? [selectColumn(isAllSelected)] : []), ...dataColumns(query)];
  return <Table caption="Daftar unit" columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function selectColumn(isAllSelected: boolean): Column<StockRowView> {
  return {
    key: "select",
    header: "Pilih",
    isHeaderHidden: true,
    cell: ({ id, publicName }) => (
      <label className="inline-flex size-6 items-center justify-center">
        <input
          type="checkbox"
          name="carId"
          value={id}
          form={BULK_FORM}
          defaultChecked={isAllSelected}
          aria-label={`Pilih ${publicName}`}
          className="size-4"
        />
      </label>
    ),
  };
}

function dataColumns(query: StockQuery): Column<StockRowView>[] {
  const sortBy = (ascending: string, descending: string, first: string) => ({
    href: stockHref({ ...query, sort: query.sort === first ? (first === ascending ? descending : ascending) : first }),
    direction: query.sort === ascending ? ("asc" as const) : query.sort === descending ? ("desc" as const) : null,
  });
  return [
    { key: "name", header: "Unit", isMain: true, cell: (row) => <CarCell row={row} /> },
    {
      key: "price",
      header: "Harga",
      align: "end",
      sort: sortBy("price_asc", "price_desc", "price_asc"),
      cell: ({ priceRupiah }) =>
        priceRupiah > 0 ? formatRupiah(priceRupiah) : <span className="text-muted">Belum ada</span>,
    },
    { key: "km", header: "KM", align: "end", cell: ({ km }) => formatKm(km) },
    { key: "status", header: "Status", cell: ({ status }) => <StatusBadge kind="car" status={status} /> },
    {
      key: "age",
      header: "Umur stok",
      align: "end",
      sort: sortBy("newest", "oldest", "oldest"),
      cell: ({ ageDays, status }) => <Age days={ageDays} isSold={status === "sold"} />,
    },
    { key: "views", header: "Dilihat", align: "end", cell: ({ views }) => formatCount(views) },
    { key: "leads", header: "Leads", align: "end", cell: ({ leads }) => formatCount(leads) },
  ];
}

function CarCell({ row }: { row: StockRowView }) {
  const details = [row.plate, row.stockCode, row.transmission, row.branchName].filter(Boolean).join(" · ");
  return (
    <div className="flex items-center gap-3">
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
      </div>
    </div>
  );
}

function Cover({ row }: { row: StockRowView }) {
  if (!row.coverUrl) {
    return (
      <span className="flex h-12 w-16 shrink-0 items-center justify-center rounded-md bg-sunken text-muted">
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
      className="h-12 w-16 shrink-0 rounded-md bg-sunken object-cover"
    />
  );
}

/** More than two months on the lot costs money. */
const LONG_DAYS = 60;

function Age({ days, isSold }: { days: number; isSold: boolean }) {
  const text = days === 0 ? "Hari ini" : `${formatCount(days)} hari`;
  return <span className={days > LONG_DAYS && !isSold ? "font-semibold text-warning" : undefined}>{text}</span>;
}
