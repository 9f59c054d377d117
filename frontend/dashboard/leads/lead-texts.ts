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
