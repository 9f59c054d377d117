import { editDistance } from "@/backend/platform/edit-distance";

const COMMANDS = [
  { command: "/upload", words: ["upload", "tambah", "jual"], help: "upload mobil baru (kirim foto + 1 baris data)" },
  {
    command: "/status",
    words: ["status", "terjual", "sold", "laku", "booking"],
    help: "ubah status, contoh: #A01 terjual 175jt",
  },
  { command: "/harga", words: ["harga", "price"], help: "ubah harga, contoh: /harga #A01 175jt" },
  {
    command: "/list",
    words: ["list", "stok", "stock", "koleksi", "inventory", "daftar"],
    help: "lihat stok, contoh: /list toyota",
  },
  { command: "/detail", words: ["detail", "info"], help: "data lengkap satu unit, contoh: detail #A01" },
  { command: "/stats", words: ["stats", "statistik", "laporan"], help: "ringkasan, contoh: /stats bulan" },
  { command: "/lead", words: ["lead", "prospek"], help: "catat pembeli, contoh: lead Budi 0812…" },
  { command: "/bot", words: ["bot"], help: "diamkan bot di satu chat: /bot off 0812…, nyalakan: /bot on 0812…" },
  { command: "/help", words: ["help", "bantuan", "menu"], help: "daftar perintah ini" },
  { command: "/batal", words: ["batal", "cancel"], help: "batalkan yang sedang berjalan" },
];

export function helpText(name: string): string {
  const lines = COMMANDS.map(({ command, help }) => `• *${command}* ${help}`);
  return [
    `Halo ${name}! Ini yang bisa saya bantu:`,
    "",
    ...lines,
    "",
    'Tulis biasa juga bisa, misalnya "avanza hitam yang kemarin udah laku".',
  ].join("\n");
}

/** Says what was not understood, and names the command that is nearest to it. */
export function unknownText(text: string): string {
  const nearest = nearestCommand(text);
  const suggestion = nearest
    ? `Maksudnya *${nearest.command}*? (${nearest.help})`
    : 'Ketik "help" untuk daftar perintah.';
  return `Maaf, saya belum paham. ${suggestion}`;
}

export const NOT_BY_WHATSAPP_YET = 'Perintah itu belum bisa lewat WhatsApp. Ketik "help" untuk yang sudah bisa.';

function nearestCommand(text: string): (typeof COMMANDS)[number] | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9\s]/g, " ")
    .split(/\s+/)
    .filter((word) => word.length > 2);
  const ranked = COMMANDS.map((entry) => ({ entry, distance: closest(words, entry.words) })).sort(
    (a, b) => a.distance - b.distance,
  );
  const [best] = ranked;
  return best && best.distance <= 2 ? best.entry : undefined;
}

function closest(words: string[], targets: string[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (const word of words) for (const target of targets) best = Math.min(best, editDistance(word, target, 2));
  return best;
}
