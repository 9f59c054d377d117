import type { SearchFilters } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import type { CatalogSort } from "./catalog-sql";
import { anyCar, type CatalogCriteria } from "./criteria";
import { criteriaOf } from "./read-search";
import type { Relaxable } from "./relax-search";
import { type CatalogResult, searchCatalog } from "./search-catalog";

/** What is on the site for criteria that were understood elsewhere (a customer's message). */
export function findStock(
  ctx: Ctx,
  { words = [], ...filters }: SearchFilters & { words?: readonly string[] },
  { limit, sort, saidLast = [] }: { limit: number; sort: CatalogSort; saidLast?: readonly Relaxable[] },
): Promise<CatalogResult> {
  const read = { criteria: withFormerTrims(criteriaOf(filters, words)), corrections: [], sort };
  const query = { search: "", picked: anyCar, sort: null, page: 1, limit };
  return searchCatalog(ctx, query, { photoCount: 1, isForgiving: false, read, saidLast });
}

/** The Veloz was a trim of the Avanza until 2021: who asks a person for an Avanza is shown those too. */
function withFormerTrims(criteria: CatalogCriteria): CatalogCriteria {
  const isAvanza = criteria.models.length === 1 && criteria.models[0] === "avanza";
  return isAvanza ? { ...criteria, models: ["avanza", "veloz<2022"] } : criteria;
}
