import { type CatalogFacets, catalogHome } from "@/backend/features/cars";
import { formatRupiahShort } from "@/backend/platform/money";
import { HomePage } from "@/frontend/storefront/home-page";
import { spotlightSizes } from "@/frontend/ui/photo-sizes";
import { toCarCardView } from "./car-card-view";
import { autoDealer } from "./json-ld";
import type { Page, PageContext } from "./page";
import { toShowroomView } from "./showroom-view";

const million = 1_000_000;
const handyPrices = [100, 150, 200, 250, 300, 400, 500].map((price) => price * million);

export async function homePage({ ctx, tenant, origin, now }: PageContext): Promise<Page> {
  const home = await catalogHome(ctx);
  const showroom = toShowroomView(tenant, now, home.branches);
  const cards = home.featured.map(toCarCardView);
  const spotlight = cards.find((card) => card.photo && card.photo.sources.jpeg.length > 0) ?? null;
  const place = tenant.city ? ` di ${tenant.city}` : "";

  return {
    showroom,
    head: {
      title: `${tenant.name} – Mobil Bekas${place}`,
      description: [
        tenant.tagline,
        `${home.total} mobil bekas siap dilihat${place}. Harga jelas, tanya langsung lewat WhatsApp.`,
      ]
        .filter(Boolean)
        .join(" "),
      canonicalUrl: `${origin}/`,
      robots: null,
      ogType: "website",
      ogImage: null,
      jsonLd: [autoDealer(tenant, origin)],
    },
    preload: spotlight?.photo ? { photo: spotlight.photo, sizes: spotlightSizes } : null,
    hasHeaderSearch: false,
    islands: [],
    effect: null,
    content: (
      <HomePage
        showroom={showroom}
        carCount={home.total}
        spotlight={spotlight}
        featured={cards.filter((card) => card !== spotlight || cards.length === 1).slice(0, 6)}
        brands={home.facets.brand.map(({ value, count }) => ({ name: value, count, href: hrefOf("brand", value) }))}
        shortcuts={shortcutsOf(home.facets)}
      />
    ),
  };
}

/** Ready searches that are sure to find something. */
function shortcutsOf({ bodyType, transmission, price }: CatalogFacets): { label: string; href: string }[] {
  const kinds = bodyType.slice(0, 2).map(({ value }) => ({ label: value, href: hrefOf("bodyType", value) }));
  const matic = transmission.some(({ value }) => value === "Matic")
    ? [{ label: "Matic", href: hrefOf("transmission", "matic") }]
    : [];
  const limit =
    price && handyPrices.find((amount) => amount >= price.min + (price.max - price.min) / 4 && amount < price.max);
  const cheap = limit
    ? [{ label: `Di bawah ${formatRupiahShort(limit)}`, href: hrefOf("maxPrice", String(limit)) }]
    : [];
  return [...cheap, ...matic, ...kinds];
}

function hrefOf(name: string, value: string): string {
  return `/mobil?${new URLSearchParams({ [name]: value.toLowerCase() })}`;
}
