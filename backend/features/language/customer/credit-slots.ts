import { isYear, tenorMonths } from "../ad/terms";
import { type Amount, readAmount } from "../amounts";
import { downPaymentRupiah, instalmentRupiah } from "../money";
import { isFree, type Scan, take, wordAt } from "../scan";
import { smallNumberWord } from "../spelled-numbers";
import { tokenize } from "../tokens";
import type { CustomerSlots } from "./customer-message";

type CreditSlots = Pick<CustomerSlots, "downPayment" | "downPaymentPercent" | "tenorMonths" | "instalment">;
type Label = "dp" | "instalment" | "tenor" | "salary" | "age" | null;

/** Down payment, instalment and tenor of a message about credit. Takes their tokens; salaries and ages too, unused. */
export function takeCreditSlots(scan: Scan, isAboutCredit: boolean): CreditSlots {
  const slots: CreditSlots = {};
  if (isWithoutDownPayment(scan)) {
    if (isZeroPercent(scan)) slots.downPaymentPercent = 0;
    else slots.downPayment = 0;
  }

  for (let index = 0; index < scan.tokens.length; index++) {
    const times = /^x(\d{2})$/.exec(wordAt(scan, index))?.[1];
    if (times && isFree(scan, index)) {
      const months = tenorMonths(readAmount(tokenize(`${times}x`).tokens, 0));
      if (months !== null) slots.tenorMonths ??= months;
    }
    const amount = isFree(scan, index) ? (readAmount(scan.tokens, index) ?? spelledYears(scan, index)) : null;
    if (!amount) continue;
    if (takeAmount(scan, slots, amount, labelOf(scan, amount), isAboutCredit)) take(scan, index, amount.end);
    index = amount.end - 1;
  }
  return slots;
}

const oneYear = {
  ...{ decimal: 1, grouped: 1, digits: "", unit: "tahun", currency: false, approximate: false },
} as const satisfies Partial<Amount>;

/** "empat tahun": below ten, words are a number only before their unit. */
function spelledYears(scan: Scan, index: number): Amount | null {
  const isOneYear = /^(?:setahun|setaun)$/.test(wordAt(scan, index));
  if (isOneYear && !/^(?:lalu|sekali|yg|yang|kmrn|kemarin|terakhir)$/.test(wordAt(scan, index + 1))) {
    return { ...oneYear, start: index, end: index + 1 };
  }
  const count = smallNumberWord(wordAt(scan, index));
  if (count === null || !/^(?:tahun|taun|thn|th)$/.test(wordAt(scan, index + 1))) return null;
  return {
    decimal: count,
    grouped: count,
    digits: "",
    unit: "tahun",
    currency: false,
    approximate: false,
    start: index,
    end: index + 2,
  };
}

function takeAmount(scan: Scan, slots: CreditSlots, amount: Amount, label: Label, isAboutCredit: boolean): boolean {
  if (label === "salary" || label === "age") return true;
  if (amount.unit === "persen" || (label === "dp" && wordAt(scan, amount.end) === "%")) {
    slots.downPaymentPercent ??= amount.decimal;
    return true;
  }
  if (amount.unit === "tahun" || amount.unit === "bulan" || amount.unit === "kali" || label === "tenor") {
    const isTenor =
      (label !== null || isAboutCredit) && !/^(?:macet|telat|nunggak|menunggak)$/.test(wordAt(scan, amount.start - 1));
    const months = isTenor && !isTimeAgo(scan, amount.end) ? tenorMonths(amount) : null;
    if (months === null) return false;
    slots.tenorMonths ??= months;
    return true;
  }
  if (isYear(amount)) return false;
  const isCounted = /^[x×]$/.test(wordAt(scan, amount.end));
  if (label === "dp" && isCounted) takeCount(scan, slots, amount.end);
  else if (label === "instalment" || isCounted) return takeInstalment(scan, slots, amount);
  if (label !== "dp") return false;
  const downPayment = amount.digits === "0" ? 0 : downPaymentRupiah(amount);
  if (downPayment === null) return false;
  slots.downPayment ??= downPayment;
  return true;
}

function takeInstalment(scan: Scan, slots: CreditSlots, amount: Amount): boolean {
  const instalment = instalmentRupiah(amount);
  if (instalment === null) return false;
  slots.instalment ??= instalment;
  if (/^[x×]$/.test(wordAt(scan, amount.end))) takeCount(scan, slots, amount.end);
  return true;
}

/** "x 59" at token `index`: so many instalments. */
function takeCount(scan: Scan, slots: CreditSlots, index: number): void {
  const count = readAmount(scan.tokens, index + 1);
  const months = tenorMonths(count && count.unit === null ? { ...count, unit: "kali" } : count);
  if (months !== null) slots.tenorMonths ??= months;
  if (count) take(scan, index, count.end);
}

