import {
  interestText,
  type PublicCar,
  type PublicCarAnswer,
  type SoldCar,
  taxMonthText,
  whatsappLink,
} from "@/backend/features/cars";
import type { TenantProfile } from "@/backend/features/tenants";
import { formatRupiah } from "@/backend/platform/money";
import { CarPage } from "@/frontend/storefront/car-page";
import type { OfferView } from "@/frontend/storefront/car-panel";
import { gallerySizes } from "@/frontend/ui/photo-sizes";
import { toCarCardView, toPhotoView } from "./car-card-view";
import { factsOf, plateText, specsOf } from "./car-facts";
import { breadcrumbList, carWithOffer } from "./json-ld";
import { ogImageHref } from "./og-image";
import type { Page, PageContext } from "./page";
import { isWebAddress, toShowroomView } from "./showroom-view";

type Shown = Extract<PublicCarAnswer, { type: "car" | "sold" }>;

/** The page of a car that is for sale, or was until lately. */
export function carPage(context: PageContext, { car, similar }: Shown): Page {
  const { tenant, now } = context;
  const showroom = toShowroomView(tenant, now);
  const photos = car.photos.map((photo, index) => toPhotoView(photo, `Foto ${index + 1}: ${carName(car)}`));
  const [cover] = photos;
  const pageUrl = `${context.origin}/${car.slug}`;

  return {
    showroom,
    head: headOf(context, car),
    preload: cover ? { photo: cover, sizes: gallerySizes } : null,
    hasHeaderSearch: true,
    islands: ["gallery.js", "share.js"],
    effect: { type: "view", carId: car.id },
    content: (
      <CarPage
        breadcrumbs={crumbsOf(car).map((crumb, index, all) => ({
          ...crumb,
          href: index === all.length - 1 ? null : crumb.href,
        }))}
        photos={photos}
        publicName={car.publicName}
        displayCode={car.displayCode}
        fullModel={car.fullModel}
        summary={factsOf(car)}
        features={car.keyFeatures}
        offer={offerOf(car, tenant)}
        share={{ url: pageUrl, title: car.publicName, whatsappShareUrl: shareUrl(car, pageUrl) }}
        specs={specsOf(car)}
        plate={plateText(car)}
        taxMonth={car.taxMonth && taxMonthText(car.taxMonth)}
        conditionNotes={car.conditionNotes || null}
        description={car.description || null}
        videoUrl={car.videoUrl}
        location={locationOf(car, tenant)}
        similar={similar.map(toCarCardView)}
        similarHref={similarHref(car)}
      />
    ),
  };
}

/** Listing of cars like this one. */
export function similarHref({ model }: { model: string }): string {
  return `/mobil?${new URLSearchParams({ search: model.toLowerCase() })}`;
}

function headOf({ tenant, origin }: PageContext, car: PublicCar | SoldCar): Page["head"] {
  const isSold = car.status === "sold";
  const price = isSold ? "Terjual" : formatRupiah(car.priceRupiah);
  const facts = factsOf(car);
  const details = [facts.km, facts.transmission, facts.fuel, car.color, ...car.keyFeatures.slice(0, 3)].filter(Boolean);

  return {
    title: `${carName(car)} ${price} – ${tenant.name}`,
    description: `${carName(car)} kode ${car.displayCode}: ${details.join(", ")}. ${price} di ${tenant.name}${tenant.city ? `, ${tenant.city}` : ""}.`,
    canonicalUrl: `${origin}/${car.slug}`,
    robots: isSold ? "noindex, follow" : null,
    ogType: "product",
    ogImage: { url: origin + ogImageHref(car, tenant), width: 1200, height: 630, alt: `${carName(car)}, ${price}` },
    jsonLd: [
      breadcrumbList(crumbsOf(car), origin),
      ...(car.status === "sold" ? [] : [carWithOffer(car, tenant, origin)]),
    ],
  };
}

function crumbsOf(car: PublicCar | SoldCar): { label: string; href: string }[] {
  return [
    { label: "Beranda", href: "/" },
    { label: "Mobil", href: "/mobil" },
    { label: car.brand, href: `/mobil?${new URLSearchParams({ brand: car.brand.toLowerCase() })}` },
    { label: car.publicName, href: `/${car.slug}` },
  ];
}

function offerOf(car: PublicCar | SoldCar, tenant: TenantProfile): OfferView {
  const ask = (text: string) => whatsappLink(tenant.whatsappNumber, text);
  if (car.status === "sold") {
    const text = `Halo, saya cari mobil seperti ${carName(car)} (${car.displayCode}) yang sudah terjual. Ada yang serupa?`;
    return { status: "sold", askSimilarUrl: ask(text), similarHref: similarHref(car) };
  }
  return {
    status: car.status,
    priceRupiah: car.priceRupiah,
    credit: car.creditPriceRupiah
      ? { priceRupiah: car.creditPriceRupiah, minimumTenorMonths: car.creditMinTenorMonths }
      : null,
    whatsappUrl: ask(interestText(car)),
    salesUrl: ask(`Halo, saya ingin bicara dengan sales tentang ${carName(car)} kode ${car.displayCode}.`),
  };
}

function locationOf(car: PublicCar | SoldCar, tenant: TenantProfile) {
  const place = car.branch ?? tenant;
  return place.address ? { ...place, mapsUrl: isWebAddress(place.mapsUrl) ? place.mapsUrl : null } : null;
}

/** "Toyota Avanza 1.3 G 2020" */
function carName(car: PublicCar | SoldCar): string {
  return `${car.fullModel} ${car.year}`;
}

function shareUrl(car: PublicCar | SoldCar, pageUrl: string): string {
  return `https://wa.me/?text=${encodeURIComponent(`${car.publicName} ${pageUrl}`)}`;
}
