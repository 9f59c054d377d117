import { monthAt, take, wordAt } from "@/backend/features/language";
import type { KnownCar } from "../facts/known-cars";
import { excerpt, type Sentence } from "../text/answer-reading";
import type { Check } from "./marks";

const taxWord = /^(?:pajak|pajaknya|pajake|pjk|tax|stnk|pkb)$/;
const farthestTokens = 16;
const months: string[][] = [
  "januari februari maret april mei juni juli agustus september oktober november desember".split(" "),
  "january february march april - june july august september october november december".split(" "),
];

/** "pajak sampai Mei 2027" and "pajak bulan Mei" are claims; any other date must be the owner's or the customer's word. */
export function readMonths(check: Check): void {
  const { scan, sentences } = check.reading;
  for (const sentence of sentences) {
    for (let index = sentence.start; index < sentence.end; index++) {
      const found = scan.taken[index] ? null : dateAt(check, sentence, index);
      if (!found) continue;
      const { isTax, month, end } = found;
      const text = excerpt(scan, index, end);
      const isRepeated = [check.owner.text, check.customer.text.toLowerCase()].some((words) =>
        words.includes(text.toLowerCase()),
      );
      const holds = ({ car, freeWords }: KnownCar) =>
        isTax ? car.taxMonth?.endsWith(month) === true : freeWords.includes(text.toLowerCase());
      if (isTax || !isRepeated)
        check.marks.push({ type: "claim", kind: "car_fact", slot: "tax", text, start: index, holds });
      take(scan, index, end);
      index = end - 1;
    }
  }
}

/** A month at `index`: "2027-05" when its year is said, "-05" when not. A month in digits counts only for tax. */
function dateAt({ reading: { scan } }: Check, { start, text }: Sentence, index: number) {
  const isTaxBefore = Array.from({ length: farthestTokens }, (_, distance) => index - 1 - distance).some(
    (before) => before >= start && taxWord.test(wordAt(scan, before)),
  );
  const isTax = isTaxBefore || /\b(?:pajak\w*|tax)\b/.test(text);
  const isNamed = monthNumber(wordAt(scan, index)) !== null;
  const dated = isTaxBefore || !/^\d/.test(wordAt(scan, index)) ? monthAt(scan, index) : null;
  if (dated) return { isTax, month: dated.month, end: dated.end };
  const month = monthNumber(wordAt(scan, index));
  return isNamed && month !== null ? { isTax, month: `-${String(month).padStart(2, "0")}`, end: index + 1 } : null;
}

function monthNumber(word: string): number | null {
  const place = Math.max(...months.map((names) => names.indexOf(word)));
  return place < 0 || word === "-" ? null : place + 1;
}
