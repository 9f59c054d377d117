import type { Actor } from "@/backend/platform/actor";
import { toSafeInteger } from "@/backend/platform/money";
import { fullModelOf, publicNameOf } from "./car-name";
import type { CarStatus } from "./car-status";
import type { CarRow } from "./car-store";
import { type PhotoVariantKey, readPhotoVariants } from "./photo-variants";

export type CarPhotoView = {
  id: string;
  position: number;
  isPrimary: boolean;
  status: "pending" | "ready" | "failed";
  width: number | null;
  height: number | null;
  dominantColor: string | null;
  variants: PhotoVariantKey[];
};

/** A car as the showroom's own people see it. Amounts in whole rupiah. Never for the public: see PublicCar. */
export type CarView = {
  id: string;
  /** null for sales people who may neither upload nor change a status. */
  plate: string | null;
  stockCode: string;
  displayCode: string;
  /** "Avanza 2020 Hitam #A01" */
  publicName: string;
  /** "Toyota Avanza 1.3 G" */
  fullModel: string;
  slug: string;
  brand: string;
  model: string;
  variant: string;
  year: number;
  registrationYear: number | null;
  color: string;
  transmission: string;
  km: number;
  /** 0 while a draft has no price yet. */
  priceRupiah: number;
  creditPriceRupiah: number | null;
  creditMinTenorMonths: number | null;
  /** null for everybody but the owner. */
  costPriceRupiah: number | null;
  fuel: string | null;
  engineCc: number | null;
  seats: number | null;
  bodyType: string | null;
  taxMonth: string | null;
  owners: number | null;
  plateParity: string | null;
  plateRegion: string | null;
  keyFeatures: string[];
  conditionNotes: string;
  description: string;
  status: CarStatus;
  publishedAt: Date | null;
  soldAt: Date | null;
  soldPriceRupiah: number | null;
  branchId: string | null;
  videoUrl: string | null;
  featured: boolean;
  /** Cover first. */
  /** Grows with every change of the car; given back with an edit, it proves that the editor saw the latest. */
  revision: number;
  photos: CarPhotoView[];
  createdAt: Date;
  updatedAt: Date;
};

export function toCarView(row: CarRow, actor: Actor): CarView {
  return {
    id: row.id,
    plate: maySeePlate(actor) ? row.plate : null,
    stockCode: row.stockCode,
    displayCode: row.displayCode,
    publicName: publicNameOf(row),
    fullModel: fullModelOf(row),
    slug: row.slug,
    brand: row.brand,
    model: row.model,
    variant: row.variant,
    year: row.year,
    registrationYear: row.registrationYear,
    color: row.color,
    transmission: row.transmission,
    km: row.kmTotal,
    priceRupiah: toSafeInteger(row.priceRupiah),
    creditPriceRupiah: toRupiah(row.creditPriceRupiah),
    creditMinTenorMonths: row.creditMinTenorMonths,
    costPriceRupiah: maySeeCost(actor) ? toRupiah(row.costPriceRupiah) : null,
    fuel: row.fuel,
    engineCc: row.engineCc,
    seats: row.seats,
    bodyType: row.bodyType,
    taxMonth: row.taxMonth,
    owners: row.owners,
    plateParity: row.plateParity,
    plateRegion: row.plateRegion,
    keyFeatures: row.keyFeatures,
    conditionNotes: row.conditionNotes,
    description: row.description,
    status: row.status,
    publishedAt: row.publishedAt,
    soldAt: row.soldAt,
    soldPriceRupiah: toRupiah(row.soldPriceRupiah),
    branchId: row.branchId,
    videoUrl: row.videoUrl,
    featured: row.featured,
    revision: row.revision,
    photos: row.photos.map(toPhotoView),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function maySeeCost(actor: Actor): boolean {
  return actor.type === "system" || (actor.type === "user" && actor.role === "owner");
}

export function maySeePlate(actor: Actor): boolean {
  if (actor.type === "system") return true;
  if (actor.type !== "user") return false;
  return actor.role !== "sales" || actor.permissions.includes("upload") || actor.permissions.includes("status");
}

function toPhotoView(photo: CarRow["photos"][number]): CarPhotoView {
  const { id, position, isPrimary, status, width, height, dominantColor } = photo;
  return { id, position, isPrimary, status, width, height, dominantColor, variants: readPhotoVariants(photo.variants) };
}

function toRupiah(amount: bigint | null): number | null {
  return amount === null ? null : toSafeInteger(amount);
}
