import type { PublicCar, SoldCar } from "@/backend/features/cars";
import { plateRegionName } from "@/backend/features/language";
import { formatThousands } from "@/backend/platform/money";

type Car = PublicCar | SoldCar;

/** The four facts everybody asks first, ready to show. */
export function factsOf(car: Car) {
  return {
    year: String(car.year),
    km: `${formatThousands(car.km)} km`,
    transmission: car.transmission,
    fuel: car.fuel,
  };
}

/** The specification table; what is unknown is left out. */
export function specsOf(car: Car): { label: string; value: string }[] {
  const rows: [string, string | null][] = [
    ["Merek", car.brand],
    ["Model", car.model],
    ["Tipe", car.variant],
    ["Tahun", String(car.year)],
    [
      "Tahun registrasi",
      car.registrationYear && car.registrationYear !== car.year ? String(car.registrationYear) : null,
    ],
    ["Warna", car.color],
    ["Transmisi", car.transmission],
    ["Kilometer", factsOf(car).km],
    ["Bahan bakar", car.fuel],
    ["Mesin", car.engineCc ? `${formatThousands(car.engineCc)} cc` : null],
    ["Kursi", car.seats ? String(car.seats) : null],
    ["Jenis", car.bodyType],
    ["Pemilik", car.owners ? ownersText(car.owners) : null],
    ["Kode unit", car.displayCode],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** "Plat L (Surabaya) · ganjil": all the public may know of a plate. */
export function plateText({ plateRegion, plateParity }: Car): string | null {
  if (!plateRegion) return null;
  const place = shortPlace(plateRegionName(plateRegion) ?? "");
  return [place ? `Plat ${plateRegion} (${place})` : `Plat ${plateRegion}`, plateParity].filter(Boolean).join(" · ");
}

function ownersText(owners: number): string {
  const words = ["", "pertama", "kedua", "ketiga", "keempat"];
  return `Tangan ${words[owners] ?? `ke-${owners}`}`;
}

/** "Kedu (Magelang, Purworejo …)" → "Kedu"; "Jakarta, Depok, Bekasi" → "Jakarta dsk." */
function shortPlace(place: string): string {
  const [name = "", ...others] = (place.split(" (")[0] ?? "").split(", ");
  return others.length > 0 ? `${name} dsk.` : name;
}
