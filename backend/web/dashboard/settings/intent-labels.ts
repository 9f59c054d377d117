/** What a customer wanted, for the owner to read; what has no name here is shown as it is. */
const LABELS: Record<string, string> = {
  greeting: "Menyapa",
  stock_search: "Mencari mobil",
  unit_availability: "Tanya ketersediaan",
  unit_detail: "Tanya detail unit",
  price: "Tanya harga",
  negotiate: "Nego",
  credit: "Kredit",
  trade_in: "Tukar tambah",
  sell_car: "Mau jual mobil",
  visit: "Mau datang",
  reserve: "Mau booking",
  location: "Tanya lokasi",
  hours: "Tanya jam buka",
  delivery: "Tanya pengiriman",
  compare: "Membandingkan",
  contact_human: "Minta orang",
  select: "Memilih unit",
  affirm: "Setuju",
  deny: "Menolak",
  thanks: "Berterima kasih",
  complaint: "Keluhan",
  opt_out: "Berhenti dihubungi",
  erase_data: "Hapus data",
  off_topic: "Di luar topik",
};

export function intentLabel(intent: string): string {
  return LABELS[intent] ?? intent.replaceAll("_", " ");
}
