import type { StaffCommand, StaffFlow } from "./staff-message";

type Answer = { flows: StaffFlow[]; command: StaffCommand; pattern: RegExp };

const yes =
  "ya|iya|y|iyo|yes|yoi|yup|oke|ok|sip|siap|benar|betul|setuju|gas|lanjut|inggih|nggih|boleh|deal|jadi|approve|approved|confirm|konfirmasi|publish|posting|live|mantap|sudah benar";
const skipping =
  "skip|lewati|lewat|kosong|kosongkan|tidak ada|tidak usah|tidak perlu|nanti|nihil|nope|no|pas|pass|nol|belum ada|-|none|tanpa";

/** Answers that only mean something inside a flow, in plain words; the first that fits counts. */
const answers: Answer[] = [
  { flows: ["upload_confirm"], command: "confirm", pattern: /^1$/ },
  { flows: ["upload_confirm"], command: "edit", pattern: /^2$/ },
  { flows: ["upload_confirm"], command: "draft", pattern: /^3$/ },
  {
    flows: ["upload_confirm"],
    command: "draft",
    pattern: /\bdraft\b|\bsimpan (?:dulu|saja)\b|\bsimpan\b|\bjangan (?:di)?(?:tayang|live|publish)\w*/,
  },
  {
    flows: ["upload_confirm"],
    command: "edit",
    pattern:
      /^(?:mau )?(?:edit|ubah|ganti|koreksi|revisi|perbaiki)(?: (?:dulu|lagi|data|dong|saja|ya|detail|harga|km|warna|tahun|plat|transmisi|foto|model|nama|varian))*$|^ada yang salah$/,
  },
  {
    flows: ["upload_confirm"],
    command: "confirm",
    pattern: new RegExp(`^(?:${yes})\\b(?!.*(?:\\d|salah|bukan|warna|harga))`),
  },
  { flows: ["upload_confirm"], command: "confirm", pattern: /\b(?:publish|tayangkan|tayang|terbitkan|live)\b/ },

  { flows: ["status_confirm"], command: "confirm", pattern: /^1$/ },
  {
    flows: ["status_confirm"],
    command: "deny",
    pattern: /^2$|\bsalah\b|\bbukan\b|^(?:tidak|jangan|no|belum|ora|enggak)\b/,
  },
  { flows: ["status_confirm"], command: "confirm", pattern: new RegExp(`^(?:${yes})\\b`) },

  { flows: ["lead_offer"], command: "lead_take", pattern: /^1$/ },
  { flows: ["lead_offer"], command: "lead_skip", pattern: /^2$/ },
  {
    flows: ["lead_offer"],
    command: "lead_skip",
    pattern:
      /\bskip\b|\blewat|\bpass\b|\blempar|\boper\b|\b(?:kasih|serahkan|buat|ke|sama) (?:yang lain|orang lain|sales lain|teman)|\blain saja\b|\btidak (?:bisa|ambil|sempat|dulu|sanggup)\b|\bsedang (?:di|sibuk|ada|libur|sakit|cuti)|\blagi (?:di|sibuk|ada|libur|sakit|cuti|nyetir|repot)|\bsibuk\b|\blibur\b|\bcuti\b|\bpenuh\b|^(?:tidak|no|jangan|enggak|nanti)\b/,
  },
  {
    flows: ["lead_offer"],
    command: "lead_take",
    pattern: new RegExp(
      `\\bambil\\b|\\bhandle\\b|\\bsaya (?:yang|saja|ambil|pegang|tangani)\\b|\\bpegang\\b|\\btangani\\b|\\bgarap\\b|\\btake\\b|\\bgas\\b|\\baku (?:saja|ae|yang)\\b|^(?:${yes})\\b`,
    ),
  },

  {
    flows: ["upload_photos"],
    command: "skip",
    pattern: /\b(?:nyusul|menyusul|tanpa foto|foto(?:nya)? (?:nanti|belum ada|besok)|belum ada foto)\b/,
  },
  {
    flows: ["upload_features", "upload_notes", "upload_photos"],
    command: "skip",
    pattern: new RegExp(
      `^(?:di)?(?:${skipping})(?: (?:dulu|saja|ya|aja|bos|kak|min|fitur|catatan|minus|apa apa|apapun|ada|nanti))*$`,
    ),
  },
  {
    flows: ["upload_photos", "upload_features", "upload_notes"],
    command: "confirm",
    pattern:
      /^(?:oke |ok |siap |sip )?(?:selesai|sudah|done|lanjut|beres|cukup|finish|rampung|komplit|lengkap|itu saja|segitu|oke|next|wes)(?: (?:itu|saja|foto|semua|cukup|lengkap|selesai|dulu|ya|lanjut|kak|min|bos|segitu|semuanya|mas|pak|bapak|terkirim|kirim))*$/,
  },
];

/** The command that a short answer means in its flow; null when it is not an answer. */
export function answerInFlow(plain: string, flow: StaffFlow): StaffCommand | null {
  const sentence = plain
    .replace(/[.,!?·]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return answers.find(({ flows, pattern }) => flows.includes(flow) && pattern.test(sentence))?.command ?? null;
}
