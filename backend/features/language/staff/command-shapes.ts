import { statusIn } from "./status";

/** How a message begins that asks for units. */
export const listWord =
  /^[/#]?(?:daftar|list|stok|inventory|inventori|koleksi|katalog|unit|mobil|cari|carikan|tampilkan|lihat|cek|ada)\b/;

export function isUploadStart(plain: string): boolean {
  if (/\b(?:tidak jadi|batal|cara)\b/.test(plain)) return false;
  const isVerb =
    /^[/#]?(?:(?:mau|saya|ini|tolong|ayo|akan|mulai|yuk|lanjut) )*(?:upload|up|unggah|input|entri|entry|posting|tambah|masukkan|masukin|pasang)\b(?: (?:·|mobil|unit|stok|iklan|data|kendaraan|baru|lagi|dong|kak|ya|satu|dulu|dua|1|2))*$/.test(
      plain,
    );
  return (
    isVerb ||
    /\b(?:mau|akan|tak|arep|pengen) (?:saya |di ?)?(?:upload|unggah|posting|input)\b/.test(plain) ||
    /\b(?:buat|pasang|naik\w*|tayang) (?:iklan|unit|mobil)(?: (?:baru|mobil|unit|lagi))*$/.test(plain) ||
    /\b(?:mobil|unit|stok) (?:baru|anyar|masuk|datang)\b.*\b(?:upload|posting|unggah|input)$/.test(plain) ||
    /^(?:ada )?(?:(?:mobil|unit|stok) (?:baru|anyar)|new unit|new stock|unit masuk)(?: masuk| datang| lagi)*$/.test(
      plain,
    )
  );
}

export function isListing(plain: string): boolean {
  if (/^[/#](?:daftar|list|stok|inventory|inventori)\b/.test(plain)) return true;
  if (isOnlyListing(plain)) return true;
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

const listingWords =
  /^(?:mau|coba|tolong|minta|lihat|cek|tampilkan|tampil|kasih|daftar|list|stok|inventory|inventori|katalog|koleksi|unit|mobil|semua|seluruh|semuanya|yang|apa|mana|saja|ada|masih|belum|sudah|sekarang|hari|minggu|bulan|tahun|ini|dong|ya|di|status|tersedia|available|ready|terjual|laku|kejual|sold|booking|dibooking|draft|tayang|kita|lagi|halaman|hal|page|ke|lengkap|\d+|\?)$/;

/** "semua unit", "yang masih tersedia apa saja": nothing but words of a list, and what is listed or "apa saja". */
function isOnlyListing(plain: string): boolean {
  const names =
    /\b(?:mobil|unit|stok|daftar|list|katalog|koleksi|inventory|inventori)\b|\b(?:yang|tersedia|terjual|laku|kejual|sold|booking|draft)\b.*\b(?:apa|mana) saja\b|\b(?:apa|mana) saja (?:yang )?(?:sudah |masih |belum )?(?:tersedia|ready|terjual|laku|kejual|sold|booking|draft)\b/.test(
      plain,
    );
  const asks = /\b(?:semua|seluruh|(?:apa|mana) saja|daftar|list|stok|katalog|koleksi|inventory|inventori)\b/.test(
    plain,
  );
  return names && asks && plain.split(" ").every((word) => listingWords.test(word));
}

export function isStats(plain: string): boolean {
  if (/^[/#]?(?:stats?|statistik|laporan|rekap|rekapan|omzet|omset|report|performa)\b/.test(plain)) return true;
  if (/^(?:cek |lihat |minta |kirim |data )?(?:penjualan|jualan|laporan|statistik|rekap|omzet|omset)\b/.test(plain))
    return true;
  if (
    /^(?:total|jumlah|hasil|grafik|ringkasan|minta|lihat|cek|kirim)\b.*\b(?:penjualan|jualan|laporan|statistik|rekap|omzet|omset|terjual|lead|leads|closing)\b/.test(
      plain,
    )
  )
    return true;
  if (/^(?:pendapatan|pemasukan|penghasilan|hasil penjualan|(?:total|jumlah|berapa) (?:stok|unit|mobil))\b/.test(plain))
    return true;
  return /\b(?:terjual|laku|penjualan|omzet|omset|lead|closing)\b.*\bberapa\b|\bberapa\b.*\b(?:terjual|laku|lead|unit|closing)\b/.test(
    plain,
  );
}

/** "brio merah 2018 sudah terjual" tells, it does not ask. */
export function isStatement(plain: string): boolean {
  return (
    !/\?/.test(plain) &&
    /\b(?:sudah|barusan|tadi|kemarin|jadi|status)\b/.test(plain) &&
    statusIn(plain) !== null &&
    !listWord.test(plain)
  );
}

const saleAtPrice =
  /\b(?:terjual|laku|kejual|sold|deal|closing|dibeli|diambil)(?: (?:·|di|dengan|seharga|harga|cash|tunai|nett|pas|rp|:))* \d|\bharga (?:· )?(?:sudah )?(?:terjual|laku|sold|deal|closing)\b.* \d/;

/** "civic laku di 350", "#A01 terjual harga 180jt", "harga laku #A01 180": what it went for, not a new price. */
export function isSaleAtPrice(plain: string): boolean {
  return (
    saleAtPrice.test(plain) &&
    !/\?|\b(?:turun|naik|ganti|ubah|biar|supaya|agar|cari|masih|belum|berapa)/.test(plain) &&
    statusIn(plain) === "sold"
  );
}

export function withoutMask(plain: string): string {
  return plain.replace(/·/g, " ").replace(/\s+/g, " ").trim();
}
