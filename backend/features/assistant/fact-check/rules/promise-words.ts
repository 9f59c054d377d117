/** What a promise is about; `words` finds it in plain lower-case text. `isCertain`: no owner's word allows it. */
export type PromiseTopic = { name: string; words: RegExp };

/** Everything a showroom could be held to. A promise stands only where the owner wrote the same. */
export const promiseTopics: PromiseTopic[] = [
  {
    name: "discount",
    words:
      /\bdi+[sz]+[ck]+[ou]+u?n+t?\w*|\bdisc\b|\bpotong(?:an)?\b(?! rambut)\w*|\bdipotong\w*|\bkorting\w*|\bcash ?back\w*|\brebate\w*|\bvo?ucher\w*|\bpromo\w*|\b(?:harga|price) (?:spesial|khusus|miring|teman|saudara|nego|damai|promo|istimewa|grosir|karyawan)\b|\bspecial (?:price|offer|deal)\b|\b(?:setengah|separuh|separo|half) (?:harga|price)\b|\bhalf[- ]off\b|\b(?:\d+|persen|percent) ?off\b|\bhemat (?:sampai|hingga|rp|\d)|\bon sale\b|\bflash sale\b/g,
  },
  {
    name: "negotiation",
    words:
      /\b(?:bisa|boleh|masih|dapat|iso|can|could|will|akan|kami|saya|langsung|siap|mau|tak) (?:\S+ )?(?:di)?(?:nego|negotiate|kurang|kurangi|kurangin|korting|turun|turunkan|turunin|diturunkan|tawar|nawar|lower|reduce|come down|knock off)\w*|\bnego(?:tiable|siasi|able)?(?: (?:halus|tipis|sampai|di tempat|bisa|jadi|ok|oke|santai))?\b|\bturun(?:kan)? (?:jadi|ke|harga|sampai|lagi)\b|\bharga\w* (?:\S+ )?(?:turun|diturunkan|fleksibel)\b|\b(?:bisa|boleh) kurang\w*|\bharga\w* (?:\S+ )?(?:bisa|boleh) (?:dibicarakan|dirembug\w*|diobrolin|diatur)|\bdeal\b|\bsepakat\b|\b(?:kami|saya) (?:setuju|terima|sepakat|lepas|acc)\b|\bpenawaran(?:nya)? (?:kakak |anda |bapak |ibu )?(?:kami |saya )?(?:di)?terima\b|\b(?:offer|price) (?:is )?accepted\b|\baccept (?:your|the|that) (?:offer|price)\b|\blepas (?:di )?harga\b|\bharga (?:pas )?(?:jadi|deal)\b|\bmonggo (?:di)?(?:nego|tawar|nyang)\b|\biso (?:di)?nyang\b|\b(?:bisa|iso|dapat|kasih|kei|dikasih|beri|diberi|dapet) (?:\S+ )?(?:lebih )?murah\b|\blebih (?:murah|hemat) (?:\S+ ){0,2}?(?:kalau|jika|bila|kalo|hari ini|if|today|asal)\b|\b(?:hari ini|sekarang|today) (?:\S+ ){0,2}?lebih (?:murah|hemat)\b|\bfor (?:\S+ )?(?:less|cheaper)\b|\bharga pasti\b|\bkejutan\b|\bmurahin\b/g,
  },
  {
    name: "bonus",
    words:
      /\bbonus\w*|\bgratis\w*|\bdigratiskan\b|(?<!feel |accident |flood |accident-|flood-|bebas |hands |rust |debt )\bfree\b(?! to\b)|\bcuma[- ]cuma\b|\bhadiah\w*|\bcomplimentary\b|\btanpa (?:biaya|ongkos|ongkir)\b|\b(?:no|without) (?:extra |additional )?(?:charge|cost|fee)\b|\bditanggung\b|\bkami (?:\S+ )?tanggung\b|\b(?:ongkir|ongkos|biaya kirim|biaya|admin)\w* (?:\S+ )?(?:nol|0|rp ?0)\b|\b(?:tidak|ga|gak|nggak|tak|ora) (?:perlu |usah |usah )?(?:bayar|membayar|mbayar|dipungut)\b|\b(?:termasuk|include[sd]?|including|all[- ]in)\b (?:\S+ )?(?:balik nama|pajak|asuransi|ongkir|bbn|servis|service|biaya|pengiriman|delivery|insurance|kaca film|karpet|bensin|plat)\b|\bsouvenir\b|\bon the house\b/g,
  },
  {
    name: "guarantee",
    words:
      /\bgaransi\w*|\bguarant\w*|\bwarrant\w*|\b(?:di|men)?jamin(?:an|kan)?\b|\bbuy ?-?back\b|\b(?:uang|duit|dana|duwit) (?:\S+ )?(?:kembali|balik|dikembalikan)\b|\bkembali(?:kan)? uang\b|\brefund\w*|\bmoney[- ]back\b|\bpasti (?:\S+ )?(?:bebas|aman|bagus|mulus|awet|original|asli|banjir|tabrak|untung|laku|dapat|bisa|turun|naik|ada|ready|ori|sehat|puas|murah|termurah|irit)\w*|\b100 ?(?:%|persen)|\bseratus persen\b|\b(?:i|we) promise\b|\b(?:saya|kami|kita) (?:\S+ )?(?:janji|berjanji|menjanjikan|pastikan)\b|\bsumpah\b|\btukar (?:balik|unit) (?:gratis|kalau|jika|bila)\b|\bdefinitely (?:flood|accident|original)\w*/g,
  },
  {
    name: "credit approval",
    words:
      /\b(?:pasti|dijamin|langsung|mudah|gampang|auto|sudah|jelas|mesti) (?:\S+ )?(?:acc|approve\w*|disetujui|lolos|setuju)\b|\b(?:acc|approval|approved|disetujui|lolos) (?:\S+ )?(?:pasti|dijamin|100|langsung|mudah|guaranteed)\b|\b(?:kredit|credit|pengajuan|leasing|application|loan|kredite)\w* (?:\S+ ){0,4}?(?:acc|approved|disetujui|lolos)\b|\b(?:pre-?)?approved\b|\b(?:will|can|we'll|i'll) (?:\S+ )?approve\b|\b(?:kami|saya) (?:\S+ )?loloskan\b|\btanpa (?:bi checking|bi|slik|survey|survei|dp|jaminan|bunga|uang muka|syarat|ktp)\b|\b(?:no|zero) (?:down payment|interest|credit check|survey)\b|\b(?:dp|bunga|uang muka) (?:rp ?)?(?:0|nol|ringan|minim|murah|suka-suka|ceper|rendah)\b|\b(?:0|nol) ?(?:%|persen)\b|\b(?:bi checking|slik) (?:\S+ ){0,2}?(?:aman|bisa|lolos|dibantu)\b/g,
  },
  {
    name: "binding",
    words:
      /\blegally binding\b|\bmengikat\b|\bsah (?:secara|di mata) hukum\b|\bno takes?ies\b|\btidak (?:bisa|dapat) (?:dibatalkan|diganggu gugat)\b|\bresmi (?:menjadi|jadi) milik\b|\bmobilnya (?:sudah )?(?:jadi )?milik (?:kakak|anda|bapak|ibu)\b|\bit'?s yours\b|\bdeal is done\b|\bfinal (?:offer|price)\b|\bharga final\b/g,
  },
];

