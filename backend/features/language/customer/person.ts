import { cityAt } from "../cities";
import { isFree, type Scan, wordAt } from "../scan";
import { titleCase } from "../title-case";
import { isEverydayWord } from "../vocabulary";
import type { CustomerContext, LeadSource } from "./customer-message";

const sources: [LeadSource, RegExp][] = [
  ["olx", /^(?:olx|olxautos)$/],
  ["facebook", /^(?:fb|facebook|marketplace|efbe|mp)$/],
  ["instagram", /^(?:ig|instagram|insta|ige|reels)$/],
  ["tiktok", /^(?:tiktok|tik-tok|tt-shop|titok|tiktoknya)$/],
  ["youtube", /^(?:youtube|yt|yutub|utube|ytb|youtub)$/],
  ["web", /^(?:web|website|websitenya|webnya|situs|google)$/],
];

/** Where the customer saw the showroom or the car. */
export function readSource(scan: Scan): LeadSource | undefined {
  for (let index = 0; index < scan.tokens.length; index++) {
    const text = wordAt(scan, index);
    const source =
      text === "tik" && wordAt(scan, index + 1) === "tok"
        ? "tiktok"
        : sources.find(([, pattern]) => pattern.test(text))?.[0];
    const isMap = text === "google" || (text === "mp" && wordAt(scan, index - 1) !== "fb");
    if (source && !isMap && !namesRivalPrice(scan, index)) return source;
  }
  return undefined;
}

/** "di olx ada yang 140": where it is cheaper, not where they saw the car. */
function namesRivalPrice(scan: Scan, index: number): boolean {
  const after = [1, 2, 3].map((distance) => wordAt(scan, index + distance));
  const sum = after.findIndex((text) => /^\d{2,3}$/.test(text));
  return (
    sum > 0 &&
    after
      .slice(0, sum)
      .every((text) => /^(?:ada|yg|yang|cuma|cm|hanya|jual|dijual|harga|dapat|dapet|lebih|murah)$/.test(text))
  );
}

/** The city the customer is in or wants the car sent to; not the city of a plate or a street. */
export function readCustomerCity(scan: Scan): string | undefined {
  for (let index = 0; index < scan.tokens.length; index++) {
    const city = isFree(scan, index) ? cityAt(scan.tokens, index) : null;
    if (isFree(scan, index) && isTownOfBatu(scan, index)) return "Batu";
    if (city && !isElsewhere(scan, index)) return city.name;
  }
  return undefined;
}

/** "batu" is a stone before it is a town. */
function isTownOfBatu(scan: Scan, index: number): boolean {
  return wordAt(scan, index) === "batu" && /^(?:dari|dr|orang|kota|ke)$/.test(wordAt(scan, index - 1));
}

function isElsewhere(scan: Scan, index: number): boolean {
  const after = [1, 2, 3].map((distance) => wordAt(scan, index + distance));
  const asksWhere =
    after.some((text) => /^(?:mana|mananya|manane|endi)$/.test(text)) &&
    !/^(?:saya|sy|aku|dari|dr|orang|ke)$/.test(wordAt(scan, index - 1));
  const asksBranch = after.some((text) => /^(?:cabang|cabangnya|showroom|showroomnya|dealer)$/.test(text));
  return (
    asksWhere ||
    (/^(?:atau|apa)$/.test(wordAt(scan, index - 1)) &&
      cityAt(scan.tokens, index - 2) !== null &&
      isElsewhere(scan, index - 2)) ||
    (asksBranch && wordAt(scan, index - 1) === "di" && !/^(?:saya|sy|aku|kami)$/.test(wordAt(scan, index - 2))) ||
    /^(?:plat|pelat|nopol|cabang|showroom|cabangnya)$/.test(wordAt(scan, index - 1)) ||
    (wordAt(scan, index - 1) === "ke" &&
      /^(?:untuk|buat|masuk|dipakai|dipake|utk|bwt)$/.test(wordAt(scan, index - 2))) ||
    (wordAt(scan, index - 1) === "di" &&
      /^(?:ada|lokasi|posisi|tempat|toko|dealer|kantor|pusat)$/.test(wordAt(scan, index - 2)) &&
      !/^(?:saya|sy|aku|posisiku|kami)$/.test(wordAt(scan, index - 3))) ||
    (wordAt(scan, index - 1) === "di" && /^(?:cabang|showroom|showroomnya|cabangnya)$/.test(wordAt(scan, index - 2)))
  );
}

