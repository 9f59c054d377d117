import { type Scan, wordAt } from "../scan";

/** What a number in an advertisement is said to be. `other` is said to be something that a car's record does not hold. */
export type Role =
  | "cash"
  | "credit"
  | "otr"
  | "price"
  | "downPayment"
  | "totalDownPayment"
  | "instalment"
  | "tenor"
  | "km"
  | "year"
  | "nik"
  | "registration"
  | "stnk"
  | "engine"
  | "owners"
  | "from"
  | "other";

const labels: [Role, RegExp][] = [
  ["cash", /^(?:cash|tunai|kes|kontan|csh|cas|chas|cashnya)$/],
  ["credit", /^(?:kredit|credit|krdt|kredt|krdit|kreditan)$/],
  ["otr", /^(?:otr|on the road)$/],
  [
    "price",
    /^(?:harga|hrg|hrga|harganya|price|rego|regane|regi|buka|bukaan|dibuka|open|dijual|jual|jadi|menjadi|taruh|dilepas|lepas|banderol)$/,
  ],
  ["totalDownPayment", /^(?:tdp|totaldp)$/],
  ["downPayment", /^(?:dp|depe|muka|dpnya)$/],
  ["instalment", /^(?:angs|angsuran|angsurannya|ansuran|cicilan|cicil|cicilannya|ccln|angsrn|angsurn|setoran)$/],
  ["tenor", /^(?:tenor|tnr|sisa|tinggal)$/],
  ["km", /^(?:km|odo|odometer|odometr|kilometer|kilometernya|kmnya|mileage|tempuh|speedometer)$/],
  ["nik", /^(?:nik|perakitan|vin)$/],
  ["registration", /^(?:faktur|fak|fktr|bpkb|reg|registrasi|pemakaian|terdaftar|pakai|registered)$/],
  ["stnk", /^stnk$/],
  ["from", /^dari$/],
  ["year", /^(?:tahun|thn|th|taun|year|keluaran|tahunnya|produksi|pembuatan)$/],
  ["engine", /^(?:mesin|engine|cc|silinder|kapasitas|isi)$/],
  ["owners", /^(?:tangan|tgn|pemilik|owner|tangannya)$/],
  [
    "other",
    /^(?:modal|modalnya|hpp|beli|kulakan|kaleng|kurang|habis|biaya|bonus|diskon|disc|hemat|potongan|turun|service|servis|oli|ban|velg|seliter|bunga|garansi|audio|ring|kamera|kode|rekening|admin|subsidi|cashback|plat|pelat|sampai|sd|kapasitas|jl|jln|jalan|ruko|blok|no|nomor|buka|jam|hp|wa|telp|aki|jarak|hadiah|pintu|lantai|rt|rw|charge|charger|baterai|garasi)$/,
  ],
];

/** The role a label at token `index` gives to the numbers after it; null for another word. */
export function roleAt(scan: Scan, index: number): Role | null {
  const text = wordAt(scan, index);
  const role = labels.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (role === "credit" && isOffer(scan, index)) return null;
  if (
    role === "price" &&
    /^(?:buka|open)$/.test(text) &&
    /^(?:tiap|setiap|hari|jam|senin|minggu|:)$/.test(wordAt(scan, index + 1))
  )
    return "other";
  if (role === "price" && text === "jadi" && wordAt(scan, index - 1) === "tanda") return "other";
  if (role === "registration" && text === "bpkb" && !/^(?:19|20)?\d\d$/.test(wordAt(scan, skipColon(scan, index + 1))))
    return null;
  if (role === "registration" && text === "pakai" && !/^(?:19|20)\d\d$/.test(wordAt(scan, index + 1))) return null;
  if (role === "from" && !/^(?:nego|mulai|start|buka|harga)$/.test(wordAt(scan, index - 1))) return "other";
  if (role === "km" && /^(?:di|ke|setiap|per|tiap)$/.test(wordAt(scan, index - 1))) return "other";
  return role;
}

/** "harga cash" is the cash price, "kredit otr" the credit price, "dp angsuran" the later of the two. */
export function combine(previous: Role | null, label: Role): Role {
  const isGeneral = label === "price" || label === "otr";
  if (isGeneral && (previous === "cash" || previous === "credit")) return previous;
  if (label === "price" && previous === "otr") return previous;
  if (label === "tenor" && previous === "instalment") return previous;
  if (label === "from" && (previous === "instalment" || previous === "downPayment" || previous === "totalDownPayment"))
    return previous;
  if (label === "year" && (previous === "nik" || previous === "registration")) return previous;
  return label;
}

/** "Cash by japri": the price is not said. `index` is the token behind the label. */
export function isWithheld(scan: Scan, index: number): boolean {
  const at = skipColon(scan, index);
  const next = wordAt(scan, wordAt(scan, at) === "harga" ? at + 1 : at);
  if (/^(?:by|ask|call|japri|wa|dm|inbox|pm|chat|tanya|hubungi|telp|telpon|nego)$/.test(next)) return true;
  return scan.tokens[at]?.kind === "newline" && /^(?:tanya|hubungi|by|call|japri|chat|wa)$/.test(wordAt(scan, at + 1));
}

/** "Khusus kredit": the prices that follow are for credit. */
export function isOnlyWay(scan: Scan, index: number): boolean {
  const before = [wordAt(scan, index - 1), wordAt(scan, index - 2), wordAt(scan, index - 3)];
  return (
    before.some((text) => /^(?:khusus|hanya|only|spesial)$/.test(text)) && scan.tokens[index + 1]?.kind !== "number"
  );
}

/** "Bisa kredit", "over kredit" offer a way to pay, they announce no price. */
function isOffer(scan: Scan, index: number): boolean {
  const before = wordAt(scan, index - 1);
  const after = wordAt(scan, index + 1);
  return (
    /^(?:bisa|bs|over|oper|terima|bantu|melayani|proses|siap|via|boleh|dan|atau|iso|simulasi|paket)$/.test(before) ||
    /^(?:bisa|ok|oke|bs|iso|dibantu|welcome)$/.test(after)
  );
}

function skipColon(scan: Scan, index: number): number {
  return /^[:=]$/.test(wordAt(scan, index)) ? index + 1 : index;
}
