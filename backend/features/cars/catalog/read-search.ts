import { parseSearchQuery, type SearchCorrection, type SearchFilters } from "@/backend/features/language";
import { anyCar, type CatalogCriteria } from "./criteria";

/** What a shopper typed, as criteria; `corrections` are misspelt names and how they were read. */
export type ReadSearch = { criteria: CatalogCriteria; corrections: SearchCorrection[] };

const MOST_WORDS = 6;
const MOST_YEAR = 9_999;
const MOST_RUPIAH = 1_000_000_000_000;
const MOST_SEATS = 100;
const MOST_KM = 10_000_000;

export function readSearch(text: string): ReadSearch {
  const { filters, rest, corrections } = parseSearchQuery(text);
  return { corrections, criteria: criteriaOf(filters, rest) };
}

/** Filters as the language reads them → criteria; `rest` are the words it did not understand. */
export function criteriaOf(filters: SearchFilters, rest: readonly string[]): CatalogCriteria {
  const variantWords = filters.variant?.toLowerCase().split(" ") ?? [];
  const lower = (word: string | undefined) => (word ? [word.toLowerCase()] : []);

  return {
    ...anyCar,
    brands: lower(filters.brand),
    models: modelsOf(filters.model, variantWords),
    variantWords,
    transmissions: lower(filters.transmission),
    fuels: lower(filters.fuel),
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
  };
}

/** "Avanza Veloz" is a trim of the Avanza until 2021 and sold as a model of its own since: who asks for one takes both. */
function modelsOf(model: string | undefined, variantWords: readonly string[]): string[] {
  if (model === "Avanza" && variantWords.includes("veloz")) return ["avanza", "veloz"];
  return model ? [model.toLowerCase()] : [];
}

/** A shopper may type any number; what the columns hold is bounded. */
function atMost(value: number | undefined, most: number): number | null {
  return value === undefined ? null : Math.min(Math.round(value), most);
}
