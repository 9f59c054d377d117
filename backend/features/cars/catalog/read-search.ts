import {
  type Excluded,
  parseSearchQuery,
  type SearchCorrection,
  type SearchFilters,
  type SearchOrder,
} from "@/backend/features/language";
import type { CatalogSort } from "./catalog-sql";
import { anyCar, type CatalogCriteria } from "./criteria";

/** What a shopper typed, as criteria; `corrections` are misspelt names and how they were read. */
export type ReadSearch = {
  criteria: CatalogCriteria;
  corrections: SearchCorrection[];
  /** The order the words ask for: "paling murah". */
  sort: CatalogSort | null;
};

const MOST_WORDS = 6;
const MOST_YEAR = 9_999;
const MOST_RUPIAH = 1_000_000_000_000;
const MOST_SEATS = 100;
const MOST_KM = 10_000_000;

export function readSearch(text: string): ReadSearch {
  const { filters, orders, rest, corrections } = parseSearchQuery(text);
  return { corrections, criteria: criteriaOf(filters, [...rest, ...wordsOfOrders(orders)]), sort: sortOf(orders) };
}

const sorts: Record<Exclude<SearchOrder, "thriftiest">, CatalogSort> = {
  cheapest: "price_asc",
  dearest: "price_desc",
  newest: "year_desc",
  oldest: "year_asc",
  lowest_km: "km_asc",
};

/** The first order a listing can be sorted by; null when there is none. */
export function sortOf(orders: readonly SearchOrder[]): CatalogSort | null {
  const [order] = orders.filter((each) => each !== "thriftiest");
  return order ? sorts[order] : null;
}

/** Nobody measured what a car uses: thrifty are those whose seller says so. */
function wordsOfOrders(orders: readonly SearchOrder[]): string[] {
  return orders.includes("thriftiest") ? ["irit"] : [];
}

/** Filters as the language reads them → criteria; `rest` are the words it did not understand. */
export function criteriaOf(filters: SearchFilters, rest: readonly string[]): CatalogCriteria {
  const variantWords = filters.variant?.toLowerCase().split(" ") ?? [];
  const { others = [] } = filters;
  const lower = (word: string | undefined) => (word ? [word.toLowerCase()] : []);

  return {
    ...anyCar,
    brands: [...new Set([filters, ...others].flatMap(({ brand }) => lower(brand)))],
    models: [...modelsOf(filters.model, variantWords), ...others.flatMap(({ model }) => lower(model))],
    variantWords,
    transmissions: lower(filters.transmission),
    fuels: [...lower(filters.fuel), ...(filters.fuel ? (filters.orFuels ?? []) : [])],
    bodyTypes: lower(filters.bodyType),
    colors: lower(filters.color),
    yearMin: atMost(filters.yearMin, MOST_YEAR),
    yearMax: atMost(filters.yearMax, MOST_YEAR),
    priceMinRupiah: atMost(filters.priceMin, MOST_RUPIAH),
    priceMaxRupiah: atMost(filters.priceMax, MOST_RUPIAH),
    seats: atMost(filters.seats, MOST_SEATS),
    kmMax: atMost(filters.kmMax, MOST_KM),
    plateParity: filters.plateParity ?? null,
    plateRegion: filters.plateRegion ?? null,
    displayCode: filters.displayCode ?? null,
    words: rest.slice(0, MOST_WORDS),
    without: filters.without?.map(toTag) ?? [],
  };
}

/** "Avanza Veloz" is a trim of the Avanza until 2021 and sold as a model of its own since: who asks for one takes both. */
function modelsOf(model: string | undefined, variantWords: readonly string[]): string[] {
  if (model === "Avanza" && variantWords.includes("veloz")) return ["avanza", "veloz"];
  return model ? [model.toLowerCase()] : [];
}

/** "brand:Toyota" → "brand:toyota"; a kind of property keeps its spelling. */
function toTag(excluded: Excluded): string {
  const [property, value = ""] = excluded.split(/:(.*)/s);
  return `${property}:${value.toLowerCase()}`;
}

/** A shopper may type any number; what the columns hold is bounded. */
function atMost(value: number | undefined, most: number): number | null {
  return value === undefined ? null : Math.min(Math.round(value), most);
}
