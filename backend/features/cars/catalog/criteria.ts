/** What a shopper wants; names in lower case, an empty list or null = does not matter. */
export type CatalogCriteria = {
  brands: string[];
  /** "veloz<2022" is that model in the years before only. */
  models: string[];
  transmissions: string[];
  fuels: string[];
  bodyTypes: string[];
  /** Base colours: "hitam" also finds "Hitam Metalik". */
  colors: string[];
  yearMin: number | null;
  yearMax: number | null;
  priceMinRupiah: number | null;
  priceMaxRupiah: number | null;
  /** Words that model and variant must contain: ["1.3", "g"]. */
  variantWords: string[];
  /** At least this many, at most one more: who asks for 7 also takes 8. */
  seats: number | null;
  kmMax: number | null;
  plateParity: string | null;
  plateRegion: string | null;
  displayCode: string | null;
  /** Free words, matched against the car's public words with tolerance for typos. */
  words: string[];
  /** What is ruled out, as "brand:toyota", "color:hitam". */
  without: string[];
};

export const anyCar: CatalogCriteria = {
  brands: [],
  models: [],
  transmissions: [],
  fuels: [],
  bodyTypes: [],
  colors: [],
  yearMin: null,
  yearMax: null,
  priceMinRupiah: null,
  priceMaxRupiah: null,
  variantWords: [],
  seats: null,
  kmMax: null,
  plateParity: null,
  plateRegion: null,
  displayCode: null,
  words: [],
  without: [],
};

export function isAnyCar(criteria: CatalogCriteria): boolean {
  return Object.values(criteria).every((value) => value === null || (Array.isArray(value) && value.length === 0));
}

/** Filters that were picked win over what was read out of the search words. */
export function mergeCriteria(picked: CatalogCriteria, read: CatalogCriteria): CatalogCriteria {
  const isOtherBrand = picked.brands.length > 0 && !picked.brands.some((brand) => read.brands.includes(brand));
  const keepsName = picked.models.length === 0 && !isOtherBrand;
  const hasPickedYear = picked.yearMin !== null || picked.yearMax !== null;
  const hasPickedPrice = picked.priceMinRupiah !== null || picked.priceMaxRupiah !== null;
  const either = (key: "transmissions" | "fuels" | "bodyTypes" | "colors") =>
    picked[key].length > 0 ? picked[key] : read[key];

  return {
    brands: picked.brands.length > 0 ? picked.brands : keepsName ? read.brands : [],
    models: keepsName ? read.models : picked.models,
    variantWords: [...picked.variantWords, ...(keepsName ? read.variantWords : [])],
    transmissions: either("transmissions"),
    fuels: either("fuels"),
    bodyTypes: either("bodyTypes"),
    colors: either("colors"),
    yearMin: hasPickedYear ? picked.yearMin : read.yearMin,
    yearMax: hasPickedYear ? picked.yearMax : read.yearMax,
    priceMinRupiah: hasPickedPrice ? picked.priceMinRupiah : read.priceMinRupiah,
    priceMaxRupiah: hasPickedPrice ? picked.priceMaxRupiah : read.priceMaxRupiah,
    seats: picked.seats ?? read.seats,
    kmMax: picked.kmMax ?? read.kmMax,
    plateParity: picked.plateParity ?? read.plateParity,
    plateRegion: picked.plateRegion ?? read.plateRegion,
    displayCode: picked.displayCode ?? read.displayCode,
    words: [...picked.words, ...read.words],
    without: [...picked.without, ...read.without],
  };
}
