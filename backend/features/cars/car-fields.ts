import type { FieldValue } from "./car-changes";
import type { CarStatus } from "./car-status";
import { taxMonthText } from "./tax-month";

const labels: Record<string, string> = {
  plate: "Plat nomor",
  brand: "Merek",
  model: "Model",
  variant: "Varian",
  year: "Tahun",
  registrationYear: "Tahun daftar",
  color: "Warna",
  transmission: "Transmisi",
  km: "KM",
  priceRupiah: "Harga",
  creditPriceRupiah: "Harga kredit",
  creditMinTenorMonths: "Tenor minimal",
  costPriceRupiah: "Harga modal",
  soldPriceRupiah: "Harga terjual",
  fuel: "Bahan bakar",
  engineCc: "Mesin (cc)",
  seats: "Jumlah kursi",
  bodyType: "Jenis bodi",
  taxMonth: "Pajak sampai",
  owners: "Tangan ke",
  keyFeatures: "Keunggulan",
  conditionNotes: "Catatan kondisi",
  description: "Deskripsi",
  branchId: "Cabang",
  videoUrl: "Link video",
  featured: "Unggulan",
  status: "Status",
};

/** "Harga kredit" for `creditPriceRupiah`, as people of the showroom read it. */
export function carFieldLabel(field: string): string {
  return labels[field] ?? field;
}

const statusWords: Record<CarStatus, string> = {
  draft: "Draf",
  available: "Tersedia",
  booking: "Booking",
  sold: "Terjual",
};
const STATUS_WORDS = new Map<string, string>(Object.entries(statusWords));

const numbers = new Intl.NumberFormat("id-ID");

/** A fact as it is shown in a history or a choice: "Rp 185.000.000", "45.000 km", "kosong". */
export function describeCarField(field: string, value: FieldValue, branchNames: ReadonlyMap<string, string>): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return "kosong";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "Ya" : "Tidak";
  if (field === "branchId") return branchNames.get(String(value)) ?? "cabang lain";
  if (field === "status") return STATUS_WORDS.get(String(value)) ?? String(value);
  if (field === "taxMonth") return taxMonthText(String(value));
  if (typeof value === "string") return value;
  if (field.endsWith("Rupiah")) return `Rp ${numbers.format(value)}`;
  if (field === "creditMinTenorMonths") return `${value} bulan`;
  return field === "km" ? `${numbers.format(value)} km` : String(value);
}
