import { type CatalogCriteria, type CatalogQuery, PAGE_SIZE } from "@/backend/features/cars";

/** Which list of the criteria a parameter of the address fills. */
const listKeys = {
  brand: "brands",
  model: "models",
  transmission: "transmissions",
  fuel: "fuels",
  bodyType: "bodyTypes",
  color: "colors",
} as const satisfies Record<string, keyof CatalogCriteria>;
export type ListParameter = keyof typeof listKeys;

/** In the order of the address. */
export const listParameters: ListParameter[] = ["brand", "model", "transmission", "fuel", "bodyType", "color"];

const numberParameters = [
  ["yearMin", "yearMin"],
  ["yearMax", "yearMax"],
  ["minPrice", "priceMinRupiah"],
  ["maxPrice", "priceMaxRupiah"],
] as const;

/** "/mobil?brand=toyota&page=2": one address per listing, whatever order and spelling it was asked with. */
export function listingHref(query: CatalogQuery): string {
  const params = new URLSearchParams();
  if (query.search) params.set("search", query.search);
  for (const name of listParameters) {
    for (const value of new Set(pickedValues(query, name).toSorted())) params.append(name, value);
  }
  for (const [name, key] of numberParameters) {
    const value = query.picked[key];
    if (value !== null) params.set(name, String(value));
  }
  if (query.sort && !isUsualSort(query)) params.set("sort", query.sort);
  if (query.limit !== PAGE_SIZE) params.set("limit", String(query.limit));
  if (query.page > 1) params.set("page", String(query.page));

  const text = params.toString();
  return text === "" ? "/mobil" : `/mobil?${text}`;
}

/** The newest first, unless the search words may ask for another order. */
function isUsualSort({ sort, search }: CatalogQuery): boolean {
  return sort === "newest" && search === "";
}

/** The same listing with other filters, from its first page. */
export function withPicked(query: CatalogQuery, changes: Partial<CatalogCriteria>): CatalogQuery {
  return { ...query, page: 1, picked: { ...query.picked, ...changes } };
}

export function pickedValues(query: CatalogQuery, name: ListParameter): string[] {
  return query.picked[listKeys[name]];
}

/** Without one value of a list, or without the whole list. */
export function withoutValue(query: CatalogQuery, name: ListParameter, value: string | null): CatalogQuery {
  const key = listKeys[name];
  const left = value === null ? [] : query.picked[key].filter((picked) => picked !== value);
  return withPicked(query, { [key]: left });
}
