import { Icon } from "../ui/icons";
import type { CarCardView } from "./car-card";
import { CarGrid } from "./car-grid";
import { ListingEmpty, type ListingEmptyProps } from "./listing-empty";
import { type FacetView, ListingFilters } from "./listing-filters";
import { ListingToolbar, type SortOption } from "./listing-toolbar";
import { Pagination, type PaginationProps } from "./pagination";
import { SearchForm } from "./search-form";

export type ListingPageProps = {
  /** "Mobil bekas di Surabaya", "Toyota Avanza" … */
  heading: string;
  /** What the visitor typed, as typed. */
  search: string;
  /** All matching cars, on all pages. */
  total: number;
  /** Sentences about how the search was understood or relaxed, or a corrected page number. */
  notices: string[];
  activeFilters: { label: string; removeHref: string }[];
  /** The listing without any filter or search. */
  clearHref: string;
  facets: FacetView[];
  /** Parameters the filter form keeps although it has no control for them: search, sort. */
  keep: { name: string; value: string }[];
  sorts: SortOption[];
  cars: CarCardView[];
  pagination: PaginationProps;
  /** Shown when there are no cars. */
  empty: ListingEmptyProps;
};

/** Islands: listing-filters. */
export function ListingPage(props: ListingPageProps) {
  const { activeFilters, cars, total } = props;

  return (
    <div className="wrap pt-5 lg:pt-10" id="daftar">
      <h1 id="judul" className="text-[1.75rem] lg:text-4xl">
        {props.heading}
      </h1>
      <SearchForm id="cari" value={props.search} size="large" className="mt-4 max-w-2xl lg:mt-6" />
      <div className="mt-4 lg:mt-8 lg:grid lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:gap-12">
        <ListingFilters
          facets={props.facets}
          keep={props.keep}
          clearHref={props.clearHref}
          total={total}
          hasActive={activeFilters.length > 0}
        />
        <p id="kabar-hasil" role="status" className="sr-only" />
        <section aria-labelledby="jumlah" id="hasil" className="min-w-0 transition-opacity aria-busy:opacity-50">
          <Notices notices={props.notices} />
          <ListingToolbar total={total} sorts={props.sorts} activeCount={activeFilters.length} />
          <ActiveFilters filters={activeFilters} clearHref={props.clearHref} />
          {cars.length > 0 ? (
            <>
              <CarGrid cars={cars} heading="h3" priorityCount={1} className="mt-5" />
              <Pagination {...props.pagination} />
            </>
          ) : (
            <ListingEmpty {...props.empty} />
          )}
        </section>
      </div>
    </div>
  );
}

function Notices({ notices }: { notices: string[] }) {
  if (notices.length === 0) return null;

  return (
    <div role="status" className="mb-3 rounded-2xl bg-soft px-4 py-3 text-ink">
      {notices.map((notice) => (
        <p key={notice} className="flex gap-2.5 py-0.5">
          <Icon name="info" className="mt-0.5 size-5 text-muted" />
          {notice}
        </p>
      ))}
    </div>
  );
}

function ActiveFilters({ filters, clearHref }: { filters: ListingPageProps["activeFilters"]; clearHref: string }) {
  if (filters.length === 0) return null;

  return (
    <ul
      aria-label="Filter aktif"
      className="no-scrollbar -mx-4 mt-3 flex items-center gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
    >
      {filters.map((filter) => (
        <li key={filter.removeHref}>
          <a href={filter.removeHref} className="chip border-ink pr-3">
            <span className="sr-only">Hapus filter </span>
            {filter.label}
            <span aria-hidden="true" className="text-lg leading-none text-muted">
              ×
            </span>
          </a>
        </li>
      ))}
      <li>
        <a
          href={clearHref}
          className="textlink inline-flex min-h-11 items-center px-2 text-[0.9375rem] whitespace-nowrap"
        >
          Hapus semua
        </a>
      </li>
    </ul>
  );
}
