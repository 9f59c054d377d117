import type { CarCard, PublicCar, PublicPhoto } from "./public-car";
import { interestText, whatsappLink } from "./whatsapp-link";

/** A car in GET /api/cars; `price` in whole rupiah, `photos` cover first, `url` the largest JPEG. */
export function toCardJson(car: Omit<CarCard, "status"> & { status: string }) {
  return {
    id: car.id,
    displayCode: car.displayCode,
    publicName: car.publicName,
    brand: car.brand,
    model: car.model,
    variant: car.variant,
    year: car.year,
    color: car.color,
    transmission: car.transmission,
    km: car.km,
    price: car.priceRupiah,
    keyFeatures: car.keyFeatures,
    photos: car.photos.map(toPhotoJson),
    slug: car.slug,
    status: car.status,
  };
}

/** GET /api/cars/:slug. */
export function toCarJson(car: PublicCar, similar: CarCard[], whatsappNumber: string) {
  return {
    ...toCardJson(car),
    fuelType: car.fuel,
    bodyType: car.bodyType,
    engineCc: car.engineCc,
    seats: car.seats,
    registrationYear: car.registrationYear,
    priceCredit: car.creditPriceRupiah,
    taxMonth: car.taxMonth,
    owners: car.owners,
    plateRegion: car.plateRegion,
    plateParity: car.plateParity,
    conditionNotes: car.conditionNotes,
    description: car.description,
    whatsappLink: whatsappLink(whatsappNumber, interestText(car)),
    similar: similar.map(toCardJson),
    createdAt: car.createdAt,
  };
}

function toPhotoJson({ width, height, color, sources }: PublicPhoto) {
  return { url: sources.jpeg.at(-1)?.src ?? null, width, height, color, sources };
}
