import type { Amount } from "../amounts";
import { isBarrier, isFree, type Scan, take, wordAt } from "../scan";
import { smallNumberWord } from "../spelled-numbers";
import type { CarAd } from "./car-ad";
import type { Quantities, Quantity } from "./quantities";
import { isYear } from "./terms";

const kmPerMile = 1.609344;

/** Whole kilometres on the clock: labelled first, then "45rb" and "45.000" that say it by themselves. */
export function readKm({ list }: Quantities, scan: Scan): number | undefined {
  for (const { role, amount } of list) {
    const km = role === "km" && !isYear(amount) ? kmOf(amount, scan, true) : null;
    if (km !== null) return km;
  }
  for (const { role, amount, times } of list) {
    const km = role === null && !times && !amount.currency && !isYear(amount) ? kmOf(amount, scan, false) : null;
    if (km !== null) return km;
  }
  return undefined;
}

/** Kilometres an amount says; a bare number below 1,000 is thousands only where distance was asked. */
export function kmOf(amount: Amount, scan: Scan, isLabelled: boolean): number | null {
  const { unit, grouped, decimal } = amount;
  const next = wordAt(scan, amount.end);
  const isMiles = unit === "mil" || /^(?:miles|mile|mil)$/.test(next);
  const factor = isMiles ? kmPerMile : 1;

  if (unit === "ribu")
    return grouped < 1_000 && (isLabelled || grouped >= 1) ? Math.round(decimalThousands(amount) * factor) : null;
  if (unit !== null && unit !== "km" && unit !== "mil") return null;
  const isThousands = decimal !== grouped || unit !== null || isLabelled || amount.digits.includes("x");
  if (grouped >= 1_000 && grouped < 1_000_000 && isThousands) return Math.round(grouped * factor);
  if (grouped > 0 && grouped < 1_000 && isLabelled)
    return Math.round((unit === null ? grouped * 1_000 : grouped) * factor);
  return null;
}

function decimalThousands(amount: Amount): number {
  return amount.decimal * 1_000;
}

/** Model year and, when it differs, the year of the papers. */
export function readYears({ list }: Quantities): Pick<CarAd, "year" | "registrationYear"> {
  const nik = firstYear(list, "nik");
  const papers = firstYear(list, "registration") ?? firstRegistration(list);
  const labelled = firstYear(list, "year");
  const bare = list
    .filter(({ role, amount }) => isBareYear(role) && isYear(amount))
    .map(({ amount }) => amount.decimal);
  const said = labelled ?? bare[0];

  const pair = said !== undefined && bare.length > 1 && nik === undefined ? Math.min(said, bare[0] ?? said) : said;
  const second = bare.find((year) => year !== pair);
  const isPair = nik === undefined && second !== undefined && Math.abs(second - (pair ?? second)) <= 2;
  const year =
    nik ?? (isPair && pair !== undefined && second !== undefined ? Math.min(pair, second) : (said ?? papers));
  const larger = isPair && pair !== undefined && second !== undefined ? Math.max(pair, second) : said;
  const registered = papers ?? (larger !== undefined && year !== undefined && larger > year ? larger : undefined);

  if (year === undefined || registered === undefined || registered === year) return year === undefined ? {} : { year };
  return { year: Math.min(year, registered), registrationYear: Math.max(year, registered) };
}

/** "STNK 2020" is the year of the papers; one that lies ahead is when they run out. */
function firstRegistration(list: readonly Quantity[]): number | undefined {
  const year =
    firstYear(list, "nik") ?? firstYear(list, "year") ?? list.find(({ amount }) => isYear(amount))?.amount.decimal;
  const papers = firstYear(list, "stnk");
  const isFirst = papers !== undefined && year !== undefined && papers >= year && papers <= year + 2;
  return isFirst ? papers : undefined;
}

function isBareYear(role: Quantity["role"]): boolean {
  return (
    role === null ||
    role === "price" ||
    role === "cash" ||
    role === "km" ||
    role === "year" ||
    role === "credit" ||
    role === "otr"
  );
}

function firstYear(list: readonly Quantity[], role: Quantity["role"]): number | undefined {
  for (const { role: found, amount } of list) {
    if (found !== role || amount.unit !== null) continue;
    const year = fullYear(amount);
    if (year !== null) return year;
  }
  return undefined;
}

