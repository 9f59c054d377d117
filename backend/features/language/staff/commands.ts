import { isListing, isSaleAtPrice, isStatement, isStats, isUploadStart, listWord, withoutMask } from "./command-shapes";
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
  /** What there should be most of is said: "paling murah". */
  hasOrder: boolean;
  hasNewPrice: boolean;
};

type Rule = { command: StaffCommand; when: (sighting: Sighting) => boolean };

const question = /\?|\bada\b|\bmasih\b|\bapa (?:saja|aja)\b|\bberapa\b/;
const botWord = /\bbot(?:nya|ny|e|ne)?\b/;
const leadWord = /\b(?:lead|led|leads|prospek|customer|cust|pelanggan|konsumen|kontak|pembeli|tamu|calon|buyer)\b/;
const editVerb = /(?:^|[/\s])(?:edit|ubah|ganti|koreksi|revisi|update|benar(?:kan|in)|perbaiki|betulin|rubah|set)\b/;
const fieldWord =
  /\b(?:km|kilometer|odometer|warna|transmisi|pajak|tahun|nik|plat|nopol|bensin|diesel|hybrid|matic|manual|varian|tipe|faktur|tangan|cc|catatan|kondisi|fitur|keterangan|minus|harga kredit|harga credit|otr kredit)\b/;

/** Commands in order of certainty; the first that fits counts. Slash words have been unified before ("/poto" is "/foto"). */
export const commandRules: Rule[] = [
  {
    command: "lead_create",
    when: ({ plain, unit }) =>
      (unit.args.phone !== undefined
        ? leadWord.test(plain) ||
          /\b(?:minat|cari|tanya|tertarik|mau|nama)\b|^(?:catat|simpan|tambah|input|save)\b/.test(plain)
        : /^[/#]?(?:(?:tolong|tambah|catat|input|simpan|buat|masukkan|masukin|ada|baru)\w* )*(?:lead|led|leads|prospek) (?:baru )?·?\s?\p{L}/u.test(
            plain,
          )) &&
      !/\b(?:berapa|laporan|stats|bot|bot\w{1,3})\b/.test(plain) &&
      !(unit.args.phone === undefined && isStats(plain)),
  },
  {
    command: "bot_off",
    when: ({ plain }) =>
      botWord.test(plain) &&
      /\b(?:di)?(?:of|off|mati\w*|diam\w*|diem\w*|stop|setop|nonaktif\w*|berhenti\w*|henti\w*|pause|jangan|istirahat\w*|tutup|tidur\w*|libur\w*|disable|tidak usah|tahan)\b/.test(
        plain,
      ),
  },
  {
    command: "bot_on",
    when: ({ plain }) =>
      botWord.test(plain) &&
      /\b(?:di)?(?:on|nyala\w*|aktif\w*|hidup\w*|jalan\w*|start|mulai|lanjut\w*|balas|jawab|enable|bangun\w*|kerja)\b/.test(
        plain,
      ),
  },
  {
    command: "help",
    when: ({ plain }) =>
      /^[/#]?(?:help|bantuan|menu|tolong|perintah|command|panduan|tutorial|petunjuk|bantu|bingung)(?: (?:dong|ya|bot|kak|min|saya|bos|apa|saja|bantu|tolong|bantuan|,))*\s?\??$/.test(
        plain,
      ) ||
      /^[/#](?:help|bantuan)\b|\b(?:help|bingung|(?:butuh|perlu|minta|mau) bantuan|ajari|ajarin|ajarkan)\b|\btidak (?:mengerti|ngerti|paham|mudeng)\b|^(?:format|contoh) (?:upload|status|lead|harga)|\bcara (?:pakai|upload|edit|ubah|ganti|tambah|hapus|input|posting|buat)\b|\bbagaimana\b.*\b(?:upload|edit|ubah|ganti|tambah|hapus|foto|list|posting)\b|\b(?:daftar|list) (?:perintah|command|menu|fitur)\b/.test(
        plain,
      ) ||
      /\b(?:cara|caranya|gimana caranya)\b.*(?:\bbagaimana\b|\bapa\b|\?|^cara)|\bbagaimana cara\b|^cara \p{L}+|\b(?:command|perintah)\w*\b.*\b(?:apa|list|daftar)\b|\b(?:bisa apa(?: saja)?|apa saja (?:perintah|command|menu|fitur))\b|\b(?:menu|fitur)\b.*\bapa\b/u.test(
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
      /^[/#]?(?:saya )?(?:mau )?(?:edit|ubah|ganti|koreksi|revisi|perbaiki)(?: (?:data|detail|unit|mobil|info|informasi|yang))*(?: (?:dong|ya))*$/.test(
        withoutMask(bare),
      ),
  },
  {
    command: "status_change",
    when: ({ plain, unit, hasNewPrice }) => unit.isNamed && hasNewPrice && isSaleAtPrice(plain),
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
      (hasNewPrice ||
        /\b(?:turun|naik|ganti|ubah|update|potong|diskon|kurang|tambah|korting|banting)\w*\b/.test(plain)) &&
      !/\bharga kredit\b/.test(plain) &&
      !listWord.test(plain),
  },
  {
    command: "price_change",
    when: ({ plain, unit, hasNewPrice }) =>
      unit.isNamed && hasNewPrice && /\b(?:turun|naik|diskon|promo|potong)\w*\b.*\b(?:jadi|ke|menjadi)\b/.test(plain),
  },
  {
    command: "price_change",
    when: ({ plain, unit, hasNewPrice }) =>
      unit.isNamed &&
      !hasNewPrice &&
      /\b(?:turun|naik|potong|diskon|kurang)\w* (?:lagi )?\d/.test(plain) &&
      !question.test(plain),
  },
  { command: "status_change", when: ({ plain, unit }) => /^[/#](?:status)\b/.test(plain) && unit.isNamed },
  { command: "list", when: ({ plain, unit, hasCriteria }) => !unit.isNamed && !hasCriteria && isListing(plain) },
  {
    command: "search",
    when: ({ plain, unit, hasCriteria, hasOrder }) =>
      (hasCriteria || hasOrder || (unit.isNamed && !unit.isCertain)) &&
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
    command: "edit_field",
    when: ({ plain, unit, hasNewPrice }) =>
      unit.isNamed &&
      /^(?:· )?(?:km|kilometer|odometer|warna|transmisi|pajak|tahun|plat|nopol|tangan|bahan bakar|catatan|fitur)\b.*(?:\d|·|hitam|putih|manual|matic|diesel|bensin)/.test(
        plain,
      ) &&
      !hasNewPrice &&
      !/\bapa\b/.test(plain) &&
      !question.test(plain),
  },
  {
    command: "status_change",
    when: ({ plain, unit }) => unit.isNamed && /^[/#]?(?:ubah |ganti |update )?status\b/.test(plain),
  },
  {
    command: "detail",
    when: ({ plain, unit }) =>
      unit.isNamed &&
      /(?:^|[/\s])(?:detail|informasi|cek|lihat|data|spek|spesifikasi|show|info|tampil|tampilkan|buka)\b|\b(?:unit|mobil) apa\b/.test(
        plain,
      ),
  },
  { command: "stats", when: ({ plain }) => isStats(plain) },
  { command: "detail", when: ({ plain, unit }) => unit.isCertain && withoutMask(plain) === "" },
];
