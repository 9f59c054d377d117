export const CAR_STATUSES = ["draft", "available", "booking", "sold"] as const;
export type CarStatus = (typeof CAR_STATUSES)[number];

/** What the public sees; everything else is internal. */
export const LISTED_STATUSES = ["available", "booking"] as const satisfies readonly CarStatus[];

const labels: Record<CarStatus, string> = {
  draft: "DRAF",
  available: "TERSEDIA",
  booking: "BOOKED",
  sold: "TERJUAL",
};

const allowedNext: Record<CarStatus, readonly CarStatus[]> = {
  draft: ["available"],
  available: ["booking", "sold", "draft"],
  booking: ["available", "sold", "draft"],
  sold: ["available", "booking"],
};

/** "TERJUAL" for `sold`, as said to staff. */
export function carStatusLabel(status: CarStatus): string {
  return labels[status];
}

/** Why a car may not go from one status to another, in Indonesian; null when it may. */
export function whyCannotChangeStatus(from: CarStatus, to: CarStatus): string | null {
  if (from === to || allowedNext[from].includes(to)) return null;
  if (from === "draft") return "Unit ini masih draf. Terbitkan dulu sebelum mengubah statusnya.";
  return `Status unit tidak bisa diubah dari ${labels[from]} ke ${labels[to]}.`;
}

/** Why a car may not be shown to the public yet, in Indonesian; null when it may. */
export function whyCannotPublish(car: { priceRupiah: number; photoCount: number }): string | null {
  if (car.priceRupiah <= 0) return "Harga belum diisi. Isi harganya dulu, baru unit bisa tayang.";
  if (car.photoCount === 0) return "Belum ada foto. Tambahkan minimal satu foto, baru unit bisa tayang.";
  return null;
}
