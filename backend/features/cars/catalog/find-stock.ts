import type { SearchFilters } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import type { CatalogSort } from "./catalog-sql";
import { anyCar, type CatalogCriteria } from "./criteria";
import { criteriaOf } from "./read-search";
import { type CatalogResult, searchCatalog } from "./search-catalog";

/** What is on the site for criteria that were understood elsewhere (a customer's message). */
export function findStock(
  ctx: Ctx,
  filters: SearchFilters,
  { limit, sort }: { limit: number; sort: CatalogSort },
): Promise<CatalogResult> {
  const read = { criteria: withFormerTrims(criteriaOf(filters, [])), corrections: [], sort };
  const query = { search: "", picked: anyCar, sort: null, page: 1, limit };
  return searchCatalog(ctx, query, { photoCount: 1, isForgiving: false, read });
}

/** The Veloz was a trim of the Avanza until 2021: who asks a person for an Avanza is shown those too. */
function withFormerTrims(criteria: CatalogCriteria): CatalogCriteria {
  const isAvanza = criteria.models.length === 1 && criteria.models[0] === "avanza";
  return isAvanza ? { ...criteria, models: ["avanza", "veloz<2022"] } : criteria;
}
