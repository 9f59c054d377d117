import { formatPhone } from "../inbox/phone";

/** What a lead is called; one without a number is of a customer who was erased. */
export function leadTitle({ name, phone }: { name: string; phone: string }): string {
  return name || (phone ? formatPhone(phone) : "Data dihapus");
}

const SOURCES: Record<string, string> = {
  ...{ web: "Website", wa: "WhatsApp", direct: "Datang langsung", referral: "Referensi", olx: "OLX" },
  ...{ facebook: "Facebook", instagram: "Instagram", tiktok: "TikTok", youtube: "YouTube" },
};

export function sourceText(source: string): string {
  return SOURCES[source] ?? source;
}

const OFFERS: Record<string, string> = {
  ...{ offered: "ditawari, belum menjawab", claimed: "mengambil", skipped: "melewatkan" },
  ...{ expired: "tidak menjawab", lost: "keduluan rekan" },
};

export function offerText(status: string): string {
  return OFFERS[status] ?? status;
}
