import { type CarCard, whatsappLink } from "@/backend/features/cars";
import type { TenantProfile } from "@/backend/features/tenants";
import { ErrorPage } from "@/frontend/storefront/error-page";
import { GonePage } from "@/frontend/storefront/gone-page";
import { NotFoundPage } from "@/frontend/storefront/not-found-page";
import { similarHref } from "./car";
import { toCarCardView } from "./car-card-view";
import type { Page, PageContext } from "./page";
import { toShowroomView } from "./showroom-view";

type Place = Pick<PageContext, "tenant" | "now">;

export function notFoundPage({ tenant, now }: Place, cars: CarCard[]): Page {
  return messagePage(tenant, now, "Halaman tidak ditemukan", <NotFoundPage cars={cars.map(toCarCardView)} />);
}

type GoneCar = { publicName: string; model: string; similar: CarCard[] };

export function gonePage({ tenant, now }: Place, car: GoneCar): Page {
  const { publicName, similar } = car;
  const cars = similar.slice(0, 3).map(toCarCardView);
  const content = <GonePage publicName={publicName} similarHref={similarHref(car)} cars={cars} />;
  return messagePage(tenant, now, `${publicName} sudah terjual`, content);
}

/** Needs no database, so that it can be shown when that is what failed. */
export function errorPage(tenant: TenantProfile, now: Date, message: string | null, requestId: string): Page {
  const whatsappUrl = whatsappLink(tenant.whatsappNumber, `Halo ${tenant.name}, saya mau tanya soal mobil.`);
  const content = <ErrorPage message={message} requestId={requestId} whatsappUrl={whatsappUrl} />;
  return messagePage(tenant, now, "Ada gangguan", content);
}

function messagePage(tenant: TenantProfile, now: Date, title: string, content: Page["content"]): Page {
  return {
    showroom: toShowroomView(tenant, now),
    head: {
      title: `${title} – ${tenant.name}`,
      description: tenant.tagline || tenant.name,
      canonicalUrl: null,
      robots: "noindex, follow",
      ogType: "website",
      ogImage: null,
      jsonLd: [],
    },
    preload: null,
    hasHeaderSearch: false,
    islands: [],
    effect: null,
    content,
  };
}