/** "17" is 2017, "98" is 1998. */
export function fullYear(amount: Amount): number | null {
  if (isYear(amount) || (amount.digits === "" && amount.decimal >= 1950 && amount.decimal < 2050))
    return amount.decimal;
  if (!/^\d\d$/.test(amount.digits)) return null;
  return amount.decimal < 50 ? 2000 + amount.decimal : 1900 + amount.decimal;
}

/** Cubic centimetres from "1.998 cc", or litres where the engine is spoken of ("Mesin 1.8L"). */
export function readEngineCc({ list }: Quantities): number | undefined {
  for (const { role, amount } of list) {
    if (amount.unit === "cc" && amount.grouped >= 500 && amount.grouped < 9_000) return amount.grouped;
    if (role !== "engine") continue;
    if (amount.unit === "liter" && amount.decimal < 9) return Math.round(amount.decimal * 1_000);
    if (amount.unit === null && amount.grouped >= 500 && amount.grouped < 9_000 && !isYear(amount))
      return amount.grouped;
  }
  return undefined;
}

const ordinals: Record<string, number> = { pertama: 1, kedua: 2, ketiga: 3, keempat: 4, first: 1, second: 2 };

/** 1 for "tangan pertama", "tgn1", "Tangan ke: 1", "satu tangan". Takes its tokens. */
export function takeOwners(scan: Scan): number | undefined {
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!isFree(scan, index) || !/^(?:tangan|tgn|pemilik|tangannya|hand|owner)$/.test(wordAt(scan, index))) continue;
    const before = smallNumberWord(wordAt(scan, index - 1));
    if (before !== null && wordAt(scan, index) === "tangan") return before;

    let at = index + 1;
    while (at < index + 4 && /^(?:[:=.-]|ke|tangan|tgn|nya)$/.test(wordAt(scan, at)) && !isBarrier(scan, at)) at += 1;
    const text = wordAt(scan, at);
    const owners = Object.hasOwn(ordinals, text) ? ordinals[text] : (smallNumberWord(text) ?? digitOf(text));
    if (owners === undefined || owners === null) continue;
    take(scan, index, at + 1);
    return owners;
  }
  return undefined;
}

function digitOf(text: string): number | null {
  return /^[1-9]$/.test(text) ? Number(text) : null;
}

/** True for "nego", "bisa ditawar"; false for "nett", "harga pas", "tidak nego"; undefined when nothing is said. */
export function readNegotiable(scan: Scan): boolean | undefined {
  let isFixed = false;
  for (let index = 0; index < scan.tokens.length; index++) {
    const text = wordAt(scan, index);
    if (
      /^(?:nego|negotiable|dinego|nego2|negoo|negonya|ditawar|dinegokan|dinegoin|nggo|tawar|nawar|negosiasi|dibicarakan|dirembug)$/.test(
        text,
      )
    ) {
      return !isDenied(scan, index);
    }
    if (
      /^(?:kurang|kurangi|dikurangi|goyang|digoyang)$/.test(text) &&
      /^(?:bisa|bs|iso|isok|boleh|blh|masih|msh)$/.test(wordAt(scan, index - 1))
    )
      return true;
    const isPas =
      text === "pas" &&
      (/^(?:harga|hrg|jt|juta|rp)$/.test(wordAt(scan, index - 1)) || scan.tokens[index - 1]?.kind === "number");
    if (/^(?:nett|net|fix|fixed|fixprice|neto)$/.test(text) || isPas) isFixed = true;
  }
  return isFixed ? false : undefined;
}

function isDenied(scan: Scan, index: number): boolean {
  const before = [wordAt(scan, index - 1), wordAt(scan, index - 2)];
  const denies = before.some((text) =>
    /^(?:tidak|ga|gak|no|non|tanpa|nggak|ngga|tdk|gk|jangan|ora|usah|gausah|tak|bukan|anti)$/.test(text),
  );
  return denies || /^(?:tidak|ga|gak|no)$/.test(wordAt(scan, wordAt(scan, index + 1) === ":" ? index + 2 : index + 1));
}
