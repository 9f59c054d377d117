import { formatRupiah } from "@/backend/platform/money";
import { normalizePhone } from "@/backend/platform/phone";

/** A wa.me link with a ready message; null when the showroom has no usable number. */
export function whatsappLink(number: string, text: string): string | null {
  const digits = normalizePhone(number);
  return digits && `https://wa.me/${digits}?text=${encodeURIComponent(text)}`;
}

type AskedCar = { brand: string; model: string; year: number; displayCode: string; priceRupiah: number };

/** "Halo, saya tertarik dengan Toyota Avanza 2020 kode #A01 seharga Rp 185.000.000" */
export function interestText({ brand, model, year, displayCode, priceRupiah }: AskedCar): string {
  return `Halo, saya tertarik dengan ${brand} ${model} ${year} kode ${displayCode} seharga ${formatRupiah(priceRupiah)}`;
}
