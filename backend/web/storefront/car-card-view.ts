import type { CarCard, PublicPhoto } from "@/backend/features/cars";
import type { CarCardView } from "@/frontend/storefront/car-card";
import type { PhotoView } from "@/frontend/ui/picture";

export function toCarCardView(car: CarCard): CarCardView {
  const [cover] = car.photos;
  return {
    href: `/${car.slug}`,
    publicName: car.publicName,
    displayCode: car.displayCode,
    fullModel: car.fullModel,
    priceRupiah: car.priceRupiah,
    km: car.km,
    transmission: car.transmission,
    fuel: car.fuel,
    status: car.status,
    features: car.keyFeatures,
    photo: cover ? toPhotoView(cover, `${car.fullModel} ${car.year} ${car.color.toLowerCase()}`) : null,
  };
}

/** `alt` says what is to be seen; it has to differ between the photos of a page. */
export function toPhotoView(photo: PublicPhoto, alt: string): PhotoView {
  return { ...photo, alt };
}
