import { type Amount, readAmount } from "../amounts";
import { priceRupiah } from "../money";
import { beginsLine, isBarrier, isFree, type Scan, wordAt } from "../scan";
import { combine, isOnlyWay, isWithheld, type Role, roleAt } from "./roles";

/** A number with the label it stands under (null: none), and the count behind "x" if any. */
export type Quantity = { role: Role | null; amount: Amount; times: Amount | null };

export type Quantities = { list: Quantity[]; isCashWithheld: boolean };

const mostFillers = 5;

/**
 * Every number in the message that no other reader took, each with its label. `roleFrom` gives the role that a place
 * in the pipe form has without a label, by the token it begins at.
 */
export function readQuantities(scan: Scan, roleFrom: ReadonlyMap<number, Role> = new Map()): Quantities {
  const list: Quantity[] = [];
  let isCashWithheld = false;
  let role: Role | null = null;
  let fillers = 0;
  let isOpen = false;

  for (let index = 0; index < scan.tokens.length; ) {
    if (isBarrier(scan, index)) {
      if (fillers > 0 || (!isOpen && hasValueOnLine(scan, index))) role = null;
      fillers = 0;
      index += 1;
      continue;
    }
    if (endsLabel(scan, index)) role = null;
    role = roleFrom.get(index) ?? role;

    const label = isFree(scan, index) ? roleAt(scan, index) : null;
    if (label) {
      role = combine(role, label);
      if ((role === "cash" && isWithheld(scan, index + 1)) || (role === "credit" && isOnlyWay(scan, index))) {
        isCashWithheld = true;
        role = null;
      }
      fillers = 0;
      index += 1;
      continue;
    }

    const amount = isFree(scan, index) && !isEnumerator(scan, index) ? readAmount(scan.tokens, index) : null;
    if (amount) {
      const times = timesAfter(scan, amount.end);
      const behind = times ? null : roleBehind(scan, amount, role);
      if (!fits(role, amount)) role = null;
      if (isShortYear(scan, index)) role = "year";
      if (isDistance(scan, amount)) role = "km";
      list.push({ role: behind ?? role, amount, times: times?.amount ?? null });
      role = roleAfter(role, amount);
      isOpen = role !== null;
      fillers = 0;
      index = behind ? amount.end + 1 : (times?.end ?? skipUnitWord(scan, skipRange(scan, amount.end), amount));
      continue;
    }

    if (/^\p{L}/u.test(wordAt(scan, index))) fillers += 1;
    if (fillers > mostFillers) role = null;
    index += 1;
  }
  return { list, isCashWithheld };
}

/** "1) TDP 18.500.000": the number of an item. */
function isEnumerator(scan: Scan, index: number): boolean {
  return beginsLine(scan, index) && /^\d{1,2}$/.test(wordAt(scan, index)) && wordAt(scan, index + 1) === ")";
}

/** "228 cash, 218 kredit": a way to pay behind its sum, with no sum of its own. */
function roleBehind(scan: Scan, amount: Amount, role: Role | null): Role | null {
  if (role !== null && role !== "price") return null;
  const isBracketed = wordAt(scan, amount.end) === "(";
  const at = isBracketed ? amount.end + 1 : amount.end;
  const behind = isFree(scan, at) ? roleAt(scan, at) : null;
  if ((behind !== "cash" && behind !== "credit" && behind !== "otr") || priceRupiah(amount) === null) return null;
  const next = wordAt(scan, at + 1);
  const isLast = isBarrier(scan, at + 1) || /^(?:[,.;)/]|nego|nett|net|aja|saja)$/.test(next);
  return isLast && !isWithheld(scan, at + 1) ? behind : null;
}

/** "95 ribu km" says what it is, whatever was spoken of before. */
function isDistance(scan: Scan, amount: Amount): boolean {
  const hasUnit =
    /^(?:km|kilometer)$/.test(wordAt(scan, amount.end)) && skipUnitWord(scan, amount.end, amount) > amount.end;
  return amount.unit === "ribu" && hasUnit;
}

/** "'19". */
function isShortYear(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  return /^\d\d$/.test(token?.text ?? "") && token?.joined === true && /^['’‘]$/.test(wordAt(scan, index - 1));
}

/** A sum of money is no distance, even right behind "km" or in its place. */
function fits(role: Role | null, amount: Amount): boolean {
  const isMoney = amount.currency || amount.unit === "juta" || amount.unit === "miliar" || amount.grouped >= 1_000_000;
  return role !== "km" || !isMoney;
}

/** After "DP 20%" or "angsuran 4 tahun" the sum is still to come. */
function roleAfter(role: Role | null, amount: Amount): Role | null {
  const isStillOpen =
    amount.unit === "persen" || amount.unit === "tahun" || amount.unit === "bulan" || amount.grouped === 0;
  const isMoney = role === "downPayment" || role === "totalDownPayment" || role === "instalment";
  if (isMoney && isStillOpen && amount.grouped !== 0) return role;
  const isYear = /^(?:19|20)\d\d$/.test(amount.digits) && amount.unit === null;
  return isYear && (role === "price" || role === "cash" || role === "otr") ? role : null;
}

/** "3.350.000 x 59", "5.075.000 x 5Thn". */
function timesAfter(scan: Scan, index: number): { amount: Amount; end: number } | null {
  if (!/^[x×*@]$/.test(wordAt(scan, index))) return null;
  const amount = readAmount(scan.tokens, index + 1);
  return amount && amount.unit !== "juta" ? { amount, end: amount.end } : null;
}

/** Of "130.000-135.000" the lower end counts. */
function skipRange(scan: Scan, index: number): number {
  if (!/^[-–]$/.test(wordAt(scan, index))) return index;
  const upper = readAmount(scan.tokens, index + 1);
  return upper && upper.grouped >= 1_000 && !/^(?:19|20)\d\d$/.test(upper.digits) ? upper.end : index;
}

/** The "km" of "50rb km" belongs to its number; before another distance it is a label. */
function skipUnitWord(scan: Scan, index: number, amount: Amount): number {
  const isUnit = amount.unit === "ribu" && /^(?:km|kilometer|kilo|miles)$/.test(wordAt(scan, index));
  const next = isUnit ? readAmount(scan.tokens, index + 1) : null;
  const isDistance = next !== null && fits("km", next) && (next.unit !== null || next.grouped >= 1_000);
  return isUnit && !isDistance ? index + 1 : index;
}

/** A comma, a full stop or a name ends what a label says; the point of "Rp." and "KM.8RB" does not. */
function endsLabel(scan: Scan, index: number): boolean {
  const text = wordAt(scan, index);
  if (text === "," || text === ";" || text === "!" || text === "?") return true;
  return text === "." && !/\d/.test(wordAt(scan, index + 1)) && wordAt(scan, index - 1) !== "rp";
}

/** A label alone on its line speaks for the next line. */
function hasValueOnLine(scan: Scan, index: number): boolean {
  for (let before = index - 1; before >= 0 && !isBarrier(scan, before); before--) {
    if (/\d/.test(wordAt(scan, before))) return true;
  }
  return isBarrier(scan, index - 1) || wordAt(scan, index) === "|";
}
