import { LEAD_SIGNALS, reasonOf } from "@/backend/features/leads";

/** Why a lead was handed to people, in words. */
export function reasonLabel(reason: string): string {
  const signal = LEAD_SIGNALS.find((one) => one === reason);
  return (signal && reasonOf(signal)) || reason;
}

const VIAS: Record<string, string> = {
  claim: "Ambil lead di WhatsApp",
  command: "Perintah di WhatsApp",
  dashboard: "Lewat dashboard",
  phone: "Balas dari HP showroom",
};

export function viaLabel(via: string): string {
  return VIAS[via] ?? via;
}

const COMMANDS: Record<string, string> = {
  bot_off: "Matikan bot",
  bot_on: "Nyalakan bot",
  cancel: "Batal",
  confirm: "Jawab ya",
  deny: "Jawab tidak",
  detail: "Lihat detail unit",
  draft: "Simpan draf",
  edit: "Ubah data",
  edit_field: "Ubah isian unit",
  help: "Bantuan",
  lead_create: "Catat lead",
  lead_skip: "Lewati lead",
  lead_take: "Ambil lead",
  list: "Daftar unit",
  photos_change: "Ubah foto",
  price_change: "Ubah harga",
  search: "Cari unit",
  skip: "Lewati isian",
  stats: "Statistik",
  status_change: "Ubah status",
  unknown: "Tidak dikenal",
  upload_details: "Isi data unit",
  upload_start: "Tambah mobil",
};

export function commandLabel(command: string): string {
  return COMMANDS[command] ?? command;
}
