import { type Amount, readAmount, type Scan, take, wordAt } from "@/backend/features/language";
import { isYearLike, numberKeys, rupiahOf } from "../facts/number-keys";
import { contentWords, ownerSaysNumber } from "../facts/owner-text";
import { clauseAt, excerpt, isLineStart, type Sentence } from "../text/answer-reading";
import { defers, refuses, saysUnavailable } from "../text/tone";
import { carNumberClaim } from "./car-numbers";
import type { Check, Claim } from "./marks";
import { moneyClaim } from "./money-claims";
import { labelOf, limitOf, type NumberLabel } from "./number-labels";

/** A number in its place, with everything the readers of sums and of other numbers need to judge it. */
export type FoundNumber = {
  amount: Amount;
  label: NumberLabel | null;
  limit: "most" | "least" | null;
  keys: string[];
  text: string;
  sentence: Sentence;
  isOwners: boolean;
  isCustomers: boolean;
};

/** Accounts for every number: as a fact of a car, as the owner's or the customer's word, or as a violation. */
export function readNumbers(check: Check): void {
  const { scan, sentences } = check.reading;
  takeListNumbers(scan);
  takeChoices(scan);
  for (const sentence of sentences) {
    const words = contentWords(sentence.text);
    for (let index = sentence.start; index < sentence.end; ) {
      const amount = scan.taken[index] ? null : readComposed(scan, index);
      if (amount) readNumber(check, sentence, amount, words);
      index = Math.max(amount?.end ?? 0, index + 1);
    }
  }
  reportLeftovers(check);
}

function readNumber(check: Check, sentence: Sentence, amount: Amount, words: ReadonlySet<string>): void {
  const { scan } = check.reading;
  const label = labelOf(scan, sentence, amount);
  const found: FoundNumber = {
    amount,
    label,
    limit: limitOf(scan, sentence, amount),
    keys: numberKeys(amount),
    text: excerpt(scan, amount.start, amount.end),
    sentence,
    isOwners: ownerSaysNumber(check.owner, numberKeys(amount), words),
    isCustomers: numberKeys(amount).some((key) => check.customer.numbers.has(key)),
  };
  take(scan, amount.start, amount.end);
  const mark = isRepeated(found) ? null : isSum(found) ? moneyClaim(check, found) : carNumberClaim(check, found);
  if (mark) check.marks.push(mark);
}

/** The customer's own number, said again only to say no to it or to pass it on. */
function isRepeated({ isCustomers, sentence, amount }: FoundNumber): boolean {
  if (!isCustomers) return false;
  const clause = clauseAt(sentence, amount.start).plain;
  const isRefused = saysUnavailable(clause) || refuses(clause);
  const isPassedOn =
    defers(sentence.plain) &&
    !/\b(?:bisa|boleh|deal|setuju|oke|ok|jadi|sepakat)\b(?! (?:kami|saya) (?:sampaikan|teruskan|tanyakan))/.test(
      clause,
    );
  return isRefused || isPassedOn;
}

function isSum({ amount, label }: FoundNumber): boolean {
  const isMoneyLabel =
    label === "price" || label === "cash" || label === "credit" || label === "down_payment" || label === "fee";
  if (amount.unit === "ribu") return isMoneyLabel || amount.currency;
  if (rupiahOf(amount) !== null) return label !== "km" || amount.grouped >= 1_000_000 || amount.unit !== null;
  return isMoneyLabel && amount.unit === null && amount.digits !== "" && !isYearLike(amount);
}

/** "185 juta 500 ribu" is one sum. */
function readComposed(scan: Scan, index: number): Amount | null {
  const amount = readAmount(scan.tokens, index);
  if (!amount || (amount.unit !== "juta" && amount.unit !== "miliar")) return amount;
  const next = scan.taken[amount.end] ? null : readAmount(scan.tokens, amount.end);
  const isTail =
    next &&
    !next.currency &&
    ((next.unit === "ribu" && amount.unit === "juta") || (next.unit === "juta" && amount.unit === "miliar"));
  const head = rupiahOf(amount);
  const tail = isTail ? rupiahOf(next) : null;
  if (!next || head === null || tail === null) return amount;
  return { ...amount, unit: null, currency: true, grouped: head + tail, decimal: head + tail, end: next.end };
}

/** "1." and "2)" at the beginning of a line, and the ring of an emoji number. */
function takeListNumbers(scan: Scan): void {
  for (const [index, token] of scan.tokens.entries()) {
    if (!/^\d{1,2}$/.test(token.text) || !isLineStart(scan, index)) continue;
    const next = scan.tokens[index + 1];
    if (next?.joined && /^[.)]$/.test(next.text)) take(scan, index, index + 2);
  }
}

const choiceWord = /^(?:nomor|no|nomer|pilihan|opsi|ketik|balas|angka|number|option|reply|type|urutan)$/;

/** "ketik 1 atau 2", "yang nomor 3". */
function takeChoices(scan: Scan): void {
  for (let index = 1; index < scan.tokens.length; index++) {
    if (!/^\d{1,2}$/.test(wordAt(scan, index)) || scan.taken[index]) continue;
    const before = /^[.'"]$/.test(wordAt(scan, index - 1)) ? wordAt(scan, index - 2) : wordAt(scan, index - 1);
    const isNext =
      /^(?:atau|or|dan|,|\/)$/.test(before) &&
      scan.taken[index - 2] === true &&
      /^\d{1,2}$/.test(wordAt(scan, index - 2));
    if (choiceWord.test(before) || isNext) take(scan, index, index + 1);
  }
}

const moneyWord = /^(?:juta|jt|jutaan|juta-an|miliar|milyar|miliaran|ribuan|jutawan|million|millions|jeti|triliun)$/;
const foreignMoney =
  /^(?:\$|usd|us\$|dolar|dollar|dollars|bucks|€|euro|eur|£|sgd|ringgit|myr|yen|yuan|bitcoin|btc|usdt|crypto)$/;

/** Digits no reader took, sums without a number, and other money than rupiah. */
function reportLeftovers({ reading: { scan }, violations, owner, marks }: Check): void {
  for (const [index, token] of scan.tokens.entries()) {
    if (foreignMoney.test(token.text) && !owner.text.includes(token.text))
      violations.push({ kind: "price", text: token.raw });
    if (scan.taken[index]) continue;
    if (moneyWord.test(token.text))
      violations.push({ kind: "price", text: excerpt(scan, Math.max(0, index - 2), index + 1) });
    else if (/\d/.test(token.text) && token.kind === "word") marks.push(wordWithDigits(token.text, index));
    else if (/\d/.test(token.text)) violations.push({ kind: "number", text: token.raw });
    else if (isDigitWord(wordAt(scan, index)) && [1, 2, 3].every((next) => isDigitWord(wordAt(scan, index + next)))) {
      violations.push({ kind: "phone", text: excerpt(scan, index, index + 4) });
      return;
    }
  }
}

/** "Auto2000", "V2L": a seller's word, or nobody's. */
function wordWithDigits(word: string, start: number): Claim {
  return {
    type: "claim",
    kind: "number",
    slot: "word",
    text: word,
    start,
    holds: ({ freeCodes }) => freeCodes.has(word),
  };
}

function isDigitWord(word: string): boolean {
  return /^(?:nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)$/.test(word);
}
