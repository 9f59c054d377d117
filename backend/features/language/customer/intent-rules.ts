import type { CustomerIntent } from "./customer-message";

/** `pattern` is matched against plain words (see `Sighting.plain`); where it begins is the place of the intent. */
export type IntentRule = { intent: CustomerIntent; pattern: RegExp; unless?: RegExp };

/** One of these alone decides the message. In order of certainty. */
export const decidingRules: IntentRule[] = [
  {
    intent: "erase_data",
    pattern:
      /\b(?:hapus|dihapus|menghapus|hapuskan|hilangkan|musnahkan|busek|jangan disimpan|delete)\b.*\b(?:data|dataku|datanya|ktp|kk|identitas|riwayat|chat saya|info saya|informasi saya|akun)\b|\b(?:data|dataku|ktp|kk|identitas|riwayat chat|informasi pribadi|informasi saya)\b.*\b(?:hapus|dihapus|hapuskan|dihilangkan|busek|jangan disimpan|disimpan|simpan|salinan|dimusnahkan|apa saja yang)\b|\b(?:salinan|copy|lihat|minta|tunjukkan|akses)\b.*\bdata (?:pribadi|saya|ku)\b|\buu pdp\b|\bpdp\b|\bperlindungan data\b|\bdata pribadi\b/,
    unless: /\bdaftar broadcast\b|\bkontak siapa\b/,
  },
  {
    intent: "opt_out",
    pattern:
      /^(?:\| )*(?:stop|berhenti|unsubscribe|unreg)(?: (?:kak|bapak|min|dong|ya|saja|chat|promo|spam|kirim\w*|pesan|iklan|broadcast|wa|dulu|tolong))*[ |!?]*$|\b(?:berhenti|stop|setop|hentikan)\b.*\b(?:kirim\w*|dikirim\w*|promo|pesan|chat|broadcast|iklan|spam|hubungi|wa|menghubungi)\b|\b(?:jangan|tidak usah|tidak perlu|tidak mau|tolong tidak|ojo)\b(?! (?:lupa|sampai|kasih|dijual)).*\b(?:chat|wa|hubungi|menghubungi|kirim|kirimi|kirim-kirim|telepon|spam|promo|broadcast|ganggu|sms|dihubungi|pesan)\b.*\b(?:lagi|saya|promo|terus|broadcast|pesan|nomor)\b|\b(?:hapus|keluarkan|cabut|coret)\b.*\b(?:nomor|kontak|saya|no)\b.*\b(?:daftar|broadcast|grup|list|kontak|database|promo)\b|\bunsubscribe\b|\bjangan (?:spam|broadcast|ganggu)\b|\bhapus nomor saya\b|\bberhenti langganan\b|\bjangan ganggu\b|\bblok(?:ir)? nomor\b/,
    unless: /\btidak (?:dateng|datang)\b|\bkirim (?:unit|mobil|foto)\b/,
  },
  {
    intent: "off_topic",
    pattern:
      /\b(?:lowongan|loker|lamaran|melamar|magang|karyawan|rekrut\w*|interview)\b|\bpinjaman\b|\bpinjol\b|\bdana cepat\b|\bdana tunai\b|\bbutuh dana\b|\bgadai\b|\bundian\b|\bhadiah\b.*\b(?:klik|link|selamat)\b|\bklik\b|\bhttps?\b|\bbit ly\b|\bpulsa\b|\btoken listrik\b|\bpaket data\b|\bslot gacor\b|\bjudi\b|\btogel\b|\bcrypto\b|\bbitcoin\b|\bforex\b|\binvestasi\b|\bfollowers?\b|\bjasa (?:seo|website|iklan|desain)\b|\bpartner bisnis\b|\bkerja ?sama\b|\bignore\b|\binstructions?\b|\bsystem prompt\b|\babaikan\b|\binstruksi\b|\bprompt\b|\bjailbreak\b|\bperan(?:kan)? sebagai\b|\bpura-pura\b|\bberpura\b|\bpuisi\b|\bpantun\b|\bcerita lucu\b|\bpr matematika\b|\bresep\b|\bharga modal\b|\bharga beli showroom\b|\bdata (?:customer|pelanggan)\b|\bnomor (?:customer|pelanggan) lain\b|\badmin sistem\b|\bdeveloper\b|\bmode (?:admin|debug|developer)\b|\bai apa\b|\bchatgpt\b|\bmodel bahasa\b|\bmotor\b|\bvario\b|\bnmax\b|\bbeat\b|\bscoopy\b|\bpcx\b|\bservis ac rumah\b|\bac rumah\b|\bfutsal\b|\bbadminton\b|\bmabar\b|\barisan\b|\bpengajian\b|\brapat rt\b|\bsalah (?:kirim|sambung|orang|chat|nomor)\b|\bshopee\b|\btokopedia\b|\blazada\b|\bpaket saya\b|\bcod paket\b|\bkurir\b|\bgofood\b|\bresi\b|\bparkir di\b|\brumah (?:dijual|kontrakan|subsidi)\b|\bkos-?kosan\b|\bkontrakan\b|\btanah kavling\b|\bhp bekas\b|\biphone\b|\blaptop\b|\bobat\b|\bherbal\b|\bpelet\b|\bsumbangan\b|\bproposal\b|\bsponsor\b|\bmama minta\b|\bpemenang\b|\bmenang\b.*\bjuta\b|\btidak (?:dateng|datang|jadi ke sana|jadi datang)\b|\b(?:cuaca|skor|presiden|pilpres|bola)\b|\btiket (?:pesawat|kereta|konser)\b|\bpizza\b|\bnasi\b|\bmakan siang\b|\bberas\b|\bsepatu\b|\bbaju\b/,
    unless:
      /\b(?:tukar|ijol|tukar tambah)\b.*\b(?:motor|vario|nmax|beat|scoopy|pcx)\b|\b(?:motor|vario|nmax)\b.*\btukar\b|\bloker (?:mobil|barang)\b/,
  },
  {
    intent: "complaint",
    pattern:
      /\bkecewa\b|\bslow respon\w*\b|\b(?:lambat|lama)\b.{0,12}\b(?:respon\w*|balas\w*|jawab\w*|pelayanan\w*)\b|\b(?:respon\w*|balas\w*|pelayanan\w*)\b.{0,12}\b(?:lambat|lama|jelek|buruk|parah)\b|\bmengecewakan\b|\bkomplain\b|\bcomplain\b|\btidak (?:dibalas|balas|direspon|ditanggapi|dijawab|digubris|diangkat|profesional|ada kabar|sesuai|jelas pelayanan\w*|becus)\b|\bbelum (?:dibalas|balas|direspon|dijawab|ada kabar|juga|jadi-jadi|jadi|dikembalikan|dikirim|ditransfer|diproses|beres|selesai)\b|\bkenapa (?:tidak|belum|lama)\b|\bkasar\b|\bjutek\b|\bjudes\b|\bbohong\b|\bdibohongi\b|\bpenipuan\b|\bnipu\b|\bditipu\b|\bpenipu\b|\btipu\b|\bdiputar\b|\bkapan (?:dikembalikan|dikirim|jadi|balik|selesai|diproses|cair|beres)\b|\bpelayanan\w*\b.*\b(?:buruk|jelek|lambat|parah|lama)\b|\b(?:yang|baru) saya beli\b|\bsaya beli\b.*\b(?:rusak|mogok|mati|bocor|bunyi|masalah)\b|\bpadahal (?:baru|kata|bilang|janji|di iklan|sudah)\w*\b|\bjanji\w*\b.*\b(?:tidak|belum|sampai)\b|\btidak tepat janji\b|\bphp\b|\bsudah .*\b(?:minggu|bulan|hari|jam)\b.*\bbelum\b|\bbaru (?:seminggu|sebulan|dua hari|beli)\b.*\b(?:mogok|rusak|mati|bocor|bermasalah)\b|\bugal\w*\b|\bternyata (?:sudah |bekas |pernah |tidak |banjir|tabrak)|\bbanyak baret\b|\bparah (?:sekali|banget|pelayanan)\b|\blama (?:sekali|banget) balas\w*\b|\brefund\b|\buang (?:saya )?kembali\b|\bbalas\b.*\btunggu\b/,
    unless:
      /\bkalau batal\b|\bboleh refund\b|\bbisa refund\b|\b(?:asli apa|apa asli|pernah)\b.*\bputaran\b|\bsudah .* belum \?|\btidak ada kabar buruk\b|\bkapan jadi(?:nya)? bisa\b|^belum$/,
  },
];

