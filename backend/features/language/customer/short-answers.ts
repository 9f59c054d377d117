import type { CustomerIntent } from "./customer-message";
import type { Sighting } from "./sighting";

const greetingWords =
  "horas|rahajeng|punten|permios|tabik|dengan showroom|ini showroom|benar showroom|showroom|benar ini|apakah ini|benar dengan|apa benar|p|ping|halo|hai|hello|assalamualaikum|asslamualaikum|assalamu|alaikum|wr|wb|ass|selamat|met|pagi|siang|sore|malam|permisi|tes|test|testing|sugeng|enjing|sonten|dalu|rawuh|kulonuwun|misi|good|morning|afternoon|evening|night|salam|shalom|om swastiastu|waalaikumsalam|sampurasun|numpang tanya|mau tanya-tanya dulu boleh|mau tanya-tanya dulu|mau tanya dulu boleh|tanya dulu boleh|mau tanya dulu|tanya dulu|mengganggu|ganggu|menganggu|sebelumnya|ada orang|ada admin|mau tanya|tanya|mau tanya-tanya|boleh tanya|apa kabar|mau nanya|nanya|boleh nanya|izin tanya|izin bertanya|izin|bertanya|boleh|mau tanya-tanya|sibuk|lagi sibuk|lagi|ini|bisa dibantu|bisa tanya|bisa|dibantu|i'm|there|hey|oi|woi|hoi|👋|🙏|jumpa|kenal|semua|gaes|guys|cantik|ganteng|siapa|dengan siapa";
const affirmWords =
  "acc|iya|ya|y|yes|yoi|yup|boleh|oke|ok|okay|siap|betul|benar|setuju|mau|lanjut|deal|gas|gaskeun|cocok|bisa|inggih|nggih|injih|sip|jadi|tentu|pasti|mantap|monggo|silakan|sudah|👍|👌|✅|baik|baiklah|noted|yuk|ayo|aman|sepakat|leres|sumangga|sekali|banget|tepat|yap|bener|mau dong|tidak masalah|masalah|ayo|gaskan|sikat|itu|yang itu|yang ini|wis|pastinya|jelas|silahkan|lanjutkan|lanjutin|diproses|proses";
const denyWords =
  "tidak|bukan|belum|jangan|no|nope|ora|mboten|usah|jadi|sido|dulu|perlu|salah|unit|batal|mau|terima|kasih|enggak|saja|cukup|nanti|mungkin|lain|kali|lagi|belum tahu|ndak|dereng|skip|minat|tertarik|seperti|sepertinya|begitu|yang itu|itu|saya|perlu|sekarang|ini|dong|untuk saat ini|saat|sementara";
const thanksWords =
  "terima|kasih|thanks|thank|you|matur|nuwun|suwun|oke|siap|sip|banyak|informasi|ya|atas|sangat|sudah|membantu|dibantu|bantuan|respon|responnya|balasan|jawaban|penjelasan|nggih|inggih|sama-sama|nuhun|🙏|👍|mantap|baik|ok|selamat|malam|pagi|siang|sore|dulu|tau|tahu|infonya|ty|makasi|sakalangkong|untuk|waktu|waktunya|sekali|banget|pelayanan|pelayanannya|buat|ramah|sukses|selalu|semoga|lancar|laris|berkah";

const greeting = onlyWords(greetingWords);
/** Words that greet; "boleh", "bisa" alone say yes. */
const greetingAnchor =
  /\b(?:p|ping|halo|hai|hello|assalam\w*|ass|selamat|met|pagi|siang|sore|malam|permisi|tes|test|tanya|nanya|bertanya|misi|salam|shalom|sugeng|hey|oi|woi|hoi|numpang|ganggu|showroom|good|sampurasun|kulonuwun|horas|rahajeng|punten|permios|tabik)\b|👋/u;
const affirm = onlyWords(affirmWords);
const deny = new RegExp(
  `^(?:(?:sepertinya|seperti|maaf|aduh|oh|mungkin|kalau begitu|untuk saat ini|sementara) )?(?:nanti dulu|tidak|bukan|belum|jangan|no|nope|ora|mboten|enggak|batal|ndak|cukup|dereng|skip|emoh|ogah|lain kali|kapan-kapan|belum kepikiran|tidak minat)(?:\\s+(?:${denyWords}|CAR|CODE))*$`,
  "u",
);
const thanks = onlyWords(thanksWords);
const thanksMark = /terima kasih|matur|nuwun|suwun|thank|nuhun|🙏|sakalangkong/u;

const closing =
  /\b(?:nanti|besok|entar|kalau|lusa|minggu depan|tak|saya)\b.*\b(?:kabari|dikabari|hubungi lagi|infokan|informasi lagi|chat lagi|balik lagi)\b|\b(?:pikir|pikir-pikir|mikir|timbang|pertimbangkan|pikirkan|pertimbangan|diskusi|diskusikan|rundingan|rundingkan|rembug|rembukan|musyawarah|tanya|ngobrol|obrolkan|bilang|izin|bicarakan|omongkan)\b.*\b(?:dulu|sebentar|istri|suami|keluarga|orang tua|orang rumah)\b|\b(?:cukup|itu) (?:dulu|saja)\b(?!.*\?)|\b(?:nanti|besok|kapan-kapan) (?:saya |kalau \p{L}+ |aku )?(?:tanya|chat|kontak|hubungi|infokan|balik|telepon) ?(?:lagi|anda|kak)?\b|\b(?:dulu|sebentar)\b.*\bnanti saya\b|\blihat dulu (?:saja|ya|kak)\b|^(?:oke|baik|siap)\b.*\blihat dulu\b|\b(?:tunggu|nunggu) (?:gajian|bonus|thr|cair|uang|dana)\b|\bcek (?:keuangan|dana|tabungan|duit)\b|\bmasih (?:lihat-lihat|lihat lihat|lihat|cari-cari|bandingkan)\b|\b(?:saya |di)?tunggu\b.{0,10}\bkabar\b|\bditunggu\b/u;

/** What a message means that says one thing only: a greeting, thanks, yes or no; null for anything more. */
export function shortAnswer({ core, plain, scan }: Sighting): CustomerIntent | null {
  if (isOnlySigns(plain)) return signAnswer(scan.source);
  if (core === "") return /\bya\b/.test(plain) ? "affirm" : "greeting";
  const text = core;
  if (greeting.test(text) && (greetingAnchor.test(text) || !affirm.test(text)))
    return thanksMark.test(text) && !/halo|hai|selamat|permisi/.test(text) ? "thanks" : "greeting";
  if (affirm.test(text)) return "affirm";
  if (deny.test(text)) return "deny";
  if (thanks.test(text) && (thanksMark.test(text) || /^(?:oke|siap|sip)/.test(text))) return "thanks";
  return null;
}

/** "nanti saya kabari", "pikir2 dulu": ends the talk, when nothing else is asked. */
export function isClosing(plain: string): boolean {
  return closing.test(plain) || /\bterima kasih\b/.test(plain);
}

function onlyWords(words: string): RegExp {
  return new RegExp(`^(?:${words})(?: (?:${words}))*$`, "u");
}

function isOnlySigns(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

function signAnswer(source: string): CustomerIntent | null {
  if (/[👍👌✅💪🆗]/u.test(source)) return "affirm";
  if (/[🙏❤😊🤝]/u.test(source)) return "thanks";
  if (/[👋]/u.test(source)) return "greeting";
  if (/[👎❌]/u.test(source)) return "deny";
  return /^[\s?!.]+$/.test(source) ? "greeting" : null;
}
