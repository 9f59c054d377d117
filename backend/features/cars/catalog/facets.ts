import type { FacetRow } from "./catalog-sql";

export type FacetOption = { value: string; count: number };

/** Counted under all filters but the facet's own; most cars first. A range is null when nothing fits. */
export type CatalogFacets = {
  brand: FacetOption[];
  model: FacetOption[];
  transmission: FacetOption[];
  fuel: FacetOption[];
  bodyType: FacetOption[];
  color: FacetOption[];
  year: { min: number; max: number } | null;
  price: { min: number; max: number } | null;
};

/** What one facets statement says about a listing. */
export type CatalogCounts = {
  total: number;
  /** All cars on the site, whatever the filters. */
  stockTotal: number;
  /** Names in stock, lower case. */
  stockBrands: Set<string>;
  stockModels: Set<string>;
  facets: CatalogFacets;
  /** How many cars there would be without this filter. */
  totalWithout: Record<keyof CatalogFacets, number>;
};

export function readFacetRows(rows: readonly FacetRow[]): CatalogCounts {
  const groups = new Map<string, FacetRow[]>();
  for (const row of rows) groups.set(row.facet, [...(groups.get(row.facet) ?? []), row]);
  const of = (facet: string) => groups.get(facet) ?? [];
  const count = (facet: string) => of(facet).reduce((sum, row) => sum + row.count, 0);
  const names = (facet: string) => new Set(of(facet).map((row) => row.value));

  return {
    total: count("total"),
    stockTotal: count("stockBrand"),
    stockBrands: names("stockBrand"),
    stockModels: names("stockModel"),
    facets: {
      brand: optionsOf(of("brand")),
      model: optionsOf(of("model")),
      transmission: optionsOf(of("transmission")),
      fuel: optionsOf(of("fuel")),
      bodyType: optionsOf(of("bodyType")),
      color: optionsOf(of("color")),
      year: rangeOf(of("year")),
      price: rangeOf(of("price")),
    },
    totalWithout: {
      brand: count("brand"),
      model: count("model"),
      transmission: count("transmission"),
      fuel: count("fuel"),
      bodyType: count("bodyType"),
      color: count("color"),
      year: count("year"),
      price: count("price"),
    },
  };
}

function optionsOf(rows: FacetRow[]): FacetOption[] {
  return rows
    .filter((row) => row.value !== "")
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function rangeOf([row]: FacetRow[]): { min: number; max: number } | null {
  return row && row.low !== null && row.high !== null ? { min: row.low, max: row.high } : null;
}
