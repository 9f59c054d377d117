import {
  type CatalogQuery,
  type CatalogResult,
  type CatalogSort,
  isAnyCar,
  SORTS,
  searchCatalog,
  searchEntryOf,
  someCars,
  whatsappLink,
} from "@/backend/features/cars";
import { ListingPage } from "@/frontend/storefront/listing-page";
import { cardSizes } from "@/frontend/ui/photo-sizes";
import type { Answer } from "./answer";
import { toCarCardView } from "./car-card-view";
import { breadcrumbList, itemList } from "./json-ld";
import { listingHref } from "./listing-address";
import { toFacetViews } from "./listing-facets";
import { activeFilters, listingHeading, listingNotices, relaxationLinks, wishOf } from "./listing-texts";
import type { Page, PageContext } from "./page";
import { toShowroomView } from "./showroom-view";

const sortLabels: Record<CatalogSort, string> = {
  newest: "Terbaru",
  price_asc: "Harga terendah",
  price_desc: "Harga tertinggi",
  year_desc: "Tahun termuda",
  year_asc: "Tahun tertua",
  km_asc: "Kilometer terendah",
};

/** The listing of an address; `readingNotices` say what of the address was not understood. */
export async function listingAnswer(
  context: PageContext,
  asked: CatalogQuery,
  readingNotices: string[],
): Promise<Answer> {
  const { ctx, tenant, now } = context;
  const result = await searchCatalog(ctx, asked, { photoCount: 1, isForgiving: true });
  const query = { ...asked, picked: result.picked, page: result.page };
  const showroom = toShowroomView(tenant, now);
  const cars = result.cars.map(toCarCardView);
  const heading = listingHeading(query, result.facets, tenant.city);
  const cover = cars[0]?.photo ?? null;

  const page: Page = {
    showroom,
    head: headOf(context, query, result, heading),
    preload: cover && { photo: cover, sizes: cardSizes },
    hasHeaderSearch: false,
    islands: ["listing-filters.js"],
    effect: effectOf(tenant.id, asked, result),
    content: (
      <ListingPage
        heading={heading}
        search={query.search}
        total={result.total}
        notices={[...readingNotices, ...listingNotices(result)]}
        activeFilters={activeFilters(query, result.facets)}
        clearHref="/mobil"
        facets={toFacetViews(result.facets, query)}
        keep={keptFields(query)}
        sorts={SORTS.map((sort) => ({
          label: sortLabels[sort],
          href: listingHref({ ...query, sort, page: 1 }),
          isSelected: sort === result.sort,
        }))}
        cars={cars}
        pagination={{
          page: result.page,
          hrefs: Array.from({ length: result.totalPages }, (_, index) => listingHref({ ...query, page: index + 1 })),
        }}
        empty={await emptyState(context, query, result)}
      />
    ),
  };
  const isAsAsked = readingNotices.length === 0 && result.notices.length === 0;
  return isAsAsked ? { type: "page", page } : { type: "passing", status: 200, page };
}

function headOf(
  { tenant, origin }: PageContext,
  query: CatalogQuery,
  result: CatalogResult,
  heading: string,
): Page["head"] {
  const isWorthIndexing = query.search === "" && result.total > 0 && result.sort === "newest";
  const page = result.page > 1 ? ` – Halaman ${result.page}` : "";
  const crumbs = [
    { label: tenant.name, href: "/" },
    { label: "Mobil", href: "/mobil" },
  ];

  return {
    title: `${heading}${page} – ${tenant.name}`,
    description: `${result.total} mobil di ${tenant.name}${tenant.city ? `, ${tenant.city}` : ""}. Lihat foto, harga, tahun dan kilometer, lalu tanya langsung lewat WhatsApp.`,
    canonicalUrl: origin + listingHref({ ...query, sort: null }),
    robots: isWorthIndexing ? null : "noindex, follow",
    ogType: "website",
    ogImage: null,
    jsonLd: [
      breadcrumbList(crumbs, origin),
      itemList(result.cars, (result.page - 1) * result.limit + 1, result.total, origin),
    ],
  };
}

async function emptyState({ ctx, tenant }: PageContext, query: CatalogQuery, result: CatalogResult) {
  if (result.total > 0) return { wish: null, whatsappUrl: null, relaxations: [], suggestions: [] };
  const wish = isAnyCar(result.asked) ? null : wishOf(result, query.search);
  const text = wish
    ? `Halo ${tenant.name}, saya cari ${wish}. Kabari saya kalau unitnya ada ya.`
    : `Halo ${tenant.name}, saya mau cerita mobil incaran saya.`;
  return {
    wish,
    whatsappUrl: whatsappLink(tenant.whatsappNumber, text),
    relaxations: relaxationLinks(query, result),
    suggestions: (await someCars(ctx)).map(toCarCardView),
  };
}

function effectOf(tenantId: number, query: CatalogQuery, result: CatalogResult): Page["effect"] {
  const entry = searchEntryOf(tenantId, query, result.exactTotal);
  return entry && { type: "search", entry };
}

function keptFields({ search, sort }: CatalogQuery): { name: string; value: string }[] {
  return [...(search ? [{ name: "search", value: search }] : []), ...(sort ? [{ name: "sort", value: sort }] : [])];
}
