import { type CarView, carStatusLabel, taxMonthText } from "@/backend/features/cars";
import { formatRupiah, formatThousands } from "@/backend/platform/money";

/** One line of a list for staff: "#A01 Avanza 1.3 G 2020 Hitam Manual · 45.000 km · Rp 185.000.000 · TERSEDIA". */
export function carLine(car: CarView): string {
  const name = [car.brand, car.model, car.variant, car.year, car.color, car.transmission].filter(Boolean).join(" ");
  const plate = car.plate ? ` (${car.plate})` : "";
  return `*${car.displayCode}*${plate} ${name}\n   ${formatThousands(car.km)} km · ${priceOf(car)} · ${carStatusLabel(car.status)}`;
}

export function numbered(cars: readonly CarView[], first = 1): string {
  return cars.map((car, index) => `${first + index}. ${carLine(car)}`).join("\n");
}

export function carDetail(car: CarView, url: string | null): string {
  const lines = [
    `*${car.publicName}*`,
    `${car.fullModel} · ${carStatusLabel(car.status)}`,
    "",
    ...(car.plate ? [`Plat: ${car.plate}`] : []),
    `Kode stok: ${car.stockCode}`,
    `Harga: ${priceOf(car)}`,
    ...(car.creditPriceRupiah ? [`Harga kredit: ${formatRupiah(car.creditPriceRupiah)}`] : []),
    ...(car.costPriceRupiah ? [`Modal: ${formatRupiah(car.costPriceRupiah)}`] : []),
    `KM: ${formatThousands(car.km)}`,
    `Transmisi: ${car.transmission}`,
    ...(car.fuel ? [`Bahan bakar: ${car.fuel}`] : []),
    ...(car.taxMonth ? [`Pajak: ${taxMonthText(car.taxMonth)}`] : []),
    ...(car.keyFeatures.length > 0 ? [`Fitur: ${car.keyFeatures.join(", ")}`] : []),
    ...(car.conditionNotes ? [`Kondisi: ${car.conditionNotes}`] : []),
    `Foto: ${car.photos.length}`,
  ];
  return [...lines, ...(url ? ["", url] : [])].join("\n");
}

function priceOf(car: CarView): string {
  return car.priceRupiah > 0 ? formatRupiah(car.priceRupiah) : "harga belum diisi";
}
