import { complaintRules } from "./complaint-rules";
import type { IntentRule } from "./intent-rule";
import { offTopicRules } from "./off-topic-rules";

/** One of these alone decides the message. In order of certainty. */
export const decidingRules: IntentRule[] = [
  {
    intent: "erase_data",
    says: [
      /\b(?:uu pdp|pdp|perlindungan data|data pribadi)\b/u,
      /\b(?:hapus|dihapus|menghapus|hapuskan|hilangkan|musnahkan|busek|jangan disimpan|delete)\b.*\b(?:data|dataku|datanya|ktp|kk|identitas|riwayat|chat saya|info saya|informasi saya|akun)\b/u,
      /\b(?:data|dataku|ktp|kk|identitas|riwayat chat|informasi pribadi|informasi saya)\b.*\b(?:hapus|dihapus|hapuskan|dihilangkan|busek|jangan disimpan|disimpan|simpan|salinan|dimusnahkan|apa saja yang)\b/u,
      /\b(?:salinan|copy|lihat|minta|tunjukkan|akses)\b.*\bdata (?:pribadi|saya|ku)\b/u,
      /\b(?:hapus\w*|dihapus\w*|hilangkan|dihilangkan|musnahkan|dimusnahkan|jangan disimpan|buang)\b.*\b(?:slip gaji|npwp|kartu keluarga|rekening koran|mutasi|berkas|dokumen|fotokopi|nama|database|sistem)\b/u,
      /\b(?:slip gaji|npwp|kartu keluarga|rekening koran|mutasi|berkas|dokumen|fotokopi)\b.*\b(?:hapus\w*|dihapus\w*|hilangkan|dihilangkan|musnahkan|dimusnahkan|jangan disimpan|buang)\b/u,
      /\b(?:cabut|tarik|batalkan)\b.*\b(?:persetujuan|izin)\b/u,
      /\b(?:data|informasi) (?:apa saja )?(?:saya|aku|tentang saya|soal saya)\b.*\b(?:punya|pegang|kumpulkan|ada|tersimpan|dipakai)\b/u,
    ],
    unless: [/\b(?:daftar broadcast|kontak siapa)\b/u],
  },
  {
    intent: "opt_out",
    says: [
      /\b(?:unsubscribe|hapus nomor saya|berhenti langganan|berhenti berlangganan|jangan ganggu)\b/u,
      /\btidak (?:mau|ingin|perlu|bersedia|berkenan|minat|usah)\b(?: \p{L}+)? (?:menerima|terima|dapat|dikirimi|dikirim|dihubungi|ditelepon|dichat|disms|dikasih)\b.*\b(?:chat|pesan|promo\w*|iklan|broadcast|lagi|informasi|penawaran|wa)\b/u,
      /\bblo(?:k|c?k|kir)\b.*\b(?:kirim\w*|chat|wa|terus|promo\w*|iklan)\b/u,
      /\b(?:matikan|nonaktifkan)\b.*\b(?:notifikasi|promo\w*|broadcast|pesan)\b/u,
      /\bkeluar\b.*\b(?:daftar|broadcast|grup promo)\b/u,
      /^(?:\| )*(?:stop|berhenti|unsubscribe|unreg)(?: (?:kak|bapak|min|dong|ya|saja|chat|promo|spam|kirim\w*|pesan|iklan|broadcast|wa|dulu|tolong))*[ |!?]*$/u,
      /\b(?:berhenti|stop|setop|hentikan)\b.*\b(?:kirim\w*|dikirim\w*|promo\w*|pesan|chat|broadcast|iklan|spam|hubungi|wa|menghubungi|mengirim\w*|langganan)\b/u,
      /\b(?:jangan|tidak usah|tidak perlu|tidak mau|tolong tidak|ojo)\b(?! (?:lupa|sampai|kasih|dijual)).*\b(?:chat|wa|hubungi|menghubungi|kirim|kirimi|kirim-kirim|telepon|spam|promo\w*|broadcast|ganggu|sms|dihubungi|pesan|dikirimi|dichat|japri|iklan)\b.*\b(?:lagi|saya|promo\w*|terus|broadcast|pesan|nomor|nomer|aku)\b/u,
      /\b(?:hapus|keluarkan|cabut|coret)\b.*\b(?:nomor|kontak|saya|no)\b.*\b(?:daftar|broadcast|grup|list|kontak|promo\w*)\b/u,
      /\b(?:promo\w*|pesan|chat|wa|iklan|broadcast)\b.*\b(?:hentikan|stop|berhenti)\b|\bjangan (?:masuk\w*|tambah\w*|add)\b.*\b(?:grup|daftar|broadcast|list)\b/u,
      /\bjangan (?:spam|broadcast|ganggu)\b/u,
      /\b(?:ganggu|mengganggu|terganggu|risih|bosan|capek)\b.*\b(?:berhenti|stop|setop|hentikan|jangan|blokir)\b|\b(?:berhenti|stop|setop|hentikan)\b.*\b(?:ganggu|mengganggu|terganggu|risih)\b/u,
      /\b(?:blok(?:ir)? (?:saja )?nomor|cukup (?:promo\w*|iklan|broadcast))\b/u,
    ],
    unless: [/\btidak (?:dateng|datang)\b/u, /\bkirim (?:unit|mobil|foto)\b/u],
  },
  ...offTopicRules,
  ...complaintRules,
];
