import { formatCount } from "../ui/format";
import { Icon } from "../ui/icons";

export type SortOption = { label: string; href: string; isSelected: boolean };

export type ListingToolbarProps = { total: number; sorts: SortOption[]; activeCount: number };

/** How many cars, the filter button (phones) and the order. */
export function ListingToolbar({ total, sorts, activeCount }: ListingToolbarProps) {
  return (
    <div className="sticky top-0 z-20 -mx-4 flex min-h-14 flex-wrap items-center gap-2 border-b border-line bg-white px-4 py-2 sm:mx-0 sm:px-0 lg:static lg:border-0 lg:py-0">
      <h2 id="jumlah" className="mr-auto text-[1.0625rem] tabular-nums lg:text-xl">
        {total > 0 ? `${formatCount(total)} mobil` : "Belum ada yang cocok"}
      </h2>
      <button
        type="button"
        popoverTarget="filter"
        className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-edge px-4 font-semibold text-ink lg:hidden"
      >
        <Icon name="filter" />
        Filter
        {activeCount > 0 && (
          <span className="grid size-6 place-items-center rounded-full bg-brand text-sm text-brand-contrast">
            {activeCount}
            <span className="sr-only"> aktif</span>
          </span>
        )}
      </button>
      {total > 1 && <SortMenu sorts={sorts} />}
    </div>
  );
}

function SortMenu({ sorts }: { sorts: SortOption[] }) {
  const selected = sorts.find((sort) => sort.isSelected);

  return (
    <details className="group relative" name="urutkan">
      <summary className="flex min-h-11 items-center gap-2 rounded-full border border-edge px-4 font-semibold text-ink lg:border-transparent lg:pr-2">
        <Icon name="sort" className="size-5 lg:hidden" />
        <span className="sr-only lg:not-sr-only lg:font-normal lg:text-muted">Urutkan:</span>
        <span className="max-lg:sr-only">{selected?.label}</span>
        <Icon name="chevron-down" className="size-4 max-lg:hidden" />
      </summary>
      <ul className="absolute right-0 z-30 mt-2 w-64 rounded-2xl border border-line bg-white p-2 shadow-lift">
        {sorts.map((sort) => (
          <li key={sort.href}>
            <a
              href={sort.href}
              aria-current={sort.isSelected ? "true" : undefined}
              className="flex min-h-11 items-center rounded-xl px-3 text-ink hover:bg-soft aria-[current]:bg-brand-tint aria-[current]:font-semibold"
            >
              {sort.label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
