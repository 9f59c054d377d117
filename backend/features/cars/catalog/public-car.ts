import { fullModelOf, publicNameOf } from "../car-name";
import { readPhotoVariants } from "../photo-variants";

export type PhotoSource = { src: string; width: number };

/** A photo as the public gets it; without sources while it is still being processed. Sizes in pixels. */
export type PublicPhoto = {
  width: number;
  height: number;
  /** Dominant colour "#rrggbb". */
  color: string;
  sources: { avif: PhotoSource[]; webp: PhotoSource[]; jpeg: PhotoSource[] };
};

/** A listed car as lists show it. There is no plate, stock code or cost price in it, by type. */
export type CarCard = {
  id: string;
  displayCode: string;
  publicName: string;
  /** "Toyota Avanza 1.3 G" */
  fullModel: string;
  slug: string;
  brand: string;
  model: string;
  variant: string;
  year: number;
  color: string;
  transmission: string;
  fuel: string | null;
  bodyType: string | null;
  km: number;
  priceRupiah: number;
  keyFeatures: string[];
  status: "available" | "booking";
  photos: PublicPhoto[];
};

/** A car's page. `plateRegion` is the letters ("L"), `plateParity` "ganjil" | "genap", `taxMonth` "2027-05". */
export type PublicCar = Omit<CarCard, "status"> & {
  status: "available" | "booking" | "sold";
  registrationYear: number | null;
  creditPriceRupiah: number | null;
  creditMinTenorMonths: number | null;
  engineCc: number | null;
  seats: number | null;
  taxMonth: string | null;
  owners: number | null;
  plateParity: string | null;
  plateRegion: string | null;
  conditionNotes: string;
  description: string;
  videoUrl: string | null;
  branch: { name: string; address: string; mapsUrl: string } | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What a sold car's page may still say: no price is promised. */
export type SoldCar = Omit<PublicCar, "status" | "priceRupiah" | "creditPriceRupiah" | "creditMinTenorMonths"> & {
  status: "sold";
};

export type CardRow = {
  id: string;
  display_code: string;
  slug: string;
  brand: string;
  model: string;
  variant: string;
  year: number;
  color: string;
  transmission: string;
  fuel: string | null;
  body_type: string | null;
  km: number;
  price: number;
  key_features: string[];
  status: "available" | "booking";
  photos: PhotoRow[];
};

type PhotoRow = { width: number | null; height: number | null; color: string | null; variants: unknown };

export type PublicCarRow = Omit<CardRow, "status"> & {
  status: "draft" | "available" | "booking" | "sold";
  registration_year: number | null;
  credit_price: number | null;
  credit_min_tenor_months: number | null;
  engine_cc: number | null;
  seats: number | null;
  tax_month: string | null;
  owners: number | null;
  plate_parity: string | null;
  plate_region: string | null;
  condition_notes: string;
  description: string;
  video_url: string | null;
  created_at: Date;
  updated_at: Date;
  published_at: Date | null;
  sold_at: Date | null;
  branch_name: string | null;
  branch_address: string | null;
  branch_maps_url: string | null;
};

export function toCarCard(row: CardRow): CarCard {
  return { ...publicFacts(row), priceRupiah: row.price, status: row.status };
}

export function toPublicCar(row: PublicCarRow, status: "available" | "booking"): PublicCar {
  return {
    ...publicDetails(row),
    status,
    priceRupiah: row.price,
    creditPriceRupiah: row.credit_price,
    creditMinTenorMonths: row.credit_min_tenor_months,
  };
}

export function toSoldCar(row: PublicCarRow): SoldCar {
  return { ...publicDetails(row), status: "sold" };
}

function publicFacts(row: Omit<CardRow, "status" | "price">) {
  const named = { ...row, displayCode: row.display_code };
  return {
    id: row.id,
    displayCode: row.display_code,
    publicName: publicNameOf(named),
    fullModel: fullModelOf(row),
    slug: row.slug,
    brand: row.brand,
    model: row.model,
    variant: row.variant,
    year: row.year,
    color: row.color,
    transmission: row.transmission,
    fuel: row.fuel,
    bodyType: row.body_type,
    km: row.km,
    keyFeatures: row.key_features,
    photos: row.photos.map(toPublicPhoto),
  };
}

function publicDetails(row: PublicCarRow) {
  return {
    ...publicFacts(row),
    registrationYear: row.registration_year,
    engineCc: row.engine_cc,
    seats: row.seats,
    taxMonth: row.tax_month,
    owners: row.owners,
    plateParity: row.plate_parity,
    plateRegion: row.plate_region,
    conditionNotes: row.condition_notes,
    description: row.description,
    videoUrl: row.video_url,
    branch: branchOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function branchOf({ branch_name: name, branch_address: address, branch_maps_url: mapsUrl }: PublicCarRow) {
  return name === null ? null : { name, address: address ?? "", mapsUrl: mapsUrl ?? "" };
}

function toPublicPhoto({ width, height, color, variants }: PhotoRow): PublicPhoto {
  const sources: PublicPhoto["sources"] = { avif: [], webp: [], jpeg: [] };
  for (const variant of readPhotoVariants(variants)) {
    sources[variant.format].push({ src: `/media/${variant.key}`, width: variant.width });
  }
  return { width: width ?? 4, height: height ?? 3, color: color ?? "#e5e7eb", sources };
}