/** What a customer can want; several may stand in one message. */
export const intentRules: IntentRule[] = [
  {
    intent: "unit_availability",
    pattern:
      /\bmasih (?:ada|tersedia|adakah|available|ready|di (?:showroom|tempat)|belum terjual|kah|stok)\b|\bmasih(?= *(?:\||\?|$|kan\b|ya\b|tidak\b|kak\b|bapak\b|bang\b|mas\b|min\b|gan\b|om\b|belum\b))|\b(?:sudah|apa) terjual (?:belum|apa|atau|kah)\b|\bsudah terjual\b|\bbelum (?:terjual|kejual|laku)\b|\bterjual (?:ta|apa|belum|tidak|sudah)\b|\b(?:sudah|belum) (?:ada yang (?:ambil|beli|booking)|dibooking|dibeli|diambil|soldout)\b|\bmasih\b.*\b(?:tersedia|ready)\b|\bapakah (?:unit )?(?:masih )?tersedia\b|^(?:\| )*(?:unit |mobil |apakah )?(?:tersedia|adakah)(?= *(?:\?|$|kak|bapak|mas|bang|min|gan|om|bos))|\bunit\w* ada\b(?! (?:yang|berapa|apa|foto))|\bterjual \?|\badakah unit\w*\b/,
    unless: /\bmasih (?:buka|bisa|boleh|garansi|baru|mulus|ori)\b|\bkalau (?:unit )?masih\b/,
  },
  {
    intent: "trade_in",
    pattern:
      /\btukar tambah\b|\btukar (?:sama|dengan|mobil|ke|guling)\b|\bditukar\b|\btrade\b|\bbarter\b|\bijol\b|\btukar\b.*CAR|\bmobil lama saya\b|\bmobil saya\b.*\btukar\b|\bpunya CAR.*\b(?:naik|ganti|upgrade|pindah|tukar)\b|\b(?:naik|upgrade|ganti|pindah) (?:ke|kelas|jadi) CAR/,
  },
  {
    intent: "sell_car",
    pattern:
      /\b(?:mau|akan|saya|pengen|ingin|niat|rencana|bisa|boleh|minat) (?:saya )?(?:jual|menjual|jualkan|lepas|titip|titipkan)\b|\btitip jual\b|\bkonsinyasi\b|\bjual (?:mobil|cepat|unit|punya|ke showroom)\b|\bjualkan\b|\bbeli mobil (?:juga|bekas|saya|customer|orang)\b|\b(?:terima|menerima) (?:jual|titip|mobil bekas|beli mobil)\b|\bbeli juga\b|\bover kredit mobil saya\b|\bmau over kredit\b|\btaksir\w*\b|\bmobil saya\b.*\b(?:dihargai|laku berapa|dibeli|ditawar)\b|\bdibeli showroom\b|\bbeli putus\b/,
    unless: /\btukar\b|\bjual mobil apa\b|\bmobil apa saja\b|\bjual (?:CAR|mobil) (?:tidak|ga|apa)\b|\byang jual\b/,
  },
  {
    intent: "reserve",
    pattern:
      /\bbooking\b|\btanda jadi\b|\bpanjer\b|\bsimpan(?:kan)? (?:dulu|unit|buat|untuk|ya|sampai|kak)\b|\bsaya simpan\b|\bdisimpan(?:kan)?\b|\btransfer\b|\brekening\b|\btahan(?:kan)? (?:unit|dulu|sampai|ya)\b|\bditahan\b|\bjangan (?:dikasih|diberikan|dijual|dilepas|kasih)\b|\bsaya jadi (?:ambil|beli)\b|\bdeposit\b|\bdp (?:via|lewat|transfer|ke rekening|unit|dulu biar)\b|\bjadi ambil\b|\bdikeep\b|\bdp\b.*\btransfer\b|\bkeep\b|\bhold\b|\bdihold\b|\bdp dulu\b|\b(?:supaya|biar) tidak (?:diambil|terjual|dijual|keduluan|dibeli)\b|\buang muka (?:via|lewat)\b|\breservasi\b/,
    unless: /\btransfer (?:nama|stnk)\b|\bsudah dibooking\b|\bdisimpan\?/,
  },
  {
    intent: "visit",
    pattern:
      /\b(?:cek|lihat|liat|melihat|periksa|survei|inspeksi|tengok|intip|coba|tes)\b(?: (?:langsung|dulu|fisik|kondisi|ke))? (?:unit|mobil|langsung|fisik|dulu|lokasi|CAR|CODE|ke (?:sana|situ|showroom))\b|(?<!\bmasih )\blihat[- ]?lihat\b|\bcek (?:hari|besok|sabtu|minggu|jam|nanti|sore|pagi|siang|malam)\b|\b(?:lihat|cek) (?:CODE|CAR)|\btest drive\b|\btest-drive\b|\b(?:ke|dateng|datang|main|merapat|meluncur) (?:ke )?(?:showroom|sana|situ|sini|tempat|lokasi)\b|\b(?:datang|kesitu|kesana|merapat|meluncur|otw)\b|\bjanji(?:an)?\b(?! (?:telepon|sales))|\bketemu(?:an)?\b|\bbawa (?:mekanik|teknisi|montir|orang bengkel)\b|\bdibawa ke (?:rumah|bengkel)\b|\binspeksi\b|\bsurvei\b|\bsampai sana\b|\bcod\b|\blihat (?:nanti|besok|malam|hari)\b|\bpas lihat\b|\bbisa dilihat\b|\bdilihat (?:di|kapan|langsung|hari)\b|\bkunjung\w*\b|\bmau lihat\b|\blihat dulu\b|\bcoba jalan\b|\blihat langsung\b|\bsaya ke (?:sana|situ|showroom)\b/,
    unless:
      /\b(?:tadi|kemarin|pernah|saya) lihat (?:di|iklan)\b|\btidak jadi (?:ke|datang)\b|\bcek (?:foto|pajak|stok)\b|\bmasih lihat\b|\blihat (?:dulu )?(?:katalog|daftar|stok|foto|list|koleksi|video|mobil apa|unit apa|yang lain)\b/,
  },
  {
    intent: "delivery",
    pattern:
      /\b(?:kirim|dikirim|pengiriman|kirimkan|dikirimkan|ngirim|mengirim) (?:ke|unit|mobil|luar|sampai|antar|pakai|CODE|CAR|tidak|kah|kan)\b|\b(?:bisa|boleh|apakah|biaya|kalau|ongkos|siap) (?:di)?kirim(?:an)?(?= (?:ke|tidak|luar|\?|\||sampai|unit|mobil|kak|pulau|daerah)|$)|\bpengiriman\b|\bongkos kirim\b|\bfree ongkos\b|\b(?:di)?antar(?:kan|in)? (?:ke|unit|sampai|rumah|mobil|tidak|di)\b|\b(?:bisa|boleh|minta) (?:di)?antar\b|\bdiantar\b|\bluar (?:kota|pulau|jawa|daerah)\b|\btowing\b|\bekspedisi\b|\bcara beli\w*\b|\bkapal\b|\bself drive\b|\bdriver kirim\b|\bkirim unit\b|\bbisa kirim(?! (?:foto|video|lokasi|alamat|gambar))\b|\bdikirim\b/,
    unless:
      /\bktp luar\b|\bplat luar\b|\bkirim (?:lokasi|foto|video|promo|pesan|alamat)\b|\bbuat luar kota\b|\buntuk luar kota\b|\bdipakai luar\b/,
  },
  {
    intent: "credit",
    pattern:
      /\b(?:kredit|cicilan|cicil|dicicil|angsuran|mengangsur|angsur|diangsur|tenor|leasing|bunga|simulasi|uang muka|total dp|bi checking|slik|dp|pembiayaan|finance|per bulan|sebulan|perbulan|adira|bca finance|mtf|acc|maf|tempo|oto|lising|kkb)\b|\bgaji\b.*\b(?:ambil|bisa|cukup|juta)\b|\b\d+ x\b|\bsyarat\w* (?:kredit|pengajuan)\b|\bpengajuan\b|\btanpa dp\b/,
    unless: /\bover kredit\b|\bdp (?:via|lewat|transfer)\b|\btidak kredit\b|\btermasuk dp saya\b/,
  },
  {
    intent: "location",
    pattern:
      /\blokasi\b(?! saya)|\balamat\b(?! saya)|\bkirim lokasi\b|\bdi mana\b|\bposisi\b|\bpeta\b|\bgoogle\b|\bcabang\b|\btempat (?:di )?mana\b|\btempat di\b|\b(?:dekat|deket|sebelah) (?:mana|apa)\b|\bpatokan\w*\b|\bmana (?:showroom|tempat)\w*\b|\bshowroom\w* (?:mana|yang di|di jalan|di daerah)\b|\bshare ?loc\w*\b|\bdaerah mana\b|\bjalan apa\b|\brute\b|\barah mana\b|\bkota mana\b|\bgps\b|\btitik(?:nya)?\b|\bsebelah mana\b/,
    unless: /\bdi mana (?:saya )?transfer\b|\bplat\w* di mana\b/,
  },
  {
    intent: "hours",
    pattern:
      /\b(?:buka|tutup)\b.*\b(?:jam|kapan|berapa)\b|\bjam (?:berapa )?(?:buka|tutup|operasional|kerja showroom|layanan)\b|\bjam operasional\b|\b(?:minggu|sabtu|ahad|senin|libur|tanggal merah|lebaran|hari ini|besok|malam|natal|imlek|sekarang|tahun baru|setiap hari|hari libur|hari minggu|weekend)\b.{0,25}\b(?:buka|tutup|libur)\b|\b(?:masih|tetap|sudah) (?:buka|tutup)\b|\bbuka (?:tidak|kah|sampai|sekarang|hari|setiap|kan|jam|dari|terus|apa)\b|\bsampai jam berapa\b|\btutup jam\b|\bbuka \?|\blibur (?:tidak|apa|kah)\b|\bhari apa saja buka\b/,
    unless: /\bharga.{0,12}\bbuka\b|\b(?:buka|dibuka) (?:harga|berapa)\b|\bbuka harga\b|\bbuka puasa\b/,
  },
  {
    intent: "contact_human",
    pattern:
      /\b(?:minta|ada|boleh|kasih|bagi|nomor|no|kontak)\b.{0,20}\b(?:nomor|no|kontak|wa|telepon|hp|call center)\b.{0,20}\b(?:sales|admin|telepon|ditelepon|marketing|owner|dihubungi|call|bisa|pegang|yang|hp|wa|chat|cs)\b|\bnomor (?:sales|telepon|hp|admin|owner|marketing|wa|chat)\b|\bkontak (?:sales|admin|marketing)\b|\b(?:telepon|telepon(?:kan)?|call|hubungi|calling|kontak) (?:saya|balik|aku|nomor|ke|tidak|bisa|PHONE|mboten|langsung)\b|\bditelepon\b|\b(?:bisa|mau|boleh) (?:telepon|call|telpon|vc|video call)\b|\b(?:bicara|ngomong|bilang|ngobrol|chat|berbicara|konsultasi|tanya|sambung\w*|komunikasi|terhubung)\b.{0,15}\b(?:orang|admin|sales|manusia|owner|langsung|cs|marketing|bos|operator|pemilik|yang punya|manager|manajer|pimpinan|supervisor|atasan|staf)\b|\b(?:orang|admin|owner|bos|manager|pemilik|salesnya|sales|cs)\b (?:asli|langsung|mana|beneran)\b|\bsambung\w*\b|\bini (?:bot|robot|mesin)\b|\bbukan (?:bot|robot)\b|\bsama siapa ini\b|\bdengan siapa\b|\bhubungi saya\b|\bminta (?:sales|admin|cs|orang)\b|\bdihubungi\b|\bcustomer service\b|\bmanusia\b/,
    unless: /\bhubungi lagi\b|\bjangan\b.*\bhubungi\b|\bpemilik (?:lama|pertama|sebelum)\w*\b/,
  },
  {
    intent: "compare",
    pattern:
      /\b(?:bagus|lebih bagus|mending|mendingan|enak|irit|awet|nyaman|murah|bagusan|unggul|kuat|worth it|recommended|baik|apik|cocok|lega|besar|kencang|bandel)\b(?: (?:yang|itu|sih|buat|untuk))? (?:mana|CAR|endi|CODE)|\b(?:beda|perbedaan|bedanya|perbandingan|banding\w*|compare|dibanding\w*)\b|\b(?:CAR|CODE) (?:vs|versus|lawan) (?:CAR|CODE)|\bmana (?:yang )?(?:lebih|paling)\b|\bpilih (?:mana|CAR)\b|\blebih \p{L}+ mana\b|\bmending\b|\b(?:vs|versus)\b|\bmana yang (?:bagus|cocok|irit|enak|mending)\b/u,
  },
  {
    intent: "negotiate",
    pattern:
      /\b(?:nett|neto)\b|\bnego\b|\bdinego\b|\bnegonya\b|\b(?:bisa|boleh|dapat|masih|apa|tidak) (?:di ?)?kurang\w*\b|\bkurang (?:berapa|lagi|sedikit|dikit|banyak|tidak|boleh|\d)|\bkurangin\b|\bkurangi\b|\bdikurangi\b|\b(?:harga )?pas (?:berapa|di|nya)\b|\bpas(?:nya)? berapa\b|\bberapa pas\w*\b|\bharga pas\b|\bmentok\w*\b|\blast price\b|\blast\b|\bbest price\b|\bharga (?:terbaik|final|terakhir|akhir|mati|bersih|damai|teman|miring|jadi|deal)\b|\bmahal\w*\b|\bkemahalan\b|\bdiskon\b|\bpotongan\b|\bturun(?:in|kan)? (?:harga|lagi|berapa|sedikit|dikit|\d+|tidak|jadi)\b|\b(?:bisa|boleh) turun\b|\bharga\w* turun\b|\bdigoyang\b|\bgoyang\b|\btawar\b|\bmenawar\b|\bditawar\b|\bpenawaran\b|\bnawar\b|\bcincai\b|\bterlalu tinggi\b|\btoko sebelah\b|\bsebelah\b.{0,12} \d|\bsebelah (?:lebih murah|jual|\d)|\bfinal berapa\b|\b(?:boleh|dapat) berapa\b|\bpromo\b|\bcash ?back\b|\bkurang \?|\bdeal berapa\b|\bpaling murah berapa\b|\bkorting\b|\bharga kurang\b|\bkerendahan\b|\bdiangkut\b/,
    unless: /\bkurang (?:jelas|paham|tahu|tau|lebih)\b|\bdana kurang\b|\byang paling murah\b/,
  },
  {
    intent: "price",
    pattern:
      /\bharga\b.{0,24}\bberapa\b|\bberapa\b.{0,12}\bharga\b|\bberapaan\b|\b(?:tunai|tunai keras|otr|on the road) berapa\b|\bharga (?:tunai|otr|kredit|cash)\b|\bharga(?= *(?:\||\?|$|kak|bapak|dong|ya|bang|min))|\bdibuka\b.{0,8}\bberapa\b|\bbuka (?:harga|di|berapa)\b|\b(?:informasi|tanya|minta|daftar|kasih tahu) harga\b|\btotal berapa\b|\bdijual berapa\b|\bpricelist\b|\bharga (?:CAR|CODE)|\b(?:minta|tanya) price\b/,
  },
];
