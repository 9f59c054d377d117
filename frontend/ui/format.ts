const rupiahFormat = new Intl.NumberFormat("id-ID", { style: "currency", currency: "IDR", maximumFractionDigits: 0 });
const countFormat = new Intl.NumberFormat("id-ID");

/** 185000000 → "Rp 185.000.000" (the space does not break). */
export function formatRupiah(priceRupiah: number): string {
  return rupiahFormat.format(priceRupiah);
}

/** 45000 → "45.000". */
export function formatCount(count: number): string {
  return countFormat.format(count);
}

/** 45000 → "45.000 km" (the space does not break). */
export function formatKm(km: number): string {
  return `${countFormat.format(km)}\u00a0km`;
}
