/** A car in the stock table; amounts in whole rupiah. */
export type StockRowView = {
  id: string;
  publicName: string;
  fullModel: string;
  displayCode: string;
  stockCode: string;
  /** null for those who may not see it. */
  plate: string | null;
  priceRupiah: number;
  km: number;
  transmission: string;
  status: string;
  featured: boolean;
  branchName: string | null;
  ageDays: number;
  views: number;
  leads: number;
  coverUrl: string | null;
  photoCount: number;
};

export type Choice = { value: string; label: string };

/** What the person who looks may do here; hides what would be refused. */
export type StockRights = {
  mayAdd: boolean;
  mayBulk: boolean;
  mayImport: boolean;
  seesPlate: boolean;
};

/** The filters as typed, by the names they have in the address. */
export type StockQuery = Record<
  "search" | "status" | "sold" | "brand" | "branchId" | "minPrice" | "maxPrice" | "yearMin" | "yearMax" | "sort",
  string
>;

export const STOCK_HREF = "/dashboard/stok";

/** The stock table's address with these filters; empty ones are left out. */
export function stockHref(query: Partial<StockQuery>, more: Record<string, string> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, ...more })) if (value) search.set(name, value);
  return search.size > 0 ? `${STOCK_HREF}?${search}` : STOCK_HREF;
}

export const SORT_CHOICES: readonly Choice[] = [
  { value: "newest", label: "Terbaru masuk" },
  { value: "oldest", label: "Terlama di stok" },
  { value: "price_asc", label: "Harga terendah" },
  { value: "price_desc", label: "Harga tertinggi" },
  { value: "year_desc", label: "Tahun terbaru" },
  { value: "km_asc", label: "KM terendah" },
  { value: "name", label: "Nama A–Z" },
  { value: "updated", label: "Terakhir diubah" },
];
