import type { Few, NeedsAttention } from "@/backend/features/insights";
import { formatPhone } from "@/backend/platform/phone";
import { leadTitle } from "@/frontend/dashboard/leads/lead-texts";
import type { AttentionGroup, AttentionItem } from "@/frontend/dashboard/overview/overview-view";
import { statusLabel } from "@/frontend/dashboard/ui/badge";
import { formatAgo } from "@/frontend/dashboard/ui/time";

/** What needs somebody, in words and with where to go; kinds of which there is nothing are left out. */
export function attentionGroups(attention: NeedsAttention, timezone: string, now: Date): AttentionGroup[] {
  const ago = (at: string) => formatAgo(at, now, timezone);
  const groups: AttentionGroup[] = [
    group("devices", attention.devices, "/dashboard/pengaturan/whatsapp", (device) => ({
      key: device.id,
      title: formatPhone(device.number),
      detail: statusLabel("device", device.status),
      href: "/dashboard/pengaturan/whatsapp",
    })),
    group("conversations", attention.conversations, "/dashboard/inbox?filter=attention", (chat) => ({
      key: chat.id,
      title: chat.name || (chat.phone ? formatPhone(chat.phone) : "Pelanggan"),
      detail: `${REASONS[chat.reason] ?? "Perlu dilihat"} · ${ago(chat.since)}`,
      href: `/dashboard/inbox/${chat.id}`,
    })),
    group("hot-leads", attention.hotLeads, "/dashboard/leads?status=hot&petugas=none", (lead) => ({
      key: lead.id,
      title: leadTitle(lead),
      detail: ago(lead.since),
      href: `/dashboard/leads/${lead.id}`,
    })),
    group("questions", attention.questions, "/dashboard/leads/pertanyaan", (question) => ({
      key: question.id,
      title: question.text,
      detail: `${question.timesAsked}× ditanya`,
      href: "/dashboard/leads/pertanyaan",
    })),
    group("photos", attention.carsWithoutPhotos, "/dashboard/stok", (car) => ({
      key: car.id,
      title: car.name,
      detail: statusLabel("car", car.status),
      href: `/dashboard/stok/${car.id}`,
    })),
    group("aged", attention.agedCars, "/dashboard/stok?sort=oldest", (car) => ({
      key: car.id,
      title: car.name,
      detail: `${car.days} hari`,
      href: `/dashboard/stok/${car.id}`,
    })),
  ];
  return groups.filter(({ total }) => total > 0);
}

function group<T>(
  kind: AttentionGroup["kind"],
  few: Few<T>,
  href: string,
  toItem: (one: T) => AttentionItem,
): AttentionGroup {
  return { kind, total: few.total, href, items: few.first.map(toItem) };
}

const REASONS: Record<string, string> = {
  assistant_off: "Asisten nonaktif",
  complaint: "Komplain",
  contact: "Kirim kontak",
  delivery: "Tanya pengiriman",
  document: "Kirim dokumen",
  low_confidence: "Bot ragu",
  no_staff: "Belum ada sales",
  other_message: "Perlu dilihat",
  photo: "Kirim foto",
  sell_car: "Mau jual mobil",
  too_many_messages: "Banyak pesan",
  unknown_question: "Pertanyaan baru",
  voice_note: "Pesan suara",
  waits_for_person: "Menunggu balasan",
  wants_notice: "Minta dikabari",
};
