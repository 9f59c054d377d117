import { busy, finished, no, skipping, trailing, yes } from "./answer-words";
import type { StaffCommand, StaffFlow } from "./staff-message";

type Answer = { flows: StaffFlow[]; command: StaffCommand; pattern: RegExp };

const anyUpload: StaffFlow[] = ["upload_photos", "upload_details", "upload_features", "upload_notes", "upload_confirm"];

/** "ok tunggu dulu", "gas tapi fotonya kurang": a yes that is none yet. */
const notYet =
  ".*\\b(?:tunggu|tunggui|bentar|sebentar|nanti|besok|lusa|tapi|tp|jangan|jgn|cek|tanya|belum|kurang|pikir|tahan|pending|(?<!publish |tayang |upload |terbitkan |live )dulu|wait)\\b";

const calledOff =
  "batal|upload|tambah|masukkan|masukin|memasukkan|input|posting|pasang|semua|semuanya|tidak|jadi|proses|mobil|unit|ganti";

/** Answers that only mean something inside a flow, in plain words; the first that fits counts. */
const answers: Answer[] = [
  {
    flows: [...anyUpload, "status_confirm"],
    command: "cancel",
    pattern: whole("(?:batal|hapus|stop|cancel|buang|(?:stop|oke|ya|maaf)? ?tidak jadi)", calledOff),
  },
  {
    flows: ["upload_photos", "upload_details", "upload_confirm", "status_confirm"],
    command: "cancel",
    pattern: whole("(?:\\p{L}+ ){1,3}(?:batal|tidak jadi)", calledOff),
  },

  ...inFlow("upload_confirm", [
    ["confirm", numbered(1)],
    ["edit", numbered(2)],
    ["draft", numbered(3)],
    [
      "draft",
      /\bdraft\b|\bsimpan\b|^nanti\b|\bjangan (?:di)?(?:tayang|live|publish|upload|posting)\w*|\b(?:belum|tidak) (?:usah |mau )?(?:di)?(?:tayang|publish)\w*/,
    ],
    [
      "edit",
      /^(?:mau )?(?:edit|ubah|ganti|koreksi|revisi|perbaiki|benerin|betulin)(?: (?:dulu|lagi|data|dong|saja|ya|detail|harga|km|warna|tahun|plat|transmisi|foto|model|nama|varian|sedikit|dikit|sik))*$|\b(?:ada|masih) yang (?:salah|keliru|kurang|perlu|belum)\b(?!.*\d)|\bmau (?:edit|ubah|ganti|koreksi|perbaiki)(?: (?:dulu|lagi|data|sedikit|dikit|ya|saja))*$|^(?:belum benar|masih salah|data salah|salah|keliru|tidak|belum|bukan)(?: (?:dulu|ya|itu|data|benar|sesuai|pas))*$/,
    ],
    [
      "confirm",
      new RegExp(`^(?:${yes}|upload|terbitkan|kirim|naikkan)\\b(?!.*(?:\\d|salah|bukan|warna|harga))(?!${notYet})`),
    ],
    ["confirm", new RegExp(`^(?!${notYet}).*\\b(?:publish|tayang\\w*|terbitkan|live|approve|posting)\\b`)],
  ]),

  ...inFlow("status_confirm", [
    ["confirm", numbered(1)],
    ["deny", numbered(2)],
    ["deny", new RegExp(`\\bsalah\\b|\\bbukan\\b|\\bkeliru\\b|^(?:${no})\\b`)],
    ["confirm", new RegExp(`^(?:${yes})\\b(?!${notYet})`)],
  ]),

  ...inFlow("lead_offer", [
    ["lead_take", numbered(1)],
    ["lead_take", /^1 (?:ambil|ya|oke)/],
    ["lead_skip", numbered(2)],
    ["lead_skip", /^2 skip/],
    [
      "lead_take",
      /\b(?:kasih|berikan|oper|lempar|serahkan)\w* (?:ke |buat |sama )?(?:saya|aku|gue|gw|aq)\b|\b(?:biar|supaya) (?:saya|aku)\b|^(?:sini|follow up|fu|siap follow)\b|^(?:oke |ok |siap |ya )?(?:saya|aku|gue|tak) (?:yang |langsung |siap |mau )?(?:follow up|fu|proses|urus|hubungi|telepon|chat|layani|kontak|respon|mau|siap|jupuk|pek|gas|ambil|handle|pegang|tangani|garap)\b(?! (?:customer|yang|lead) )/,
    ],
    [
      "lead_skip",
      new RegExp(
        `\\b(?:tidak|belum|jangan|no|mundur|absen|ogah|emoh|nolak|tolak|minus)\\b|^(?:skip|pas|pass|next|lewat\\w*|nanti|off|izin|ijin|maaf|sorry)\\b|\\bskip\\b|\\b(?:di)?(?:kasih|serahkan|berikan|limpahkan|alihkan|oper|lempar|pindah)\\w*\\b|\\b(?:lagi|sedang|masih) (?:${busy})\\b|\\b(?:sibuk|libur|cuti|penuh|repot|sakit)\\b|\\b(?:sales|teman|orang|buat|yang|lain) (?:lain|saja)\\b|\\blewat\\b`,
      ),
    ],
    [
      "lead_take",
      new RegExp(
        `\\b(?:ambil|handle|pegang|tangani|garap|take|gas|sikat|terima|bungkus|urus|layani|hubungi|kontak|respon|follow)\\b|\\b(?:saya|aku) (?:yang|saja|bisa|siap)\\b|^(?:saya|aku|mau|bisa|ready|langsung|minat)\\b|^(?:${yes})\\b`,
      ),
    ],
  ]),

  ...inFlow("upload_photos", [
    [
      "skip",
      /\b(?:nyusul|menyusul|susul\w*|disusul\w*|tanpa foto|foto (?:e |nya )?(?:nanti|belum|besok|tidak)\w*|(?:belum|tidak) (?:\p{L}+ ){0,2}foto|lewati foto|skip foto)\b/u,
    ],
    [
      "confirm",
      whole(
        `(?:(?:semua )?foto )?(?:(?:oke|ok|siap|sip|ya) )?(?:${finished})`,
        "itu|semua|cukup|lengkap|selesai|foto|lanjut|segitu|semuanya|terkirim|kirim|upload|sudah|komplit|doang|dikirim|masuk|tok|ke|detail|data",
      ),
    ],
    ["skip", whole(`(?:di)?(?:${skipping})`, "foto|ada|upload|langkah|bagian")],
  ]),
  {
    flows: ["upload_features", "upload_notes"],
    command: "skip",
    pattern: whole(
      `(?:oke |ok )?(?:di)?(?:${skipping})`,
      "fitur|catatan|minus|apa apa|apapun|ada|nanti|khusus|tambahan|spesial|istimewa|unit|mobil|untuk|isi|diisi|keterangan|kelengkapan|aksesoris|kondisi|langkah|bagian|perlu|usah|lanjut|tambah|sama sekali|kendala|masalah|yang perlu dicatat",
    ),
  },
  {
    flows: ["upload_details"],
    command: "skip",
    pattern: whole("(?:di)?(?:skip|lewati|lewat|lewatkan)", "foto|bagian"),
  },
];

/** The command that a short answer means in its flow; null when it is not an answer. */
export function answerInFlow(plain: string, flow: StaffFlow): StaffCommand | null {
  const sentence = plain
    .replace(/[.,!?·]+/g, " ")
    .replace(/^\s*\/(?=\p{L})/u, "")
    .replace(/\s+/g, " ")
    .trim();
  return answers.find(({ flows, pattern }) => flows.includes(flow) && pattern.test(sentence))?.command ?? null;
}

function inFlow(flow: StaffFlow, rules: [StaffCommand, RegExp][]): Answer[] {
  return rules.map(([command, pattern]) => ({ flows: [flow], command, pattern }));
}

/** "3", "3 aja", "1 gas bos": the number of a choice and nothing that says more. */
function numbered(choice: number): RegExp {
  return whole(String(choice), "gas|gaskan|siap|lanjut|pilih|nomor|boss|mas|bro|juragan");
}

/** Nothing but the answer and words that may follow it. */
function whole(answer: string, more: string): RegExp {
  return new RegExp(`^${answer}(?: (?:${trailing}|${more}))*$`, "u");
}