const fillers =
  /^(?:saya|kak|min|minim|minimal|max|maks|maksimal|sekitar|kira|cuma|hanya|punya|ada|nya|di|sebesar|jadi|kalau|kalo|klo|yang|yg|bisa|bs|ke|mau|budget|sampai|antara|an|:|=|rp|selama|perbulan|per|bulan|tiap|sebulan|kira-kira|jangka|waktu|nya|segitu|dengan|dgn|itu|aja|saja|bawah|dibawah|atas|diatas|kisaran|sekitaran|paling|banyak|besar|kecil|mentok|maximal|maxs|under|cukup|siap|sanggup|mampu|kuat|kira2|kurang|lebih|kurleb|~|cm|cuman|hny|jangan|jgn|sampe|smp|lewat|lbh|dari|ga|gak|tidak|msh|masih|sdh|udah|sudah)$/;

/** The label that speaks for an amount: the nearest before it, or the word right behind ("25 persen", "3jt per bulan"). */
function labelOf(scan: Scan, amount: Amount): Label {
  const after = `${wordAt(scan, amount.end)} ${wordAt(scan, amount.end + 1)}`;
  if (/^(?:per bulan|\/ (?:bulan|bln)|perbulan|sebulan|tiap bulan|per bln|sebulannya|\/bln)/.test(after)) {
    return labelBefore(scan, amount.start) === "salary" ? "salary" : "instalment";
  }
  const before = labelBefore(scan, amount.start);
  if (before) return before;
  const isOwnMoney = [1, 2].some((distance) =>
    /^(?:punya|ada|pegang|duit|uang|dana|modal)$/.test(wordAt(scan, amount.start - distance)),
  );
  if (isOwnMoney && /kredit|krdt|cicil|angsur/.test(restOf(scan, amount.end))) return "dp";
  if (/^(?:dp|dpnya|tdp)\b/.test(after) && amount.unit === "juta") return "dp";
  return null;
}

function labelBefore(scan: Scan, start: number): Label {
  for (let index = start - 1; index >= Math.max(0, start - 5); index--) {
    const text = wordAt(scan, index);
    if (/^(?:dp|tdp|dpnya|tdpnya|depe|muka)$/.test(text)) return "dp";
    if (/^(?:angs|angsuran|angsurannya|ansuran|cicilan|cicilannya|cicil|nyicil|ccln|setoran|angsrn)$/.test(text))
      return "instalment";
    if (/^(?:tenor|tnr|tenornya)$/.test(text)) return "tenor";
    if (/^(?:gaji|gajiku|penghasilan|income|pendapatan|omzet|gajinya)$/.test(text)) return "salary";
    if (/^(?:umur|usia)$/.test(text)) return "age";
    if (!fillers.test(text)) return null;
  }
  return null;
}

/** "2 minggu lalu", "3 bulan lagi" tell when, not how long. */
function isTimeAgo(scan: Scan, index: number): boolean {
  return /^(?:lalu|lagi|yang|kemarin|yg)$/.test(wordAt(scan, index));
}

function isWithoutDownPayment(scan: Scan): boolean {
  return (
    scan.tokens.some(
      (token, index) =>
        /^(?:dp|tdp|dpnya)$/.test(token.text) &&
        (/^(?:tanpa|non|no|zero|nol|0|tnp)$/.test(wordAt(scan, index - 1)) ||
          (/^(?:pake|pakai|pke|nganggo|perlu|usah|ada)$/.test(wordAt(scan, index - 1)) &&
            /^(?:ga|gak|tidak|ngga|nggak|ndak|gk|tdk|ora|gausah)$/.test(wordAt(scan, index - 2)))),
    ) ||
    scan.tokens.some(
      (token, index) =>
        token.text === "muka" &&
        wordAt(scan, index - 1) === "uang" &&
        /^(?:tanpa|non|no|tnp)$/.test(wordAt(scan, index - 2)),
    ) ||
    scan.tokens.some(
      (token, index) => /^(?:dp|tdp)$/.test(token.text) && /^(?:nol|zero)$/.test(wordAt(scan, index + 1)),
    )
  );
}

function isZeroPercent(scan: Scan): boolean {
  return scan.tokens.some(
    (token, index) => /^(?:nol|zero)$/.test(token.text) && /^(?:persen|%|pct|percent)$/.test(wordAt(scan, index + 1)),
  );
}

function restOf(scan: Scan, index: number): string {
  return scan.tokens
    .slice(index)
    .map((token) => token.text)
    .join(" ")
    .replace(/ (?:[.?!\n]|cari|mencari|nyari) .*$/su, "");
}
