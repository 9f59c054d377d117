const REASONS: Record<string, string> = {
  auth: "Perangkat WhatsApp perlu dihubungkan ulang. Pesan dikirim begitu tersambung.",
  device_down: "Perangkat WhatsApp sedang tidak tersambung. Pesan dikirim begitu tersambung.",
  quota: "Kuota pengiriman WhatsApp habis. Pesan menunggu.",
  rate: "WhatsApp minta pelan-pelan. Pesan dicoba lagi sebentar lagi.",
  media: "Fotonya tidak bisa dikirim.",
  bad_target: "Nomor ini tidak terdaftar di WhatsApp.",
  rejected: "WhatsApp menolak pesan ini.",
};

/** What `messages.failure` ("bad_target: not on WhatsApp") means to the person who wrote it; null when nothing is wrong. */
export function describeFailure(status: string, failure: string | null): string | null {
  if (status === "unknown") return "Belum pasti terkirim: koneksi terputus saat mengirim. Cek di HP sebelum mengulang.";
  if (!failure || (status !== "failed" && status !== "queued")) return null;
  const kind = failure.split(":")[0] ?? "";
  return REASONS[kind] ?? "Pesan tidak terkirim.";
}
