const MEDIA_NAMES: Record<string, string> = {
  image: "[foto]",
  video: "[video]",
  audio: "[voice note]",
  document: "[dokumen]",
  sticker: "[stiker]",
  contact: "[kontak]",
  location: "[lokasi]",
};

/** A message in words, what is not text by its name: "[foto] ini mobil saya". */
export function messageLine({ kind, text }: { kind: string; text: string }): string {
  const media = kind === "text" ? "" : (MEDIA_NAMES[kind] ?? "[pesan lain]");
  return [media, text.trim()].filter(Boolean).join(" ");
}
