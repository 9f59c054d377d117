import { renderToString } from "react-dom/server";
import { StorefrontDocument, type StorefrontDocumentProps } from "../document";
import type { CarCardView } from "../storefront/car-card";
import { CarPage, type CarPageProps } from "../storefront/car-page";
import { ErrorPage } from "../storefront/error-page";
import { GonePage } from "../storefront/gone-page";
import { HomePage } from "../storefront/home-page";
import { ListingPage, type ListingPageProps } from "../storefront/listing-page";
import { NotFoundPage } from "../storefront/not-found-page";
import type { ShowroomView } from "../storefront/showroom-view";
import { UnknownHostPage } from "../storefront/unknown-host-page";
import type { PhotoView } from "../ui/picture";

/** Small but complete props for every public page, for tests. */
export const samplePhoto: PhotoView = {
  width: 1280,
  height: 960,
  color: "#223344",
  alt: "Avanza 2020 Hitam #A01",
  sources: {
    avif: [{ src: "/media/a-640.avif", width: 640 }],
    webp: [{ src: "/media/a-640.webp", width: 640 }],
    jpeg: [{ src: "/media/a-640.jpg", width: 640 }],
  },
};

export const sampleCar: CarCardView = {
  href: "/avanza-2020-hitam-a01",
  publicName: "Avanza 2020 Hitam #A01",
  displayCode: "#A01",
  fullModel: "Toyota Avanza 1.3 G",
  priceRupiah: 185_000_000,
  km: 45_000,
  transmission: "Manual",
  fuel: "Bensin",
  status: "available",
  features: ["Velg racing"],
  photo: samplePhoto,
};

export const sampleShowroom: ShowroomView = {
  name: "Showroom Contoh",
  tagline: "Mobil bekas berkualitas",
  city: "Surabaya",
  logo: null,
  theme: { brand: "#c8102e", brandContrast: "#ffffff", accent: "#f2b705" },
  whatsappUrl: "https://wa.me/628123456789",
  phone: { label: "0812-3456-789", href: "tel:+628123456789" },
  locations: [
    {
      name: "Showroom Contoh",
      address: "Jl. Raya Darmo No. 123",
      city: "Surabaya",
      mapsUrl: "https://maps.example/1",
      phone: null,
      hours: [{ day: "Senin", hours: "09.00–18.00", isToday: true }],
      open: { isOpen: true, label: "Buka sekarang · sampai 18.00" },
    },
  ],
};

export const sampleListing: ListingPageProps = {
  heading: "Mobil bekas di Surabaya",
  search: "avanza",
  total: 1,
  notices: ["Kami artikan: Toyota Avanza."],
  activeFilters: [{ label: "Toyota", removeHref: "/mobil" }],
  clearHref: "/mobil",
  facets: [
    {
      kind: "choice",
      name: "color",
      label: "Warna",
      hasSwatches: true,
      options: [{ value: "Hitam", label: "Hitam", count: 3, isSelected: true }],
    },
    {
      kind: "range",
      label: "Harga",
      min: { name: "minPrice", label: "Harga terendah", options: [] },
      max: {
        name: "maxPrice",
        label: "Harga tertinggi",
        options: [{ value: "2", label: "Rp 200 jt", isSelected: true }],
      },
    },
  ],
  keep: [{ name: "search", value: "avanza" }],
  sorts: [{ label: "Terbaru", href: "/mobil", isSelected: true }],
  cars: [sampleCar],
  pagination: { page: 1, hrefs: ["/mobil?page=1", "/mobil?page=2"] },
  empty: { wish: null, whatsappUrl: null, relaxations: [], suggestions: [] },
};

export const sampleCarPage: CarPageProps = {
  breadcrumbs: [
    { label: "Beranda", href: "/" },
    { label: "Avanza 2020 Hitam #A01", href: null },
  ],
  publicName: "Avanza 2020 Hitam #A01",
  displayCode: "#A01",
  fullModel: "Toyota Avanza 1.3 G",
  summary: { year: "2020", km: "45.000 km", transmission: "Manual", fuel: "Bensin" },
  features: ["Velg racing"],
  photos: [samplePhoto, samplePhoto],
  offer: {
    status: "available",
    priceRupiah: 185_000_000,
    credit: { priceRupiah: 178_000_000, minimumTenorMonths: 36 },
    whatsappUrl: "https://wa.me/628123456789",
    salesUrl: "https://wa.me/6281234567891",
  },
  share: { url: "https://contoh.example/a", title: "Avanza", whatsappShareUrl: "https://wa.me/?text=a" },
  specs: [{ label: "Merek", value: "Toyota" }],
  plate: "Plat L (Surabaya) · ganjil",
  taxMonth: "Agustus 2026",
  conditionNotes: "Mesin halus.",
  description: "Tangan pertama.",
  videoUrl: null,
  location: { name: "Showroom Contoh", address: "Jl. Raya Darmo No. 123", mapsUrl: null },
  similar: [sampleCar],
  similarHref: "/mobil",
};

export const sampleDocument: StorefrontDocumentProps = {
  head: {
    title: "Judul",
    description: "Keterangan",
    canonicalUrl: "https://contoh.example/",
    robots: null,
    ogType: "website",
    ogImage: null,
    jsonLd: [],
  },
  showroom: sampleShowroom,
  cssText: "",
  scripts: ["/assets/gallery.js"],
  preload: { photo: samplePhoto, sizes: "100vw" },
  faviconHref: null,
  hasHeaderSearch: true,
  children: null,
};

/** Every public page as HTML, by name. */
export function renderSamplePages(): Record<string, string> {
  const cars = [sampleCar];
  const empty = { wish: "Avanza merah", whatsappUrl: "https://wa.me/1", relaxations: [], suggestions: cars };

  return {
    home: render(
      <HomePage
        showroom={sampleShowroom}
        carCount={1}
        spotlight={sampleCar}
        featured={cars}
        brands={[{ name: "Toyota", href: "/mobil?brand=Toyota", count: 1 }]}
        shortcuts={[{ label: "Matic", href: "/mobil?transmission=Matic" }]}
      />,
      { hasHeaderSearch: false },
    ),
    listing: render(<ListingPage {...sampleListing} />, { hasHeaderSearch: false }),
    empty: render(<ListingPage {...sampleListing} total={0} cars={[]} empty={empty} />, { hasHeaderSearch: false }),
    car: render(<CarPage {...sampleCarPage} />),
    sold: render(
      <CarPage
        {...sampleCarPage}
        offer={{ status: "sold", askSimilarUrl: "https://wa.me/1", similarHref: "/mobil" }}
        photos={[]}
      />,
    ),
    notFound: render(<NotFoundPage cars={cars} />),
    gone: render(<GonePage publicName={null} similarHref="/mobil" cars={cars} />),
    unknownHost: render(<UnknownHostPage host="x.example" />, { showroom: null }),
    error: render(<ErrorPage message={null} requestId="r1" whatsappUrl={null} />),
  };
}

function render(page: StorefrontDocumentProps["children"], changes: Partial<StorefrontDocumentProps> = {}): string {
  return renderToString(
    <StorefrontDocument {...sampleDocument} {...changes}>
      {page}
    </StorefrontDocument>,
  );
}
