import type { SearchEntry } from "@/backend/features/insights";
import type { CatalogQuery } from "./catalog-query";
import { isAnyCar } from "./criteria";

/** What is kept of a search for the owner's report; null for a listing without any wish, and for further pages of one. */
export function searchEntryOf(tenantId: number, query: CatalogQuery, exactTotal: number): SearchEntry | null {
  if (query.page > 1 || (query.search === "" && isAnyCar(query.picked))) return null;
  const filters = Object.fromEntries(
    Object.entries(query.picked).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
  return { tenantId, terms: query.search, filters, resultCount: exactTotal, channel: "web" };
}
