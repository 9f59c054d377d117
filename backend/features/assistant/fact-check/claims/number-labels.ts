import { type Amount, type Scan, wordAt } from "@/backend/features/language";
import type { Sentence } from "../text/answer-reading";

/** What the words around a number say it is. */
export type NumberLabel =
  | "cash"
  | "credit"
  | "price"
  | "down_payment"
  | "fee"
  | "km"
  | "year"
  | "registration"
  | "tax"
  | "engine"
  | "owners"
  | "seats"
  | "tenor";

const labels: [NumberLabel, RegExp][] = [
  ["down_payment", /^(?:dp|tdp|dpnya|muka|down)$/],
  [
    "fee",
    /^(?:cicilan\w*|angsuran\w*|cicil|angsur|installments?|instalments?|monthly|biaya|admin|fee|ongkir|ongkos|denda|bunga|jadi|deposit|asuransi|provisi|polis|balik|booking|jaminan)$/,
  ],
  ["cash", /^(?:cash|tunai|kes|kontan|keras|cashnya)$/],
  ["credit", /^(?:kredit|credit|kreditnya|financed)$/],
  ["km", /^(?:km|odo|odometer|kilometer|kilometernya|kmnya|tempuh|mileage|jarak)$/],
  ["registration", /^(?:faktur|registrasi|reg|terdaftar|pemakaian|registered|registration|stnk|bpkb)$/],
  ["tax", /^(?:pajak|pajaknya|pjk|tax|pajeke|samsat)$/],
  ["year", /^(?:tahun|thn|th|tahunnya|taun|year|keluaran|produksi|rakitan|nik|model)$/],
  ["engine", /^(?:mesin|engine|cc|silinder|kapasitas)$/],
  ["owners", /^(?:tangan|tgn|pemilik|owner|hand)$/],
  ["seats", /^(?:kursi|seat|seater|penumpang|seats|muat)$/],
  ["tenor", /^(?:tenor|tenornya|jangka)$/],
  [
    "price",
    /^(?:harga|hrg|harganya|hargae|price|priced|prices|dibanderol|banderol|bandrol|dijual|jual|nett|net|otr|dilepas|lepas|cukup|cuma|hanya|only|just|seharga|costs?|regane|rego|selling|jadi)$/,
  ],
];

const farthestTokens = 7;

/** The nearest label before a number in its sentence, else the one right after it; null when none says anything. */
export function labelOf(scan: Scan, sentence: Sentence, amount: Pick<Amount, "start" | "end">): NumberLabel | null {
  return labelAfter(scan, amount.end) ?? labelBefore(scan, sentence, amount.start);
}

function labelBefore(scan: Scan, { start }: Sentence, at: number): NumberLabel | null {
  for (let index = at - 1; index >= Math.max(start, at - farthestTokens); index--) {
    const token = scan.tokens[index];
    if (!token || token.kind === "number" || /^[,|;•]$/.test(token.text)) return null;
    const label = labels.find(([, pattern]) => pattern.test(token.text))?.[0];
    if (label === "price" && token.text === "jadi" && wordAt(scan, index - 1) === "tanda") return "fee";
    if (label) return withQualifier(scan, index, at, label);
  }
  return null;
}

/** "harga kredit", "harga cash": the qualifier counts, on either side of the word for price. */
function withQualifier(scan: Scan, index: number, at: number, label: NumberLabel): NumberLabel {
  if (label !== "price") return label;
  const words = [index - 1, index - 2].filter((place) => place < at).map((place) => wordAt(scan, place));
  if (words.some((word) => /^(?:kredit|credit)$/.test(word))) return "credit";
  return words.some((word) => /^(?:cash|tunai)$/.test(word)) ? "cash" : label;
}

function labelAfter(scan: Scan, end: number): NumberLabel | null {
  const first = wordAt(scan, end) === "(" ? end + 1 : end;
  const word = wordAt(scan, first);
  if (/^(?:km|kilometer|kilometers|kilometre)$/.test(word)) return "km";
  if (/^(?:cash|tunai|kontan)$/.test(word)) return "cash";
  if (/^(?:kredit|credit)$/.test(word)) return "credit";
  if (/^(?:untuk|buat|for|on)$/.test(word) && /^(?:kredit|credit)$/.test(wordAt(scan, first + 1))) return "credit";
  if (/^(?:cc|tak)$/.test(word)) return "engine";
  if (/^(?:seater|penumpang)$/.test(word)) return "seats";
  return null;
}

/** "di bawah 200 juta", "200 juta ke bawah": a limit, not a price. */
export function limitOf(
  scan: Scan,
  sentence: Sentence,
  amount: Pick<Amount, "start" | "end">,
): "most" | "least" | null {
  const after = `${wordAt(scan, amount.end)} ${wordAt(scan, amount.end + 1)}`;
  if (/^(?:ke ?bawah|kebawah|and (?:below|under)|or less)/.test(after)) return "most";
  if (/^(?:ke ?atas|keatas|and (?:above|up)|or more)/.test(after)) return "least";
  for (let index = amount.start - 1; index >= Math.max(sentence.start, amount.start - 4); index--) {
    const token = scan.tokens[index];
    if (!token || token.kind === "number" || token.text === ",") return null;
    if (
      /^(?:budget|budgetnya|dana|anggaran|bawah|dibawah|maks|max|maksimal|under|below|maximum|duit|duwit)$/.test(
        token.text,
      )
    )
      return "most";
    if (token.text === "dari" && wordAt(scan, index - 1) === "kurang") return "most";
    if (/^(?:atas|diatas|above|over|minimal|min)$/.test(token.text)) return "least";
    if (token.text === "dari" && wordAt(scan, index - 1) === "lebih") return "least";
  }
  return null;
}
