import type { CatalogFacets, CatalogQuery, FacetOption } from "@/backend/features/cars";
import { formatRupiahShort } from "@/backend/platform/money";
import type { ChoiceFacetView } from "@/frontend/storefront/choice-facet";
import type { FacetView } from "@/frontend/storefront/listing-filters";
import type { RangeEnd } from "@/frontend/storefront/range-facet";
import { type ListParameter, pickedValues } from "./listing-address";

const million = 1_000_000;
const priceSteps = [50, 75, 100, 125, 150, 175, 200, 250, 300, 350, 400, 500, 600, 750, 1_000, 1_500, 2_000];

export const facetLabels: Record<ListParameter, string> = {
  brand: "Merek",
  model: "Model",
  transmission: "Transmisi",
  fuel: "Bahan bakar",
  bodyType: "Jenis",
  color: "Warna",
};

/** The filter form in the order it is shown. */
export function toFacetViews(facets: CatalogFacets, query: CatalogQuery): FacetView[] {
  const choice = (name: ListParameter): ChoiceFacetView => ({
    kind: "choice",
    name,
    label: facetLabels[name],
    options: optionsOf(facets[name], pickedValues(query, name)),
    ...(name === "color" && { hasSwatches: true }),
  });

  return [
    choice("brand"),
    choice("model"),
    priceFacet(facets, query),
    yearFacet(facets, query),
    choice("transmission"),
    choice("bodyType"),
    choice("fuel"),
    choice("color"),
  ];
}

/** How a picked value is written for people: as the stock spells it. */
export function facetValueLabel(counted: FacetOption[], picked: string): string {
  const known = counted.find((option) => option.value.toLowerCase() === picked);
  return known?.value ?? picked.charAt(0).toUpperCase() + picked.slice(1);
}

/** Picked values stay visible when nothing has them any more, so that they can be taken off. */
function optionsOf(counted: FacetOption[], picked: string[]): ChoiceFacetView["options"] {
  const missing = picked.filter((value) => !counted.some((option) => option.value.toLowerCase() === value));
  return [...counted, ...missing.map((value) => ({ value: facetValueLabel([], value), count: 0 }))].map(
    ({ value, count }) => ({
      value: value.toLowerCase(),
      label: value,
      count,
      isSelected: picked.includes(value.toLowerCase()),
    }),
  );
}

function priceFacet({ price }: CatalogFacets, { picked }: CatalogQuery): FacetView {
  const within = priceSteps
    .map((step) => step * million)
    .filter((step) => price && step > price.min && step < price.max);
  return {
    kind: "range",
    label: "Harga",
    min: rangeEnd("minPrice", "Harga terendah", within, picked.priceMinRupiah, formatRupiahShort),
    max: rangeEnd("maxPrice", "Harga tertinggi", within, picked.priceMaxRupiah, formatRupiahShort),
  };
}

function yearFacet({ year }: CatalogFacets, { picked }: CatalogQuery): FacetView {
  const years = year ? Array.from({ length: year.max - year.min + 1 }, (_, index) => year.max - index) : [];
  return {
    kind: "range",
    label: "Tahun",
    min: rangeEnd("yearMin", "Tahun terendah", years, picked.yearMin, String),
    max: rangeEnd("yearMax", "Tahun tertinggi", years, picked.yearMax, String),
  };
}

function rangeEnd(
  name: string,
  label: string,
  values: number[],
  selected: number | null,
  format: (value: number) => string,
): RangeEnd {
  const all = selected === null || values.includes(selected) ? values : [selected, ...values];
  const options = all.map((value) => ({ value: String(value), label: format(value), isSelected: value === selected }));
  return { name, label, options };
}