const honorific = /^(?:pak|bapak|bu|ibu|mas|mbak|mba|kak|bang|om|tante|cak|ning|koh|ko|ci|bpk|aja|saja|sama)$/;
const announces = /^(?:nama|namaku|namanya|dengan|dgn|dg|nm|panggil|sy|saya|aku|atas|a\/n|ini|panggilannya|dipanggil)$/;
const notName =
  /^(?:perkenalkan|kenalkan|lengkap|panggilan|saya|dengan|dgn|sy|aku|dari|di|dr|mau|minat|tertarik|ada|cari|yang|yg|tanya|ya|kak|min|dong|tolong|bisa|bs|lihat|liat|dapat|orang|bot|admin|sales|showroom|serius|siapa|sudah|udah|lagi|tinggal|domisili|beli|jual|punya|butuh|pengen|ingin|booking|ambil|jadi|kerja|warga|pembeli|calon|tadi|td|kemarin|kmrn|nama|adalah|panggil|aja|saja|mas|mbak|pak|bu|bapak|ibu|apa|unit|mobil|harga|nya|ini|itu|tf|transfer|tawar|nawar|dp|kredit|cash|keep|customer|penasaran|bingung|buat|untuk|pakai|ga|tidak|belum|masih|bukan|dan|sama|rencana|asal|asli|setuju|ok|oke|mohon|cek|besok|nanti|akan|kesana|datang|ke|tt|tukar|nego|kirim|hubungi|telpon|minta|boleh|mampir|hari|jam|senin|sabtu|minggu)$/;

/** "tolong telpon saya, Rudi", "telepon saya sore ini, Bu Endang". */
const signedCall =
  /\b(?:[Tt]e?le?pon|[Tt]e?lpo?n?|[Tt]lp|[Cc]all|[Hh]ubungi|[Kk]abari) (?:balik )?(?:saya|sy|aku)\b[^.?!,\n]{0,24}, ?(?:(?:[Pp]ak|[Bb]u|[Ii]bu|[Mm]as|[Mm]bak) )?(\p{Lu}\p{Ll}+)/u;

/** The customer's name in title case, without Pak or Bu: what was asked for, or what introduces itself. */
export function readName(scan: Scan, context: CustomerContext): string | undefined {
  const caller = signedCall.exec(scan.source)?.[1];
  if (caller && !notName.test(caller.toLowerCase()) && !isEverydayWord(caller.toLowerCase())) return caller;
  const isAsked = context.asked === "name";
  for (let index = 0; index < scan.tokens.length; index++) {
    const text = wordAt(scan, index);
    if (isAsked && text === "atas") continue;
    const isIntroduced = announcesName(scan, index);
    const isAfterAtas = (isAsked || keepsUnit(scan)) && text === "nama" && wordAt(scan, index - 1) === "atas";
    if (!isIntroduced && !isAfterAtas && !(isAsked && index === 0)) continue;
    const name = nameFrom(scan, isIntroduced ? index + 1 : index, isAsked);
    if (name) return name;
  }
  return undefined;
}

/** "gaji saya UMR": what is the speaker's, not who they are. */
const ownThing =
  /^(?:gaji|mobil|unit|budget|dana|istri|suami|anak|rumah|punya|kerja|usaha|alamat|lokasi|posisi|ktp|data|profesi|pekerjaan)$/;

