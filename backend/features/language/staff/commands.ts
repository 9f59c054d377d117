import { editDistance } from "@/backend/platform/edit-distance";
import type { StaffCommand } from "./staff-message";
import { statusIn } from "./status";
import type { NamedUnit } from "./unit";

/** What the rules look at: the message in plain words with the unit masked as "·". */
export type Sighting = {
  plain: string;
  /** The same with the properties masked too. */
  bare: string;
  unit: NamedUnit;
  /** Properties beside the name (a year, a colour, a limit) were read. */
  hasCriteria: boolean;
  hasNewPrice: boolean;
};

type Rule = { command: StaffCommand; when: (sighting: Sighting) => boolean };

const question = /\?|\bada\b|\bmasih\b|\bapa (?:saja|aja)\b|\bberapa\b/;
const listWord =
  /^[/#]?(?:daftar|list|stok|inventory|inventori|koleksi|katalog|unit|mobil|cari|carikan|tampilkan|lihat|cek|ada)\b/;
const editVerb = /(?:^|[/\s])(?:edit|ubah|ganti|koreksi|revisi|update|benar(?:kan|in)|perbaiki|betulin|rubah|set)\b/;
const fieldWord =
  /\b(?:km|kilometer|odometer|warna|transmisi|pajak|tahun|nik|plat|nopol|bensin|diesel|hybrid|matic|manual|varian|tipe|faktur|tangan|cc|catatan|kondisi|fitur|keterangan|minus)\b/;

/** Commands in order of certainty; the first that fits counts. Slash words have been unified before ("/poto" is "/foto"). */
export const commandRules: Rule[] = [
  {
    command: "lead_create",
    when: ({ plain, unit }) =>
      /^[/#]?(?:(?:tambah|catat|input|simpan|buat|masukkan|masukin|ada|baru)\w* )?(?:lead|led|leads|prospek)\b/.test(
        plain,
      ) &&
      (unit.args.phone !== undefined || /lead\w* (?:baru )?·?\s?\p{L}/u.test(plain)) &&
      !/\b(?:berapa|laporan|stats)\b/.test(plain),
  },
  {
    command: "bot_off",
    when: ({ plain }) =>
      /\bbot\b/.test(plain) &&
      /\b(?:off|mati\w*|diam\w*|diem\w*|stop|nonaktif\w*|berhenti|pause|jangan|istirahat|tutup)\b/.test(plain),
  },
  {
    command: "bot_on",
    when: ({ plain }) =>
      /\bbot\b/.test(plain) && /\b(?:on|nyala\w*|aktif\w*|hidup\w*|jalan\w*|start|lanjut|balas)\b/.test(plain),
  },
  {
    command: "help",
    when: ({ plain }) =>
      /^[/#]?(?:help|bantuan|menu|tolong|perintah|command|panduan|tutorial)(?: (?:dong|ya|bot|kak|min))?\s?\??$/.test(
        plain,
      ) ||
      /\b(?:cara|caranya|gimana caranya)\b.*(?:\bbagaimana\b|\bapa\b|\?|^cara)|\bbagaimana cara\b|^cara \p{L}+|\b(?:command|perintah)\w*\b.*\b(?:apa|list|daftar)\b|\b(?:bisa apa (?:saja)?|apa saja (?:perintah|command))\b/u.test(
        plain,
      ),
  },
  {
    command: "cancel",
    when: ({ plain }) =>
      /^[/#]?(?:batal|cancel|batalkan|batalin|dibatalkan)(?: (?:saja|dulu|upload|ya|semua|kak|aja|deh|dong|semuanya))*$|\b(?:tidak jadi|batal|batalkan|batalin|stop|berhenti|hentikan) (?:upload|tambah|edit|ubah|input)\b|^tidak jadi(?: (?:saja|ya|dulu|deh))*$/.test(
        plain,
      ),
  },
  {
    command: "upload_start",
    when: ({ plain, hasCriteria, hasNewPrice }) => isUploadStart(plain) && !(hasCriteria && hasNewPrice),
  },
  {
    command: "photos_change",
    when: ({ plain, unit }) =>
      /\b(?:foto|gambar|cover|thumbnail)\b/.test(plain) &&
      (unit.isNamed || /^[/#]foto/.test(plain)) &&
      !/\b(?:upload_|jadi terjual)\b/.test(plain),
  },
  {
    command: "edit",
    when: ({ plain, bare, unit }) =>
      unit.isNamed &&
      !fieldWord.test(plain) &&
      /^[/#]?(?:mau )?(?:edit|ubah|ganti|koreksi|revisi)(?: (?:data|detail|unit|mobil|info))*(?: (?:dong|ya))*$/.test(
        withoutMask(bare),
      ),
  },
  {
    command: "search",
    when: ({ plain, unit }) =>
      /^[/#]?(?:koleksi|cari|carikan|ada stok|ada)\b/.test(plain) && unit.isNamed && !unit.isCertain,
  },
  {
    command: "price_change",
    when: ({ plain, unit, hasNewPrice }) =>
      unit.isNamed &&
      /\bharga\b/.test(plain) &&
      (hasNewPrice || /\b(?:turun|naik|ganti|ubah|update|potong|diskon)\w*\b/.test(plain)) &&
      !/\bharga kredit\b/.test(plain) &&
      !listWord.test(plain),
  },
  { command: "status_change", when: ({ plain, unit }) => /^[/#](?:status)\b/.test(plain) && unit.isNamed },
  { command: "list", when: ({ plain, unit, hasCriteria }) => !unit.isNamed && !hasCriteria && isListing(plain) },
  {
    command: "search",
    when: ({ plain, unit, hasCriteria }) =>
      (hasCriteria || (unit.isNamed && !unit.isCertain)) &&
      (listWord.test(plain) || question.test(plain)) &&
      !isStatement(plain) &&
      !/^[/#]?(?:detail|informasi|cek|lihat)\b(?! stok)/.test(plain) &&
      !editVerb.test(plain),
  },
  {
    command: "edit_field",
    when: ({ plain, unit }) =>
      unit.isNamed && editVerb.test(plain) && fieldWord.test(plain) && !/\bstatus\b/.test(plain),
  },
  {
    command: "status_change",
    when: ({ plain, unit }) =>
      unit.isNamed && statusIn(plain) !== null && !/\?/.test(plain) && !/^[/#]?(?:detail|informasi)\b/.test(plain),
  },
  {
    command: "price_change",
    when: ({ plain, unit, hasNewPrice }) =>
      unit.isNamed &&
      hasNewPrice &&
      (/\b(?:jadi|menjadi|turun|naik)\b/.test(plain) || unit.isCertain) &&
      !fieldWord.test(plain),
  },
  {
    command: "edit_field",
    when: ({ plain, unit }) =>
      unit.isCertain &&
      fieldWord.test(plain) &&
      !question.test(plain) &&
      !/\b(?:itu unit apa|unit apa|mobil apa)\b/.test(plain) &&
      !/^[/#]?(?:detail|informasi|cek|lihat)\b/.test(plain),
  },
  {
    command: "status_change",
    when: ({ plain, unit }) => unit.isNamed && /^[/#]?(?:ubah |ganti |update )?status\b/.test(plain),
  },
  {
    command: "detail",
    when: ({ plain, unit }) =>
      unit.isNamed &&
      /(?:^|[/\s])(?:detail|informasi|cek|lihat|data|spek|spesifikasi|show|info)\b|\b(?:unit|mobil) apa\b/.test(plain),
  },
  { command: "stats", when: ({ plain }) => isStats(plain) },
  { command: "detail", when: ({ plain, unit }) => unit.isCertain && withoutMask(plain) === "" },
];

/** "/uplod" → "/upload", "statsu ·" → "status ·": the first word as the command it was meant to be. */
export function withKnownCommand(plain: string): string {
  const match = /^([/#]?)\s?(\p{L}{4,12})(?=\s|$)/u.exec(plain);
  const [whole = "", mark = "", word = ""] = match ?? [];
  if (word === "" || commandWords.includes(word)) return plain.replace(/^([/#]) /, "$1");
  const nearest = commandWords.find((known) => known[0] === word[0] && editDistance(word, known, 1) <= 1);
  const isMeant = nearest !== undefined && (mark !== "" || nearest === "status" || nearest === "upload");
  return isMeant ? `${mark}${nearest}${plain.slice(whole.length)}` : plain.replace(/^([/#]) /, "$1");
}

const commandWords = [
  "upload",
  "status",
  "harga",
  "edit",
  "foto",
  "list",
  "daftar",
  "stats",
  "lead",
  "help",
  "batal",
  "detail",
  "koleksi",
  "stok",
  "inventory",
  "draft",
];

function isUploadStart(plain: string): boolean {
  if (/\b(?:tidak jadi|batal|cara)\b/.test(plain)) return false;
  const isVerb =
    /^[/#]?(?:(?:mau|saya|ini|tolong|ayo|akan) )*(?:upload|up|unggah|input|posting|tambah|masukkan|masukin|pasang)\b(?: (?:·|mobil|unit|stok|iklan|data|kendaraan|baru|lagi|dong|kak|ya|satu|dulu|dua|1|2))*$/.test(
      plain,
    );
  return (
    isVerb ||
    /\b(?:mau|akan|tak|arep|pengen) (?:saya )?(?:upload|unggah|posting|input)\b/.test(plain) ||
    /^(?:ada )?(?:mobil|unit) baru(?: masuk| datang)?$/.test(plain)
  );
}

function isListing(plain: string): boolean {
  if (/^[/#](?:daftar|list|stok|inventory|inventori)\b/.test(plain)) return true;
  const opens =
    /^(?:mau |coba |tolong |minta |lihat |cek |tampilkan |kasih )*(?:daftar|list|stok|inventory|inventori|katalog|koleksi|unit|mobil)\b/.test(
      plain,
    );
  if (!opens) return false;
  const isPlain =
    /^(?:mau |coba |tolong |minta |lihat |cek |tampilkan |kasih )*(?:daftar|list|stok|inventory|inventori|katalog|koleksi)(?: (?:mobil|unit|stok|saja|apa|yang|ada|dong|semua|sekarang|hari|ini|lengkap|halaman|page|hal|\d+|·))*\s?\??$/.test(
      plain,
    );
  return (
    isPlain ||
    statusIn(plain) !== null ||
    /\b(?:halaman|page|hal) \d/.test(plain) ||
    /\bapa (?:saja|yang)\b/.test(plain)
  );
}

function isStats(plain: string): boolean {
  if (/^[/#]?(?:stats?|statistik|laporan|rekap|rekapan|omzet|omset|report|performa)\b/.test(plain)) return true;
  if (/^(?:cek |lihat |minta |kirim |data )?(?:penjualan|jualan|laporan|statistik|rekap|omzet|omset)\b/.test(plain))
    return true;
  return /\b(?:terjual|laku|penjualan|omzet|omset|lead|closing)\b.*\bberapa\b|\bberapa\b.*\b(?:terjual|laku|lead|unit|closing)\b/.test(
    plain,
  );
}

/** "brio merah 2018 sudah terjual" tells, it does not ask. */
function isStatement(plain: string): boolean {
  return (
    !/\?/.test(plain) &&
    /\b(?:sudah|barusan|tadi|kemarin|jadi|status)\b/.test(plain) &&
    statusIn(plain) !== null &&
    !listWord.test(plain)
  );
}

function withoutMask(plain: string): string {
  return plain.replace(/·/g, " ").replace(/\s+/g, " ").trim();
}
