import type { Ctx } from "@/backend/platform/ctx";
import type { Sql } from "@/backend/platform/database/database";
import { withTenantSql } from "@/backend/platform/database/with-tenant";
import type { CatalogQuery } from "./catalog-query";
import { branchesStatement, type CatalogSort, cardsStatement, type FacetRow, facetsStatement } from "./catalog-sql";
import { anyCar, type CatalogCriteria, mergeCriteria } from "./criteria";
import { describeCriteria } from "./describe-criteria";
import { type CatalogCounts, type CatalogFacets, readFacetRows } from "./facets";
import { type CarCard, type CardRow, toCarCard } from "./public-car";
import { type ReadSearch, readSearch } from "./read-search";
import { type Relaxable, type RelaxedSearch, relaxationsOf } from "./relax-search";

export type CatalogResult = {
  cars: CarCard[];
  facets: CatalogFacets;
  /** Of the listing shown, relaxed or not. */
  total: number;
  /** What fits exactly; 0 when `relaxed` says anything. */
  exactTotal: number;
  /** All cars on the site. */
  stockTotal: number;
  page: number;
  limit: number;
  totalPages: number;
  sort: CatalogSort;
  /** What was read out of the search words, in Indonesian pieces: ["Innova", "diesel"]. */
  understood: string[];
  /** What was given up because nothing fits exactly, in Indonesian pieces; empty for an exact result. */
  relaxed: string[];
  /** Misspelt words and how they were read. */
  corrections: { from: string; to: string }[];
  /** Sentences about what was changed to show something: an unknown brand, a page that is not there. */
  notices: string[];
  /** The filters that were followed: those picked, without names that are not in stock. */
  picked: CatalogCriteria;
  /** The criteria asked for, filters and search together, before anything was given up. */
  asked: CatalogCriteria;
  /** How many there would be without one of the filters. */
  totalWithout: CatalogCounts["totalWithout"];
};

type SearchOptions = {
  /** Shown photos per car, cover first. */
  photoCount: number;
  /** For people: a name that is not in stock is left out, a page after the last becomes the last; both are said. */
  isForgiving: boolean;
  /** A search that was read already, for callers who understood the words themselves. */
  read?: ReadSearch;
  /** Given up last where nothing fits. */
  saidLast?: readonly Relaxable[];
};

/**
 * The public listing: two statements, one that counts and one that fetches the page. Only when a search finds nothing
 * are more run, giving up one criterion at a time; the result then says which.
 */
export async function searchCatalog(
  ctx: Ctx,
  query: CatalogQuery,
  { photoCount, isForgiving, read: given, saidLast = [] }: SearchOptions,
): Promise<CatalogResult> {
  const typed = given ?? (query.search === "" ? readNothing : readSearch(query.search));
  const sort = query.sort ?? typed.sort ?? "newest";

  return withTenantSql(ctx, async (sql) => {
    const read = { ...typed, criteria: await withoutOwnPlace(sql, ctx.tenant.id, typed.criteria) };
    const notices: string[] = [];
    const weaker = relaxationsOf(read.criteria, saidLast);
    const found = await findListing(query.picked, read.criteria, weaker, isForgiving ? notices : null, (criteria) =>
      countCars(sql, ctx.tenant.id, criteria),
    );
    const { total, facets, stockTotal } = found.counts;
    const totalPages = Math.max(1, Math.ceil(total / query.limit));
    const page = isForgiving ? lastPageAtMost(query.page, totalPages, notices) : query.page;
    const cardsPage = { limit: query.limit, sort, page, photoCount };
    const cars = total === 0 ? [] : await fetchCards(sql, ctx.tenant.id, found.criteria, cardsPage);

    return {
      ...{ cars, facets, total, stockTotal, page, limit: query.limit, totalPages, sort, notices },
      exactTotal: found.exact.total,
      understood: describeCriteria(read.criteria),
      relaxed: found.said,
      corrections: read.corrections,
      picked: found.picked,
      asked: found.asked,
      totalWithout: found.exact.totalWithout,
    };
  });
}

const readNothing: ReadSearch = { criteria: anyCar, corrections: [], sort: null };

/** "Mobil surabaya" asks a showroom in Surabaya for nothing but a car. */
async function withoutOwnPlace(sql: Sql, tenantId: number, criteria: CatalogCriteria): Promise<CatalogCriteria> {
  if (criteria.words.length === 0) return criteria;
  const { rows } = await sql.query<{ city: string }>(branchesStatement(tenantId));
  const own = new Set(rows.flatMap(({ city }) => city.toLowerCase().split(/\s+/)));
  return { ...criteria, words: criteria.words.filter((word) => !own.has(word)) };
}

type Count = (criteria: CatalogCriteria) => Promise<CatalogCounts>;

/** The criteria to show and their counts: as asked, else without names that are not in stock, else asking for less. */
async function findListing(
  wanted: CatalogCriteria,
  search: CatalogCriteria,
  relaxations: RelaxedSearch[],
  notices: string[] | null,
  count: Count,
) {
  let picked = wanted;
  let asked = mergeCriteria(picked, search);
  let exact = await count(asked);
  if (exact.total === 0 && notices) {
    picked = withoutUnknownNames(wanted, exact, notices);
    asked = mergeCriteria(picked, search);
    if (picked !== wanted) exact = await count(asked);
  }

  const weaker = exact.total === 0 ? await relax(picked, relaxations, count) : null;
  return { picked, asked, exact, ...(weaker ?? { criteria: asked, counts: exact, said: [] }) };
}

/** The first weaker form of the search that finds something; null when none does. */
async function relax(picked: CatalogCriteria, relaxations: RelaxedSearch[], count: Count) {
  for (const relaxed of relaxations) {
    const criteria = mergeCriteria(picked, relaxed.criteria);
    const counts = await count(criteria);
    if (counts.total > 0) return { criteria, counts, said: relaxed.said };
  }
  return null;
}

async function countCars(sql: Sql, tenantId: number, criteria: CatalogCriteria): Promise<CatalogCounts> {
  const { rows } = await sql.query<FacetRow>(facetsStatement(tenantId, criteria));
  return readFacetRows(rows);
}

type CardsPage = { sort: CatalogSort; limit: number; page: number; photoCount: number };

async function fetchCards(sql: Sql, tenantId: number, criteria: CatalogCriteria, page: CardsPage): Promise<CarCard[]> {
  const { sort, limit, photoCount } = page;
  const statement = cardsStatement(tenantId, criteria, { sort, limit, offset: (page.page - 1) * limit, photoCount });
  const { rows } = await sql.query<CardRow>(statement);
  return rows.map(toCarCard);
}

/** The same object when every picked name is in stock. */
function withoutUnknownNames(picked: CatalogCriteria, counts: CatalogCounts, notices: string[]): CatalogCriteria {
  const brands = picked.brands.filter((brand) => counts.stockBrands.has(brand));
  const models = picked.models.filter((model) => counts.stockModels.has(model));
  const unknown = [...picked.brands, ...picked.models].filter((name) => ![...brands, ...models].includes(name));
  if (unknown.length === 0) return picked;

  notices.push(`“${unknown.join(", ")}” sedang tidak ada di stok kami, jadi pilihan itu kami lewati.`);
  return { ...picked, brands, models };
}

function lastPageAtMost(page: number, totalPages: number, notices: string[]): number {
  if (page <= totalPages) return page;
  notices.push(`Halaman ${page} tidak ada. Ini halaman terakhir, ${totalPages}.`);
  return totalPages;
}