function announcesName(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  if (!announces.test(text)) return false;
  if (wordAt(scan, index - 1) === "balik") return false;
  if (/^(?:saya|sy|aku)$/.test(text) && ownThing.test(wordAt(scan, index - 1))) return false;
  if (text === "atas") return false;
  if (/^(?:bicara|ngomong|ketemu|hubungi|telepon|telpon|chat|ngobrol|berbicara)$/.test(wordAt(scan, index - 1)))
    return false;
  if (/^(?:dengan|dgn|dg)$/.test(text))
    return (
      index === 0 ||
      isNumberBefore(scan, index) ||
      /^[.,!|]$/.test(wordAt(scan, index - 1)) ||
      honorific.test(wordAt(scan, index + 1))
    );
  if (text === "nama" && wordAt(scan, index - 1) === "atas") return /\d{8,}|\d{3,}[- ]\d{3,}/.test(scan.source);
  return true;
}

/** "081230000111 dg Dewi". */
function isNumberBefore(scan: Scan, index: number): boolean {
  return /\d{8,}/.test(wordAt(scan, index - 1));
}

/** "keep atas nama Yusuf". */
function keepsUnit(scan: Scan): boolean {
  return scan.tokens.some(({ text }) => /^(?:keep|dikeep|booking|bking|tahan|simpan|janjian|jadwal)$/.test(text));
}

/** "sy rudi, bs ditelp ga": an unknown word between "saya" and a break. */
function standsAlone(scan: Scan, index: number): boolean {
  const next = scan.tokens[index + 1];
  return (
    /^(?:saya|sy|aku)$/.test(wordAt(scan, index - 1)) &&
    (index === 1 || /^[,.!?]$/.test(wordAt(scan, index - 2)) || scan.tokens[index - 2]?.kind === "newline") &&
    (next?.text === "," || next?.kind === "newline") &&
    !isEverydayWord(wordAt(scan, index))
  );
}

/** "saya rina dari lumajang": an unknown word between the two is the name, capital or not. */
function saysWhereFrom(scan: Scan, index: number): boolean {
  return (
    /^(?:dari|dr|di|asal)$/.test(wordAt(scan, index + 1)) &&
    cityAt(scan.tokens, index + 2) !== null &&
    !isEverydayWord(wordAt(scan, index))
  );
}

function nameFrom(scan: Scan, start: number, isAsked: boolean): string | undefined {
  const words: string[] = [];
  let hadHonorific = false;
  for (let index = start; index < scan.tokens.length && words.length < 3; index++) {
    const token = scan.tokens[index];
    if (token?.kind !== "word" || !isFree(scan, index)) break;
    if (
      words.length === 0 &&
      (honorific.test(token.text) ||
        /^(?:saya|sy|aku|nama|adalah|namanya|nya|panggil|lengkap|panggilan|perkenalkan|kenalkan|dengan|halo|hai)$/.test(
          token.text,
        ) ||
        (isAsked && /^(?:oke|ok|iya|ya)$/.test(token.text)))
    ) {
      hadHonorific = hadHonorific || (honorific.test(token.text) && !/^(?:aja|saja|sama)$/.test(token.text));
      continue;
    }
    if (
      notName.test(token.text) ||
      honorific.test(token.text) ||
      cityAt(scan.tokens, index) ||
      !/^\p{L}[\p{L}'’]+$/u.test(token.raw)
    )
      break;
    const isCapital = /^\p{Lu}/u.test(token.raw);
    if (!isAsked && !isCapital && !hadHonorific && isEverydayWord(token.text)) break;
    if (
      !isAsked &&
      !isCapital &&
      !(
        saysWhereFrom(scan, index) ||
        standsAlone(scan, index) ||
        hadHonorific ||
        wordAt(scan, index - 1) === "nama" ||
        words.length > 0 ||
        wordAt(scan, index - 2) === "nama"
      )
    )
      break;
    if (words.length > 0 && !isAsked && !isCapital) break;
    words.push(titleCase(token.raw));
  }
  return words.length > 0 ? words.join(" ") : undefined;
}
