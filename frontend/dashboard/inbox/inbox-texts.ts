import type { InboxFilterName, MessageFromName, SpeakerView } from "./inbox-view";

export const FILTERS: { name: InboxFilterName; label: string }[] = [
  { name: "all", label: "Semua" },
  { name: "unread", label: "Belum dibaca" },
  { name: "attention", label: "Perlu perhatian" },
  { name: "mine", label: "Saya pegang" },
  { name: "unassigned", label: "Belum ada sales" },
  { name: "bot", label: "Dijawab bot" },
  { name: "human", label: "Dijawab tim" },
  { name: "opted_out", label: "Minta berhenti" },
];

const ATTENTION: Record<string, string> = {
  complaint: "Keluhan",
  unknown_question: "Pertanyaan belum terjawab",
  no_staff: "Belum ada sales yang mengambil",
  voice_note: "Kirim voice note",
  asked_for_person: "Minta dihubungi orang",
  photo: "Kirim foto",
  document: "Kirim dokumen",
  contact: "Kirim kontak",
  other_message: "Kirim pesan lain",
  sell_car: "Mau jual mobil",
  delivery: "Tanya pengiriman",
  wants_notice: "Minta dikabari",
};

/** Why somebody should look, as a person would say it. */
export function attentionText(attention: string): string {
  return ATTENTION[attention] ?? "Perlu dilihat";
}

export function speakerText(speaker: SpeakerView, myId: string): string {
  if (speaker.type === "bot") return "Bot";
  if (speaker.type === "off") return "Bot mati";
  if (speaker.type === "phone") return "HP showroom";
  return speaker.userId === myId ? "Saya" : speaker.name;
}

/** Who said it, above a message. */
export function writerText(from: MessageFromName, writer: string | null, customer: string): string {
  if (from === "customer") return customer;
  if (from === "bot") return "Bot";
  if (from === "phone") return "HP showroom";
  if (from === "system") return "Sistem";
  return writer ?? "Tim";
}

const STATUS: Record<string, string> = {
  queued: "Menunggu dikirim",
  sending: "Sedang dikirim",
  sent: "Terkirim",
  delivered: "Sampai",
  read: "Dibaca",
  failed: "Gagal",
  unknown: "Belum pasti terkirim",
};

export function statusText(status: string): string {
  return STATUS[status] ?? "";
}

/** What the button that sends does: the bot is silent from then on. */
export function sendLabel(speaker: SpeakerView, myId: string): string {
  if (speaker.type === "person") return speaker.userId === myId ? "Kirim" : "Kirim sebagai tim";
  return "Kirim & ambil alih";
}
