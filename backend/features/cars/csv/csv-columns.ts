import type { TypedField } from "../typed/read-typed-car";

/** What a column of a sheet means: a fact of the car, or something that only an import and an export know. */
export type SheetKey = TypedField | "status" | "soldPrice" | "branchName" | "displayCode" | "stockCode" | "createdAt";

export type SheetColumn = { key: SheetKey; header: string; aliases: readonly string[] };

/** In the order of the template and the export; a header is found by its name or any alias, however it is written. */
export const SHEET_COLUMNS: readonly SheetColumn[] = [
  column("plate", "Plat", "plat nomor", "nopol", "nomor polisi", "no polisi", "no pol", "plate"),
  column("brand", "Merek", "merk", "brand", "pabrikan"),
  column("model", "Model", "tipe mobil", "nama", "nama mobil"),
  column("variant", "Varian", "variant", "tipe", "type", "trim"),
  column("year", "Tahun", "thn", "tahun mobil", "nik", "year"),
  column("registrationYear", "Tahun Daftar", "tahun registrasi", "tahun stnk", "faktur"),
  column("color", "Warna", "wrn", "color", "colour"),
  column("transmission", "Transmisi", "trans", "transmission", "persneling", "matic manual"),
  column("km", "KM", "kilometer", "odometer", "jarak tempuh", "odo"),
  column("priceRupiah", "Harga", "harga jual", "harga cash", "harga tunai", "price", "otr"),
  column("creditPriceRupiah", "Harga Kredit", "kredit", "harga credit"),
  column("creditMinTenorMonths", "Tenor Minimal", "tenor", "tenor min", "minimal tenor", "tenor bulan"),
  column("costPriceRupiah", "Harga Modal", "modal", "harga beli", "hpp"),
  column("fuel", "Bahan Bakar", "bbm", "fuel"),
  column("engineCc", "Mesin (cc)", "cc", "mesin", "kapasitas mesin", "isi silinder"),
  column("seats", "Kursi", "jumlah kursi", "seat", "seats"),
  column("bodyType", "Bodi", "jenis bodi", "body", "bodi", "jenis", "body type"),
  column("taxMonth", "Pajak", "pajak sampai", "bulan pajak", "masa pajak", "pajak hidup"),
  column("owners", "Tangan Ke", "tangan", "pemilik ke", "owner"),
  column("keyFeatures", "Keunggulan", "fitur", "kelebihan", "features"),
  column("conditionNotes", "Catatan Kondisi", "kondisi", "catatan"),
  column("description", "Deskripsi", "keterangan", "description"),
  column("branchName", "Cabang", "lokasi", "branch"),
  column("videoUrl", "Video", "link video", "youtube"),
  column("featured", "Unggulan", "featured", "rekomendasi"),
  column("status", "Status", "ketersediaan"),
  column("soldPrice", "Harga Terjual", "terjual", "harga laku"),
  column("displayCode", "Kode", "kode unit"),
  column("stockCode", "Kode Stok", "stok", "no stok"),
  column("createdAt", "Tanggal Masuk", "masuk"),
];

/** The column a header names; null for one that is not known. */
export function columnOfHeader(header: string): SheetColumn | null {
  const wanted = plain(header);
  if (wanted === "") return null;
  return (
    SHEET_COLUMNS.find((known) => plain(known.header) === wanted) ??
    SHEET_COLUMNS.find((known) => known.aliases.some((alias) => plain(alias) === wanted)) ??
    null
  );
}

export function headerOf(key: string): string {
  return SHEET_COLUMNS.find((known) => known.key === key)?.header ?? key;
}

function column(key: SheetKey, header: string, ...aliases: string[]): SheetColumn {
  return { key, header, aliases };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