/** Money to an account: only in the owner's own words. */
export const paymentTopic: PromiseTopic = {
  name: "payment",
  words:
    /\b(?:transfer|tf|trf|setor|bayar(?:kan)?|pay|wire)\b (?:\S+ ){0,5}?(?:ke|to|lewat|via|di)\b|\b(?:kirim\w*|send) (?:\S+ ){0,3}?(?:dp|uang|dana|duit|money|deposit|payment|otp|pin)\b|\b(?:no(?:mor)?\.? ?)?rek(?:ening\w*)?\b|\b(?:bca|bri|bni|mandiri|qris|gopay|ovo|shopeepay|paypal|virtual account|e-?wallet)\b|\b(?:transfer|pembayaran|uang|dana|payment|dp)\w* (?:\S+ ){0,3}?(?:masuk|diterima|terima|received|lunas)\b|\batas nama\b|\ba\/n\b|\b(?:otp|pin|password|kata sandi|kode verifikasi|verification code)\b/g,
};

/** A unit kept, booked or sold: only a person can do that. */
export const reservationTopic: PromiseTopic = {
  name: "reservation",
  words:
    /\b(?:sudah|udah|telah|already|have|has been|wis|kami|saya|i'll|we'll|i will|we will) (?:\S+ ){0,2}?(?:hold|booking\w*|dibooking\w*|reserved?|keep|di-?keep|tahan|ditahan|simpan(?:kan)?|disimpan|kunci|dikunci|amankan|diamankan|pesankan|booked)\b|\b(?:unit|mobil)\w* (?:\S+ ){0,2}?(?:ditahan|dikeep|di-keep|diamankan|disimpan|dikunci|reserved)\b/g,
};

/** What only the showroom may know. */
export const internalTopic: PromiseTopic = {
  name: "internal",
  words:
    /\bharga (?:modal|beli|dasar|pokok|kulak|bottom|terendah|minimal|minimum|mati|mentok|batas|internal|dealer)\w*|\bmodal(?:nya|e|\b)|\bhpp\b|\bmargin\w*|\b(?:untung|keuntungan|profit|laba)(?:nya)? (?:kami|showroom|kita|per unit|cuma|hanya|\d)|\b(?:cost|floor|bottom|dealer|purchase|buying|minimum|lowest) price\b|\bwe (?:paid|bought it for)\b|\b(?:kami|showroom) (?:beli|kulak|membeli)(?:nya)? (?:di|seharga|dengan|cuma)\b|\bstok(?:nya)? kode internal\b|\b(?:stock|stok) code\b|\bkode stok\b|\b(?:showroom|dealer|toko) (?:lain|sebelah|tetangga)\b|\b(?:other|another) (?:showroom|dealer|tenant)\b|\bpemilik (?:lama|sebelumnya|asli)(?:nya)? (?:pak|bu|bapak|ibu|mas|mbak|bernama|namanya|di|adalah|itu)\b|\btenant\b|\b(?:data|nomor|daftar|chat|percakapan) (?:pelanggan|pembeli|customer)\b|\b(?:customer|buyer) (?:data|list|phone)\w*/g,
};
