import { CarFront, Download, FileUp, Plus, SearchX } from "lucide-react";
import { statusLabel } from "../ui/badge";
import { LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import { FilterChips, Pagination, Tabs } from "../ui/navigation";
import { BulkBar } from "./bulk-bar";
import { StockFilters } from "./stock-filters";
import { StockTable } from "./stock-table";
import { type Choice, STOCK_HREF, type StockQuery, type StockRights, type StockRowView, stockHref } from "./stock-view";

export type StockPageProps = {
  rows: readonly StockRowView[];
  total: number;
  page: number;
  totalPages: number;
  /** Cars of the whole stock by status. */
  counts: Record<string, number>;
  query: StockQuery;
  errors: Record<string, string>;
  /** What the search was read as, when its words alone found nothing. */
  readAs: string | null;
  brands: readonly Choice[];
  branches: readonly Choice[];
  /** Active filters, each with the address without it. */
  chips: readonly { label: string; removeHref: string }[];
  isAllSelected: boolean;
  rights: StockRights;
};

export function StockPage(props: StockPageProps) {
  const { rows, total, page, totalPages, query, rights, isAllSelected } = props;
  const isStockEmpty = Object.values(props.counts).every((count) => count === 0);
  if (isStockEmpty) return <EmptyStock rights={rights} />;
  const here = stockHref(query, page > 1 ? { page: String(page) } : {});

  return (
    <>
      <PageHeader title="Stok" actions={<StockActions query={query} rights={rights} />} />
      <StatusTabs {...props} />
      <div className="stack">
        <StockFilters {...props} />
        <FilterChips items={props.chips} clearHref={STOCK_HREF} />
        {props.readAs && (
          <p className="text-muted" role="status">
            Tidak ada yang persis “{query.search}”. Ditampilkan: <strong>{props.readAs}</strong>
          </p>
        )}
        {rows.length === 0 ? (
          <NothingFound />
        ) : (
          <>
            <Card isFlush>
              {rights.mayBulk && <BulkBar here={here} branches={props.branches} isAllSelected={isAllSelected} />}
              <StockTable rows={rows} query={query} rights={rights} isAllSelected={isAllSelected} />
            </Card>
            <Pagination
              page={page}
              totalPages={totalPages}
              total={total}
              noun="unit"
              hrefOf={(one) => stockHref(query, one > 1 ? { page: String(one) } : {})}
            />
          </>
        )}
      </div>
    </>
  );
}

function StockActions({ query, rights }: Pick<StockPageProps, "query" | "rights">) {
  const search = stockHref(query).split("?")[1];
  return (
    <>
      <LinkButton href={`${STOCK_HREF}/ekspor.csv${search ? `?${search}` : ""}`} icon={<Download aria-hidden="true" />}>
        Ekspor
      </LinkButton>
      {rights.mayImport && (
        <LinkButton href={`${STOCK_HREF}/impor`} icon={<FileUp aria-hidden="true" />}>
          Impor
        </LinkButton>
      )}
      {rights.mayAdd && (
        <LinkButton href={`${STOCK_HREF}/baru`} variant="primary" icon={<Plus aria-hidden="true" />}>
          Tambah unit
        </LinkButton>
      )}
    </>
  );
}

/** What is worked with most comes first. */
const TAB_ORDER = ["available", "booking", "draft", "sold"];

function StatusTabs({ counts, query }: Pick<StockPageProps, "counts" | "query">) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tab = (status: string, label: string, count: number) => ({
    ...{ label, count, isActive: query.status === status },
    href: stockHref({ ...query, status, sold: "" }),
  });
  const items = TAB_ORDER.map((status) => tab(status, statusLabel("car", status), counts[status] ?? 0));
  return <Tabs label="Status unit" items={[tab("", "Semua", all), ...items]} />;
}

function NothingFound() {
  return (
    <Card>
      <EmptyState
        icon={<SearchX aria-hidden="true" />}
        title="Tidak ada unit yang cocok"
        action={<LinkButton href={STOCK_HREF}>Hapus semua filter</LinkButton>}
      >
        Coba kata lain, plat, atau kode unit seperti A01. Kurangi filter bila terlalu sempit.
      </EmptyState>
    </Card>
  );
}

function EmptyStock({ rights }: { rights: StockRights }) {
  return (
    <>
      <PageHeader title="Stok" />
      <Card>
        <EmptyState
          icon={<CarFront aria-hidden="true" />}
          title="Belum ada unit"
          action={
            <div className="form-actions justify-center">
              {rights.mayAdd && (
                <LinkButton href={`${STOCK_HREF}/baru`} variant="primary" icon={<Plus aria-hidden="true" />}>
                  Tambah unit pertama
                </LinkButton>
              )}
              {rights.mayImport && <LinkButton href={`${STOCK_HREF}/impor`}>Impor dari Excel</LinkButton>}
            </div>
          }
        >
          {rights.mayAdd
            ? "Isi lewat formulir, tempel iklan yang sudah ada, atau kirim /upload dari WhatsApp."
            : "Unit akan muncul di sini begitu pemilik menambahkannya."}
        </EmptyState>
      </Card>
    </>
  );
}
