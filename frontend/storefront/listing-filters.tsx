import { formatCount } from "../ui/format";
import { Icon } from "../ui/icons";
import { ChoiceFacet, type ChoiceFacetView } from "./choice-facet";
import { RangeFacet, type RangeFacetView } from "./range-facet";

export type FacetView = ChoiceFacetView | RangeFacetView;

export type ListingFiltersProps = {
  facets: FacetView[];
  keep: { name: string; value: string }[];
  clearHref: string;
  total: number;
  hasActive: boolean;
};

const openByDefault = 4;

/** One GET form: a bottom sheet on phones, a column on desktops. */
export function ListingFilters({ facets, keep, clearHref, total, hasActive }: ListingFiltersProps) {
  return (
    <form
      id="filter"
      popover="auto"
      action="/mobil"
      method="get"
      aria-label="Filter mobil"
      className="filters"
      data-island="listing-filters"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between border-b border-line bg-white px-4 py-2 lg:hidden">
        <h2 className="text-lg">Filter</h2>
        <button
          type="button"
          popoverTarget="filter"
          popoverTargetAction="hide"
          aria-label="Tutup filter"
          className="grid size-11 cursor-pointer place-items-center rounded-full text-ink"
        >
          <Icon name="close" />
        </button>
      </div>
      {keep.map((field) => (
        <input key={field.name} type="hidden" name={field.name} value={field.value} />
      ))}
      <div id="pilihan-filter" className="px-4 lg:px-0">
        {facets.map((facet, index) => (
          <Facet key={facet.label} facet={facet} isOpen={index < openByDefault || isUsed(facet)} />
        ))}
      </div>
      <div
        id="aksi-filter"
        className="sticky bottom-0 flex gap-3 border-t border-line bg-white px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:static lg:mt-5 lg:border-0 lg:p-0"
      >
        {hasActive && (
          <a href={clearHref} className="btn btn-line lg:hidden">
            Hapus
          </a>
        )}
        <button type="submit" className="btn btn-brand grow">
          {total > 0 ? `Tampilkan ${formatCount(total)} mobil` : "Tampilkan"}
        </button>
      </div>
    </form>
  );
}

function Facet({ facet, isOpen }: { facet: FacetView; isOpen: boolean }) {
  if (facet.kind === "choice" && facet.options.length === 0) return null;

  return (
    <details open={isOpen} className="group border-b border-line py-1.5">
      <summary className="flex min-h-11 items-center justify-between font-semibold text-ink">
        {facet.label}
        <Icon name="chevron-down" className="ico size-4.5 text-muted" />
      </summary>
      <fieldset className="pb-3">
        <legend className="sr-only">{facet.label}</legend>
        {facet.kind === "choice" ? <ChoiceFacet facet={facet} /> : <RangeFacet facet={facet} />}
      </fieldset>
    </details>
  );
}

function isUsed(facet: FacetView): boolean {
  const options = facet.kind === "choice" ? facet.options : [...facet.min.options, ...facet.max.options];
  return options.some((option) => option.isSelected);
}
