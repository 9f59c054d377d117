import type { CustomerIntent } from "./customer-message";
import type { Sighting } from "./sighting";

/** Words that hint at an intent without saying it: two marks and more make a guess. A pair counts as one hint of two. */
const hints: [CustomerIntent, marks: number, RegExp][] = [
  ["unit_availability", 2, /\b(?:terjual|sold|tersedia|kosong|kejual)\b/gu],
  ["unit_availability", 1, /\b(?:masih|dijual|ready)\b/gu],
  ["price", 2, /\b(?:harga|banderol|dibanderol|dipatok|seharga)\b/gu],
  ["price", 1, /\b(?:berapa|rupiah|duit|uang|tunai)\b/gu],
  ["negotiate", 2, /\b(?:nego\w*|mahal|tawar|menawar|diskon|murahin|murahkan|miring|kemahalan|dimurahin)\b/gu],
  ["negotiate", 1, /\b(?:kurang|pas|turun|lepas|murah|deal|mentok)\b/gu],
  ["credit", 2, /\b(?:kredit|cicilan|angsuran|leasing|tenor|bunga|dp|cicil|acc|survei leasing)\b/gu],
  ["trade_in", 2, /\b(?:tukar|ditukar|barter|upgrade|downgrade|ganti mobil)\b/gu],
  ["sell_car", 2, /\b(?:dijualkan|jualkan|titip|konsinyasi|taksir|laku berapa)\b/gu],
  ["visit", 2, /\b(?:datang|mampir|kunjung\w*|test drive|survei|ngecek|dicek|dilihat|nyoba|dicoba|coba jalan|ketemu|janjian|otw|meluncur)\b/gu],
  ["visit", 1, /\b(?:lihat|cek|coba|showroom|langsung|bengkel|mekanik|jadwal|sampai|kapan|ke sana|ke situ)\b/gu],
  ["reserve", 2, /\b(?:booking|panjer|tanda jadi|keep|transfer|rekening|deposit|amankan|diamankan|pesan unit)\b/gu],
  ["location", 2, /\b(?:alamat|lokasi|peta|patokan|rute|sebelah mana|di mana)\b/gu],
  ["location", 1, /\b(?:showroom|tempat|jalan|arah|dekat|daerah|mana)\b/gu],
  ["hours", 2, /\b(?:buka|tutup|jam operasional|libur)\b/gu],
  ["delivery", 2, /\b(?:kirim|dikirim|antar|diantar|ongkos kirim|towing|ekspedisi|kapal)\b/gu],
  ["contact_human", 2, /\b(?:robot|bot|telepon|sambungkan|nomor telepon|hubungi|admin|sales|manusia|operator)\b/gu],
  ["contact_human", 1, /\b(?:orang|nomor|bicara|ngobrol|kontak|owner|bos)\b/gu],
  ["compare", 2, /\b(?:banding\w*|beda|perbedaan|mending|vs)\b/gu],
  ["complaint", 2, /\b(?:kecewa|rusak|bohong|penipuan|komplain|lambat|mogok|kapok|parah|payah)\b/gu],
  ["complaint", 1, /\b(?:lama|balas|respon|padahal|kok|tidak sesuai|jelek)\b/gu],
  ["thanks", 2, /\b(?:terima kasih|kabari|pikir|pertimbangkan|diskusi)\b/gu],
  ["thanks", 1, /\b(?:nanti|dulu|istri|suami|keluarga)\b/gu],
  ["stock_search", 2, /\b(?:cari|carikan|butuh mobil|stok|katalog|rekomendasi|pilihan)\b/gu],
  ["stock_search", 1, /\b(?:mobil|unit|ada|budget|irit|keluarga|matic|manual)\b/gu],
];

const enough = 2;

/** The intent most words hint at when no rule speaks; null when they hint at nothing or at two things alike. */
export function hintedIntent({ plain }: Sighting): CustomerIntent | null {
  const marks = new Map<CustomerIntent, number>();
  for (const [intent, weight, words] of hints) {
    const count = new Set(plain.match(words) ?? []).size;
    if (count > 0) marks.set(intent, (marks.get(intent) ?? 0) + weight * count);
  }
  const [best, second] = [...marks].sort(([, left], [, right]) => right - left);
  if (!best || best[1] < enough || best[1] === second?.[1]) return null;
  return best[0];
}
