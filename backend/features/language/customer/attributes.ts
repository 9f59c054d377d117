import type { UnitAttribute } from "./customer-message";

type AttributeRule = { attribute: UnitAttribute; pattern: RegExp };

/** Words that ask for a property of a unit, in plain Indonesian. Clause by clause; order of mention is kept. */
const rules: AttributeRule[] = [
  {
    attribute: "photos",
    pattern:
      /^\W*(?:(?:kalau|yang|bagian|untuk|terus) )*(?:interior|eksterior|dal[ae]man|bagian dalam|ruang mesin|dashboard|bagasi|kolong)(?: mobil)? (?:ada|mana|dong|juga|nya)(?: (?:ada|dong|kak|bapak|mas|bang|tidak|ya))*\s*\??\s*$|(?<!\b(?:di|sesuai|seperti|dari) )\b(?:foto|gambar|poto|foto-foto|pic|picture|penampakan)\b(?! (?:ktp|kk))/,
  },
  { attribute: "video", pattern: /\b(?:video|vidio|rekaman|film|rekam)\b/ },
  {
    attribute: "km",
    pattern: /\b(?:km|kilometer|kilo|odometer|odo|jarak tempuh|speedometer)\b/,
  },
  { attribute: "tax", pattern: /\b(?:pajak|pkb|pajak tahunan)\b/ },
  {
    attribute: "papers",
    pattern: /\b(?:stnk|bpkb|faktur|surat|surat-surat|dokumen|kelengkapan surat|form a|kuitansi)\b/,
  },
  {
    attribute: "ownership",
    pattern:
      /\b(?:(?<!\bdi )tangan|pemakai|pemakainya|pengguna|(?:wanita|cewek|pria|cowok) (?:pakai|yang pakai)|siapa yang pakai|atas nama|nama siapa|pemilik|kepemilikan|pemakaian pribadi|pribadi|(?<!\b(?:untuk|buat|bakal|mau|dibuat)(?: \p{L}+){0,2} )(?:taksi|rental|gocar|grab|travel)|bekas (?:perusahaan|kantor|pt|dinas|lelang)|pt)\b/u,
  },
  {
    attribute: "accident_flood",
    pattern: /\b(?:tabrak|banjir|laka|kecelakaan|tabrakan|terendam|nabrak|ditabrak|kebanjiran|bekas insiden)\b/,
  },
  {
    attribute: "service_history",
    pattern:
      /\b(?:catatan servis|buku servis|servis rutin|riwayat servis|record|servis resmi|servis di|rutin servis|history servis|servis terakhir|terakhir servis|servis kapan|bengkel resmi|riwayat|ganti oli|tune up)\b/,
  },
  { attribute: "warranty", pattern: /\b(?:garansi|bergaransi)\b(?! bpkb)|\bjaminan\b(?! (?:bpkb|apa))/ },
  { attribute: "keys", pattern: /\bkunci\b|\bremote\b/ },
  {
    attribute: "features",
    pattern:
      /\b(?:kamera|sunroof|head ?unit|audio|carplay|android auto|android|airbag|air bag|jok kulit|fitur|sensor|cruise|keyless|start stop|captain seat|tv|abs|immobilizer|alarm|panoramic|power steering|power window|retract|spion (?:elektrik|lipat|sudah)|lampu (?:led|kabut|depan)|led|foglamp|fog lamp|paddle shift|digital|charger|usb|dvd|subwoofer|kulit|layar(?! (?:hp|laptop|saya))|power back door|pintu elektrik|sliding door|bluetooth|double blower|hill start|apple|adas|360|aksesoris|kelengkapan(?! surat))\b/,
  },
  { attribute: "plate_parity", pattern: /\b(?:plat|nopol|ganjil|genap|plat nomor)\b/ },
  {
    attribute: "seats",
    pattern:
      /\b(?:seat|seater|penumpang|muat|kursi|jumlah kursi|berapa baris|baris|kapasitas (?:orang|penumpang)|isi (?:berapa|\d)|(?:cukup|muat|bisa)(?: buat| untuk)? \d+ (?:orang|penumpang))\b/,
  },
  {
    attribute: "engine",
    pattern:
      /\b(?:cc|kapasitas mesin|mesin berapa|mesin \d{3,4}|mesin \d[.,]\d|\d[.,]\d (?:apa|atau) \d[.,]\d|tenaga|silinder|horse ?power|hp berapa|tipe mesin|mesin apa|torsi)\b/,
  },
  {
    attribute: "year",
    pattern:
      /\b(?:tahun (?:berapa|rakitan|pembuatan|perakitan|asli)|nik|(?:keluaran|rakitan|perakitan|produksi) (?:tahun )?(?:berapa|\d{4} (?:awal|akhir|apa|atau|ya|kan)\b)|tahun pajak|vin|tahunnya|keluaran kapan|(?:19|20)\d\d (?:apa|atau) (?:19|20)\d\d|tahun produksi)\b/,
  },
  {
    attribute: "transmission",
    pattern: /\b(?:(?:at|mt) (?:apa|atau) (?:at|mt)|transmisi|matic|manual|gearbox|persneling|cvt|ivt|dct|ags)\b/,
  },
  {
    attribute: "fuel",
    pattern: /\b(?:bensin|diesel|bahan bakar|pertamax|pertalite|dexlite|ron|hybrid|bbm(?:nya)?|minum)\b/,
  },
  {
    attribute: "color",
    pattern:
      /\bwarna\b|\b(?:hitam|putih|silver|abu-abu|merah|biru|hijau|kuning|oranye|ungu|coklat|krem|emas)(?: doff| metalik| solid| tua| muda)? (?:apa|atau) (?:doff|metalik|solid|mutiara|tua|hitam|putih|silver|abu-abu|merah|biru|hijau|kuning|oranye|ungu|coklat|krem|emas)\b/,
  },
  {
    attribute: "condition",
    pattern:
      /\b(?:kondisi|minus|cacat|timing belt|(?<!(?:atau|apa) )kopling(?! (?:atau|apa) )|kampas|rem|shock|shockbreaker|radiator|kekurangan|kerusakan|cat|bodi|body|lecet|baret|penyok|ban|ac(?! double)|kaki-kaki|kaki|rembes|bocor|mulus|karat|karatan|keropos|velg (?:asli|standar)|velg(?! racing)|jok\b.{0,12} (?:robek|sobek|masih)|interior (?:bersih|mulus|gimana|bagaimana)|eksterior|mesin (?:bagaimana|halus|kering|aman|sehat|normal|kasar|oke)|kendala|masalah|terawat|pr|aki|asli semua|repaint|wangi|bau|perokok|las|lasan|rangka|sasis|plafon|dashboard|kaca|lampu(?! (?:sudah )?(?:led|kabut))|setir|stir|kemudi|suspensi|tarikan|knalpot|asap|(?<!ganti )oli|bumper|jamur|retak|gores|dempulan|layak pakai|siap pakai|sehat|fisik|luaran|dalaman|cat ulang|turun mesin|bekas bongkar|suara mesin|kelistrikan|bunyi|dempul|overhaul)\b/,
  },
];

/** Parts of a car that are only the subject of a wanted photo, film or warranty. */
const subjectsOfAnother: Partial<Record<UnitAttribute, RegExp>> = {
  photos: /./,
  video: /./,
  warranty: /^(?:engine|condition|transmission)$/,
  keys: /^features$/,
  condition: /^(?:engine)$/,
};

/** The properties a clause asks about with where they stand. */
export function attributesIn(clause: string): { attribute: UnitAttribute; at: number }[] {
  if (/\btermasuk\b/.test(clause)) return [];
  const found = rules
    .map(({ attribute, pattern }) => ({ attribute, at: clause.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at);
  const names = found.map(({ attribute }) => attribute);
  const isMedium = (attribute: UnitAttribute) => attribute === "photos" || attribute === "video";
  if (names.some(isMedium)) return found.filter(({ attribute }) => isMedium(attribute));

  return found.filter(
    ({ attribute }) => !names.some((other) => other !== attribute && subjectsOfAnother[other]?.test(attribute)),
  );
}
