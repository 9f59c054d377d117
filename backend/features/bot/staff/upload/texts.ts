import { type ReservedCodes, taxMonthText } from "@/backend/features/cars";
import { formatRupiah, formatThousands } from "@/backend/platform/money";
import type { CarDraft } from "./draft";

export const MAX_PHOTOS = 10;

export const ASK_PHOTOS = `Kirim foto mobil (maks ${MAX_PHOTOS} foto).`;

export const ASK_DETAILS = [
  "Sekarang kirim detailnya dalam satu pesan:",
  "",
  "*Plat | Merek Model | Tahun | Harga | KM | Transmisi | Warna*",
  "",
  "Contoh:",
  "B1234XYZ | Toyota Avanza 1.3 G | 2020 | 185jt | 45rb | Manual | Hitam",
  "",
  "Boleh juga gaya iklan biasa, saya yang rapikan.",
].join("\n");

export const ASK_FEATURES =
  'Ada fitur atau kelebihan khusus? Pisahkan dengan koma, misalnya "velg racing, kamera mundur". Ketik SKIP kalau tidak ada.';

export const ASK_NOTES = 'Catatan kondisi? Misalnya "body mulus, servis rutin, ban 80%". Ketik SKIP kalau tidak ada.';

export const CONFIRM_CHOICES = [
  "1 = Publish sekarang",
  "2 = Ubah data",
  "3 = Simpan sebagai draft",
  "",
  "Ketik BATAL untuk membatalkan.",
].join("\n");

export const ASK_EDIT_FIELD =
  'Bagian mana yang diubah? Tulis langsung isinya, misalnya "harga 180jt", "km 50rb", "warna putih", "fitur sunroof" atau "catatan ban baru".';

export function photosReceived(added: number, total: number, left: number, refusals: readonly string[]): string {
  const lines: string[] = [];
  if (added > 0) lines.push(total > added ? `${added} foto diterima (total ${total}).` : `${added} foto diterima.`);
  if (left > 0)
    lines.push(`${left} foto tidak dipakai: paling banyak ${MAX_PHOTOS} foto per mobil, yang pertama yang kami ambil.`);
  for (const refusal of new Set(refusals)) lines.push(`⚠️ ${refusal.replace(/\.?$/, ".")}`);
  return lines.join("\n");
}

/** What was understood, split by who may see it. */
export function understood(draft: CarDraft, codes: ReservedCodes, photoCount: number): string {
  return [
    "*INTERNAL* (hanya tim Anda)",
    `Plat: ${codes.plate}`,
    `Kode stok: ${codes.stockCode}`,
    "",
    "*PUBLIK* (tampil di website)",
    `Kode: ${codes.displayCode}`,
    ...publicLines(draft),
    `Foto: ${photoCount}`,
  ].join("\n");
}

export function recap(draft: CarDraft, codes: ReservedCodes, photoCount: number, url: string): string {
  return [
    `*Cek sekali lagi: ${codes.publicName}*`,
    "",
    `Plat (internal): ${codes.plate}`,
    ...publicLines(draft),
    ...(draft.features?.length ? [`Fitur: ${draft.features.join(", ")}`] : []),
    ...(draft.notes ? [`Kondisi: ${draft.notes}`] : []),
    `Foto: ${photoCount}`,
    `Link: ${url}`,
    "",
    CONFIRM_CHOICES,
  ].join("\n");
}

export function published(codes: { displayCode: string; plate: string | null }, url: string): string {
  const plate = codes.plate ? ` (${codes.plate})` : "";
  return [
    `✅ BERHASIL PUBLISH! Unit ${codes.displayCode}${plate} sudah live!`,
    url,
    "",
    "Perintah cepat:",
    `• ${codes.displayCode} booking`,
    `• ${codes.displayCode} terjual`,
    `• /harga ${codes.displayCode} 175jt`,
    "• /upload untuk mobil berikutnya",
  ].join("\n");
}

export function draftSummary(draft: CarDraft, photoCount: number): string {
  const name = [draft.brand, draft.model, draft.variant, draft.year].filter(Boolean).join(" ") || "mobil tanpa nama";
  return `${name}, ${photoCount} foto`;
}

function publicLines(draft: CarDraft): string[] {
  const name = [draft.brand, draft.model, draft.variant].filter(Boolean).join(" ");
  return [
    `Unit: ${name} ${draft.year ?? ""}`.trim(),
    `Harga: ${formatRupiah(draft.price ?? 0)}`,
    ...(draft.priceCredit ? [`Harga kredit: ${formatRupiah(draft.priceCredit)}`] : []),
    `KM: ${formatThousands(draft.km ?? 0)}`,
    `Transmisi: ${capitalize(draft.transmission ?? "")}`,
    `Warna: ${capitalize(draft.color ?? "")}`,
    ...(draft.fuel ? [`Bahan bakar: ${capitalize(draft.fuel)}`] : []),
    ...(draft.taxMonth ? [`Pajak: ${taxMonthText(draft.taxMonth)}`] : []),
    ...(draft.owners ? [`Tangan ke-${draft.owners}`] : []),
  ];
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
