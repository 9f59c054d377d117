import type { Amount } from "../amounts";
import { downPaymentRupiah, instalmentRupiah, priceRupiah } from "../money";
import type { CarAd } from "./car-ad";
import type { Quantities, Quantity } from "./quantities";

type Terms = Pick<CarAd, "price" | "priceCredit" | "downPayment" | "instalment" | "tenorMonths">;

/** Prices and credit terms. Of several packages the first counts; TDP only stands in for a missing DP. */
export function readTerms(quantities: Quantities): Terms {
  return { ...readPrices(quantities), ...readCredit(quantities.list) };
}

function readPrices({ list, isCashWithheld }: Quantities): Terms {
  const cash = firstPrice(list, "cash");
  const credit = firstPrice(list, "credit");
  const otr = firstPrice(list, "otr");
  const plain = firstPrice(list, "price") ?? unlabelledPrice(list);

  const known = cash ?? plain ?? undefined;
  if (known !== undefined) return pricesOf(known, credit ?? otr);
  if (credit !== undefined) return pricesOf(undefined, credit);
  if (otr !== undefined) return isCashWithheld ? pricesOf(undefined, otr) : pricesOf(otr, undefined);
  return pricesOf(isCashWithheld ? undefined : (barePrice(list) ?? firstPrice(list, "from")), undefined);
}

function pricesOf(price: number | undefined, priceCredit: number | undefined): Terms {
  const terms: Terms = {};
  if (price !== undefined) terms.price = price;
  if (priceCredit !== undefined) terms.priceCredit = priceCredit;
  return terms;
}

function firstPrice(list: readonly Quantity[], role: Quantity["role"]): number | undefined {
  for (const { role: found, amount, times } of list) {
    if (found !== role || times || isYear(amount)) continue;
    const price = priceRupiah(amount);
    if (price !== null) return price;
  }
  return undefined;
}

/** A sum that says its unit or is written out needs no label. */
function unlabelledPrice(list: readonly Quantity[]): number | undefined {
  for (const { role, amount, times } of list) {
    const isSum = amount.unit === "juta" || amount.unit === "miliar" || amount.currency || amount.grouped >= 10_000_000;
    if (role !== null || times || !isSum) continue;
    const price = priceRupiah(amount);
    if (price !== null && price >= 10_000_000) return price;
  }
  return undefined;
}

/** "fortuner 2017 hitam 355": the last resort. */
function barePrice(list: readonly Quantity[]): number | undefined {
  for (const { role, amount, times } of list) {
    if (role !== null || times || isYear(amount) || amount.unit !== null || amount.grouped >= 1_000) continue;
    const price = priceRupiah(amount);
    if (price !== null) return price;
  }
  return undefined;
}

function readCredit(list: readonly Quantity[]): Terms {
  const terms: Terms = {};
  const downPayment =
    firstMoney(list, "downPayment", downPaymentRupiah) ?? firstMoney(list, "totalDownPayment", downPaymentRupiah);
  if (downPayment !== undefined) terms.downPayment = downPayment;

  const position = list.findIndex(({ role, amount, times }) => isInstalment(role, amount, times));
  const found = list[position];
  if (found) {
    terms.instalment = instalmentRupiah(found.amount) ?? undefined;
    const tenor = tenorMonths(found.times) ?? tenorBeside(list, position);
    if (tenor !== null) terms.tenorMonths = tenor;
  } else {
    const tenor = list.find(({ role }) => role === "tenor");
    const saysMonths = tenor && (tenor.amount.unit !== null || tenor.amount.decimal >= 10 || downPayment !== undefined);
    const months = tenor && saysMonths ? tenorMonths(tenor.amount) : null;
    if (months !== null) terms.tenorMonths = months;
  }
  return terms;
}

function firstMoney(
  list: readonly Quantity[],
  role: Quantity["role"],
  read: (amount: Amount) => number | null,
): number | undefined {
  for (const quantity of list) {
    const rupiah = quantity.role === role ? read(quantity.amount) : null;
    if (rupiah !== null) return rupiah;
  }
  return undefined;
}

function isInstalment(role: Quantity["role"], amount: Amount, times: Amount | null): boolean {
  if (role !== "instalment" && !times) return false;
  if (role !== "instalment" && role !== null && role !== "downPayment" && role !== "totalDownPayment") return false;
  const rupiah = instalmentRupiah(amount);
  return rupiah !== null && rupiah >= 100_000;
}

/** "Angsuran 4 tahun : 7.650.000", "11.240.000 (4th)", "Tenor: 60 bulan". */
function tenorBeside(list: readonly Quantity[], position: number): number | null {
  const before = list[position - 1];
  if (before?.role === "instalment" && isDuration(before.amount)) return tenorMonths(before.amount);
  const after = list[position + 1];
  if (
    after &&
    (after.role === null || after.role === "tenor" || after.role === "instalment") &&
    isDuration(after.amount)
  ) {
    return tenorMonths(after.amount);
  }
  const tenor = list.find(({ role }) => role === "tenor");
  return tenor ? tenorMonths(tenor.amount) : null;
}

function isDuration(amount: Amount): boolean {
  return amount.unit === "tahun" || amount.unit === "bulan" || amount.unit === "kali";
}

/** Months of a tenor; 11, 23, 35, 47, 59 and 71 instalments have one more that was paid up front. */
export function tenorMonths(amount: Amount | null): number | null {
  if (!amount || amount.decimal !== Math.floor(amount.decimal) || amount.decimal <= 0) return null;
  if (amount.unit === "tahun") return amount.decimal <= 10 ? amount.decimal * 12 : null;
  if (amount.unit !== null && amount.unit !== "bulan" && amount.unit !== "kali") return null;
  if (amount.unit === null && amount.decimal <= 8) return amount.decimal * 12;
  if (amount.decimal > 120) return null;
  return amount.decimal % 12 === 11 ? amount.decimal + 1 : amount.decimal;
}

export function isYear(amount: Amount): boolean {
  return amount.unit === null && !amount.currency && /^(?:19[5-9]|20[0-4])\d$/.test(amount.digits);
}
