import type { CarCard, PublicCar } from "@/backend/features/cars";
import { type Holiday, type OpenSpan, type TenantProfile, WEEKDAYS } from "@/backend/features/tenants";
import { normalizePhone } from "@/backend/platform/phone";
import type { JsonValue } from "@/frontend/document";

type Thing = { [key: string]: JsonValue };

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const context = "https://schema.org";

/** schema.org AutoDealer of the showroom. `origin` without trailing slash, here and below. */
export function autoDealer(tenant: TenantProfile, origin: string): Thing {
  const phone = normalizePhone(tenant.phone);
  const { holidays = [] } = tenant.businessHours;
  return {
    "@context": context,
    "@type": "AutoDealer",
    "@id": `${origin}/#showroom`,
    name: tenant.name,
    url: `${origin}/`,
    ...(tenant.tagline && { description: tenant.tagline }),
    ...(tenant.logoKey && { logo: `${origin}/media/${tenant.logoKey}` }),
    ...(phone && { telephone: `+${phone}` }),
    ...(tenant.email && { email: tenant.email }),
    address: {
      "@type": "PostalAddress",
      streetAddress: tenant.address,
      addressLocality: tenant.city,
      addressCountry: "ID",
    },
    openingHoursSpecification: WEEKDAYS.flatMap((weekday, index) =>
      (tenant.businessHours[weekday] ?? []).map(([opens, closes]) => ({
        "@type": "OpeningHoursSpecification",
        dayOfWeek: `${context}/${dayNames[index]}`,
        opens,
        closes,
      })),
    ),
    ...(holidays.length > 0 && { specialOpeningHoursSpecification: holidays.flatMap(specialHours) }),
  };
}

/** A closed day opens and closes at midnight. */
function specialHours({ date, hours }: Holiday): Thing[] {
  const spans: readonly OpenSpan[] = hours.length > 0 ? hours : [["00:00", "00:00"]];
  return spans.map(([opens, closes]) => ({
    "@type": "OpeningHoursSpecification",
    validFrom: date,
    validThrough: date,
    opens,
    closes,
  }));
}

/** A car with its offer. Never the plate: `sku` is the public code. */
export function carWithOffer(car: PublicCar, tenant: TenantProfile, origin: string): Thing {
  const url = `${origin}/${car.slug}`;
  return {
    "@context": context,
    "@type": "Car",
    name: car.publicName,
    url,
    sku: car.displayCode,
    brand: { "@type": "Brand", name: car.brand },
    model: [car.model, car.variant].filter(Boolean).join(" "),
    vehicleModelDate: String(car.year),
    color: car.color,
    vehicleTransmission: car.transmission,
    itemCondition: `${context}/UsedCondition`,
    mileageFromOdometer: { "@type": "QuantitativeValue", value: car.km, unitCode: "KMT" },
    ...(car.fuel && { fuelType: car.fuel }),
    ...(car.bodyType && { bodyType: car.bodyType }),
    ...(car.seats && { vehicleSeatingCapacity: car.seats }),
    ...(car.description && { description: car.description }),
    image: car.photos.flatMap((photo) => photo.sources.jpeg.at(-1)?.src ?? []).map((src) => origin + src),
    offers: {
      "@type": "Offer",
      url,
      price: car.priceRupiah,
      priceCurrency: "IDR",
      itemCondition: `${context}/UsedCondition`,
      availability: `${context}/${car.status === "booking" ? "LimitedAvailability" : "InStock"}`,
      seller: { "@type": "AutoDealer", "@id": `${origin}/#showroom`, name: tenant.name },
    },
  };
}

export function breadcrumbList(crumbs: { label: string; href: string }[], origin: string): Thing {
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: origin + href,
    })),
  };
}

/** The cars of one page of a listing, in order. */
export function itemList(cars: readonly CarCard[], firstPosition: number, total: number, origin: string): Thing {
  return {
    "@context": context,
    "@type": "ItemList",
    numberOfItems: total,
    itemListElement: cars.map((car, index) => ({
      "@type": "ListItem",
      position: firstPosition + index,
      name: car.publicName,
      url: `${origin}/${car.slug}`,
    })),
  };
}
