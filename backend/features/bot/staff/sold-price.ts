import { formatRupiah } from "@/backend/platform/money";

export const SOLD_FOR_HOW_MUCH = "Tulis harga jualnya, contoh: 350jt. Ketik SKIP kalau tidak mau dicatat, atau BATAL.";

/** Less than half or more than twice the asking price is a slip of the finger; without an asking price anything goes. */
export function isPlausibleSale(soldPriceRupiah: number, askingPriceRupiah: number): boolean {
  if (askingPriceRupiah <= 0) return true;
  return soldPriceRupiah * 2 >= askingPriceRupiah && soldPriceRupiah <= askingPriceRupiah * 2;
}

export function soldPriceDoubt(car: { name: string; priceRupiah: number }, soldPriceRupiah: number): string {
  const prices = `${formatRupiah(soldPriceRupiah)}? Harga di iklan ${formatRupiah(car.priceRupiah)}`;
  return `${car.name}\nTerjual ${prices}, jadi angka itu belum saya catat. ${SOLD_FOR_HOW_MUCH}`;
}
