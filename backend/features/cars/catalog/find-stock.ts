import type { SearchFilters } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import { anyCar } from "./criteria";
import { criteriaOf } from "./read-search";
import { type CatalogResult, searchCatalog } from "./search-catalog";

/** What is on the site for criteria that were understood elsewhere (a customer's message), cheapest first. */
export function findStock(ctx: Ctx, filters: SearchFilters, limit: number): Promise<CatalogResult> {
  const read = { criteria: criteriaOf(filters, []), corrections: [] };
  const query = { search: "", picked: anyCar, sort: "price_asc" as const, page: 1, limit };
  return searchCatalog(ctx, query, { photoCount: 1, isForgiving: false, read });
}
