import { createHash } from "node:crypto";
import type { PublicCar, SoldCar } from "@/backend/features/cars";
import { renderOgImage } from "@/backend/features/photos";
import type { TenantProfile } from "@/backend/features/tenants";
import { formatRupiah } from "@/backend/platform/money";
import type { ObjectStore } from "@/backend/platform/object-store/object-store";

type Car = PublicCar | SoldCar;
type Look = {
  title: string;
  priceText: string;
  showroomName: string;
  brandColor: string;
  badge?: string;
  photoKey: string | null;
};

const drawing = new Map<string, Promise<Uint8Array>>();

/** "/og/avanza-2020-hitam-a01.jpg?v=3f2a…": another address when the picture would look different. */
export function ogImageHref(car: Car, tenant: TenantProfile): string {
  return `/og/${car.slug}.jpg?v=${hashOf(lookOf(car, tenant)).slice(0, 8)}`;
}

/** The sharing picture of a car, drawn once per look and kept in the object store; many who ask at once wait for one. */
export async function ogImage(car: Car, tenant: TenantProfile, store: ObjectStore): Promise<Uint8Array> {
  const look = lookOf(car, tenant);
  const key = `og/${tenant.id}/${hashOf(look)}.jpg`;
  const stored = await store.get(key);
  if (stored) return stored.bytes;

  const running = drawing.get(key) ?? draw(key, look, store).finally(() => drawing.delete(key));
  drawing.set(key, running);
  return running;
}

async function draw(key: string, { photoKey, ...texts }: Look, store: ObjectStore): Promise<Uint8Array> {
  const photo = photoKey ? await store.get(photoKey) : null;
  const bytes = await renderOgImage({ ...texts, photo: photo?.bytes ?? null });
  // Without its photo, for once, the picture is not kept under the name of the one with it.
  if (!photoKey || photo) await store.put(key, bytes, "image/jpeg");
  return bytes;
}

function lookOf(car: Car, tenant: TenantProfile): Look {
  const isSold = car.status === "sold";
  const badge = isSold ? "Terjual" : car.status === "booking" ? "Booked" : null;
  return {
    title: `${car.fullModel} ${car.year}`,
    priceText: isSold ? "Terjual" : formatRupiah(car.priceRupiah),
    showroomName: tenant.name,
    brandColor: tenant.primaryColor,
    photoKey: car.photos[0]?.sources.jpeg.at(-1)?.src.replace("/media/", "") ?? null,
    ...(badge && { badge }),
  };
}

function hashOf(look: Look): string {
  return createHash("sha256").update(JSON.stringify(look)).digest("hex").slice(0, 32);
}
