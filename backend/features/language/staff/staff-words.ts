import { editDistance } from "@/backend/platform/edit-distance";
import { slangOf } from "../normalize";
import { isEverydayWord } from "../vocabulary";

/** Words of the trade floor that the general lists do not hold, in the form the rules know. */
const plainOf = new Map<string, string>(
  Object.entries({
    gajadi: "tidak jadi",
    gakjadi: "tidak jadi",
    nggakjadi: "tidak jadi",
    gajd: "tidak jadi",
    draf: "draft",
    drap: "draft",
    ralat: "koreksi",
    benerin: "perbaiki",
    benarin: "perbaiki",
    betulin: "perbaiki",
    benahi: "koreksi",
    wulan: "bulan",
    sasi: "bulan",
    uripno: "hidupkan",
    uripke: "hidupkan",
    urip: "hidup",
    patenono: "matikan",
    pateni: "matikan",
    paten: "matikan",
    menengo: "diam",
    meneng: "diam",
    ojo: "jangan",
    gawe: "buat",
    gae: "buat",
    tuku: "beli",
    dituku: "dibeli",
    didol: "terjual",
    kedol: "terjual",
    pajang: "tayang",
    ngapain: "apa",
    dudu: "bukan",
    sanes: "bukan",
    kuwi: "itu",
    iku: "itu",
    botoff: "bot off",
    boton: "bot on",
    daftarin: "upload",
    daftarkan: "upload",
    idup: "hidup",
    idupin: "hidupkan",
    silent: "diam",
    senyap: "diam",
    bisu: "diam",
    mute: "diam",
    hold: "booking",
    dihold: "booking",
    kabeh: "semua",
    bikin: "buat",
    bikinin: "buat",
    namanya: "nama",
    poto: "foto",
    photo: "foto",
  }),
);

/** Verbs of the commands; "diupload", "tambahin", "ngedit" and "gantien" are one of them with affixes. */
const verbs = new Set(
  "upload entri entry unggah tambah input posting edit ubah ganti koreksi revisi perbaiki cek publish tayang update hapus batal skip catat simpan tampil kosong lewat booking boking panjer tarik nonaktif aktif hidup nyala tahan sembunyi arsip save keep kirim".split(
    " ",
  ),
);

/** Words of six letters and more that are worth a slip of the finger. */
const slippery =
  "terjual tersedia available booking upload statistik laporan penjualan bantuan perintah publish tayangkan transmisi kilometer cancel batalkan".split(
    " ",
  );

/** A message in plain words with the words of commands in the form the rules know. */
export function inStaffWords(plain: string): string {
  const words = plain
    .split(" ")
    .map((word) => staffWord(word))
    .join(" ");
  return words
    .replace(
      /^(?:(?:tolong|mohon|coba|bantu|minta|please|pls|bos|bosku|min|admin|kak|gan|halo|mas|mbak|pak) )+(?=\S{2}|[/#])/,
      "",
    )
    .replace(/(?<=\S )(?:(?:bos|bosku|min|kak|gan|mas|mbak|pak|ya|dong|deh|nih) ?)+$/, "")
    .trim();
}

/** One plain word in the form the rules know. */
export function staffWord(word: string): string {
  const known = plainOf.get(word);
  if (known !== undefined) return known;
  return withoutAffixes(word) ?? corrected(word) ?? word;
}

function withoutAffixes(word: string): string | null {
  const parts = /^(?:di|nge|ng|meng|mem|men|me)?(\p{L}{3,}?)(?:kan|in|no|ne|ke|en|nya|(?<=king)an|i)?$/u.exec(word);
  const stem = parts?.[1] ?? "";
  if (verbs.has(stem)) return stem;
  const longer = /^(?:di|nge|ng|meng|mem|men|me)(\p{L}{3,})$/u.exec(word)?.[1] ?? "";
  return verbs.has(longer) ? longer : null;
}

function corrected(word: string): string | null {
  if (word.length < 6 || isEverydayWord(word) || slangOf(word) !== undefined) return null;
  return slippery.find((known) => known[0] === word[0] && editDistance(word, known, 1) <= 1) ?? null;
}
